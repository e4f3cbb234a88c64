"""Where a rule stands in its plan, as offices cite it."""

from collections.abc import Iterable
from dataclasses import dataclass

_ORDINALS = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A path of outline markers: Roman numerals, numbers, letters, and `-2` / `+1` for the n-th dash or plus sign."""

    steps: tuple[str, ...]

    def __str__(self) -> str:
        """In short: `III.3.1-1+2`."""
        numbered = [step for step in self._numbered() if step]
        return ".".join(numbered) + "".join(step for step in self.steps if _is_bullet(step))

    def cited(self) -> str:
        """In full: “dấu cộng thứ hai, gạch đầu dòng thứ nhất, điểm 3.1, mục III”."""
        bullets = [_bullet(step) for step in self.steps if _is_bullet(step)]
        numbered = [_named(step) for step in self._numbered()]
        return ", ".join([*reversed(bullets), *reversed(numbered)]) or "phần mở đầu"

    def holds(self, other: "Place") -> bool:
        """Whether `other` is this place or lies inside it."""
        return other.steps[: len(self.steps)] == self.steps

    def meant_by(self, steps: tuple[str, ...]) -> bool:
        """Whether the markers of a reference stand in it in this order, the last one last; “3.1” says the “3” around it."""
        if not self.steps or self.steps[-1] != steps[-1]:
            return False
        rest = iter(self.steps)
        return all(step in rest for step in steps)

    def numbered(self) -> "Place":
        """The place without the dashes and plus signs at its end."""
        return Place(tuple(step for step in self.steps if not _is_bullet(step)))

    def _numbered(self) -> list[str]:
        """Numbered steps; “3.1” says the “3” before it."""
        steps = [step for step in self.steps if not _is_bullet(step)]
        return [step for index, step in enumerate(steps) if not any(later.startswith(f"{step}.") for later in steps[index + 1 :])]


def cited_together(places: Iterable[Place]) -> str:
    """Each of them once, those that stand side by side together: “điểm 1.1, 1.2 mục III; khoản 2 mục IV”; empty for none."""
    beside: dict[tuple[str, str], list[str]] = {}
    for place in dict.fromkeys(each.numbered() for each in places):
        steps = [_named(step) for step in place._numbered()] or [place.cited()]
        level, _, label = steps[-1].rpartition(" ")
        beside.setdefault((level, " ".join(reversed(steps[:-1]))), []).append(label)
    return "; ".join(" ".join(part for part in (level, ", ".join(labels), outer) if part) for (level, outer), labels in beside.items())


def _is_bullet(step: str) -> bool:
    return step[:1] in ("-", "+", "·", "*")


def _bullet(step: str) -> str:
    sign = {"-": "gạch đầu dòng", "+": "dấu cộng", "·": "dấu chấm", "*": "dấu sao"}[step[0]]
    count = int(step[1:])
    return f"{sign} thứ {_ORDINALS[count - 1] if count <= len(_ORDINALS) else count}"


def _named(step: str) -> str:
    if "." in step or (step.isalpha() and step.islower()):
        return f"điểm {step}"
    if step[:1].isdigit():
        return f"khoản {step}"
    return step if " " in step else f"mục {step}"
