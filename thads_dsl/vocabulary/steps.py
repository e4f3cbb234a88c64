"""“tỷ lệ hài lòng: %, bước 0,1%”: the figures of a statistic that is entered are multiples of its step."""

from __future__ import annotations

import re
from enum import Enum, auto
from fractions import Fraction

from thads_dsl.syntax.written_forms import figure_value

_STEP = re.compile(r"\s*,\s*bước\b\s*:?\s*(?P<said>(?:\d[\d.]*(?:,\d+)?)?[^,=]*?)(?=\s*[,=]|\s*$)", re.IGNORECASE)
_WITHOUT_COMMA = re.compile(r"^([^,=]+?)\s+(?=bước\s+\d)", re.IGNORECASE)


_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?\s*[^\d/]+")  # “1/3%” is no number as it is written here


class Misstep(Enum):
    """Why a step is none."""

    UNREAD = auto()  # no figure above 0 with its unit
    COMPUTED = auto()  # what is computed is exact
    SEVERAL = auto()  # which of the units it is of is not said
    OTHER_UNIT = auto()
    CASES = auto()  # they are counted one by one
    FRACTION = auto()  # of what is counted in whole numbers


def without_step(head: str) -> tuple[str, str | None]:
    """A definition without its step, and the step as it is written, if there is one; only behind the name a step is looked for."""
    at = next((at for at, char in enumerate(head) if char in ":="), len(head))
    said = head[at + 1 :]
    commas = _WITHOUT_COMMA.sub(r"\1, ", said)
    found = _STEP.search(commas)
    return (head, None) if found is None else (head[: at + 1] + commas[: found.start()] + commas[found.end() :], found["said"])


def step_of(said: str, units: tuple[str, ...], *, computed: bool) -> Fraction | Misstep:
    """The step of a statistic that is counted in `units`, or why it is none."""
    figure = figure_value(said or "0")
    unsound = _FIGURE.fullmatch(said or "") is None or figure.value is None or not figure.unit or figure.value <= 0
    refused = (
        (computed, Misstep.COMPUTED),
        (unsound, Misstep.UNREAD),
        (len(units) != 1, Misstep.SEVERAL),
        (figure.unit not in units, Misstep.OTHER_UNIT),
        (units == ("việc",) and figure.value != 1, Misstep.CASES),
        (units != ("%",) and figure.value is not None and figure.value.denominator != 1, Misstep.FRACTION),
    )
    wrong = next((reason for holds, reason in refused if holds), None)
    return wrong or figure.value or Misstep.UNREAD
