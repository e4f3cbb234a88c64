"""What sentences about numbers of awards share: which numbers they mean, that they mean none, and who counts as a unit."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH563
from thads_dsl.model.place import Place
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import canonical
from thads_dsl.syntax import tree

NO_QUOTA = "phía trên chưa có số lượng khen thưởng"


Wanted = Callable[[Quota], bool]


def above_in_item(lowering: Lowering, line: Line) -> list[Quota]:
    """The numbers of the line itself, else all above it in its numbered item, or that this item was found to be about."""
    own = [each for each in lowering.of(Quota) if each.line == line.item.number]
    here = line.place.numbered()
    about = lowering.spoken_of.get(here, ())
    return own or [each for each in lowering.of(Quota) if each.place.numbered() == here or each.id in about]


def spoken_of(lowering: Lowering, line: Line, wanted: Wanted) -> list[Quota]:
    """The numbers that a sentence of its own is about: those above in its item; where it has none, those of the one other item that has.

    “1. Đối với cá nhân: 05 cá nhân. 2. Xét từ cao xuống thấp theo …”
    """
    if here := above_in_item(lowering, line):
        return [each for each in here if wanted(each)]
    elsewhere = _by_item(lowering, line, wanted, Place(line.place.numbered().steps[:-1]))
    if len(elsewhere) != 1:
        return []
    found = next(iter(elsewhere.values()))
    lowering.spoken_of[line.place.numbered()] = tuple(each.id for each in found)
    return found


def _by_item(lowering: Lowering, line: Line, wanted: Wanted, section: Place) -> dict[Place, list[Quota]]:
    """The numbers above in a section that a sentence could be about, by the numbered items they stand in."""
    context = line.read.context.statement if line.read.context is not None else None
    bases = by_base(lowering, context.subjects) if isinstance(context, tree.Context) else {}
    found: dict[Place, list[Quota]] = {}
    for each in lowering.of(Quota):
        fits = (not bases or each.subject.base in bases) and line.scope.award in ("", each.award) and line.scope.wave in ("", each.wave)
        if fits and section.holds(each.place) and wanted(each):
            found.setdefault(each.place.numbered(), []).append(each)
    return found


def tell_of_no_number(lowering: Lowering, line: Line, node: tree.Node, wanted: Wanted, lacking: str) -> None:
    """Complain of a sentence of its own that is about no number, or does not say about which; once for a line."""
    if any(each.code is TH563 and each.at.span.line == line.item.number for each in lowering.found):
        return
    elsewhere = {} if above_in_item(lowering, line) else _by_item(lowering, line, wanted, Place(()))
    if elsewhere:
        lines = ", ".join(f"dòng {each.line}" for numbers in elsewhere.values() for each in numbers[:1])
        where = "trong mục này chưa có số lượng, mục khác có" if len(elsewhere) == 1 else "phía trên có số lượng"
        lacking = f"{where} ở {lines}, chưa rõ câu này nói về số lượng nào"
    told = detail_of_nothing(node, lacking)
    lowering.found.append(replace(told, ways=tuple(_moved_below(line, numbers) for numbers in elsewhere.values())))


def _moved_below(line: Line, numbers: Sequence[Quota]) -> Way:
    """The sentence as a dash below some numbers of an item, which it is then about."""
    said = " và ".join(dict.fromkeys(f"“{each.text}”" for each in numbers))
    return Way(f"Nếu nói về {said}, chuyển câu này xuống dưới dòng {numbers[-1].line}:", f"- {canonical(line.item.text.text)}")


def detail_of_nothing(node: tree.Node, message: str) -> Diagnostic:
    """A sentence that says more of a number, where there is no number of which it could be said."""
    return Diagnostic(
        code=TH563,
        message=message,
        at=Label(node.span),
        why="Câu này nói thêm về một số lượng; hãy viết liền sau số lượng ấy, hoặc thành gạch đầu dòng ngay dưới nó.",
        lacks=Lack.NUMBER,
    )


def nearest_above(lowering: Lowering, line: Line, wanted: Callable[[Quota], bool]) -> tuple[int, Quota] | None:
    """The nearest quota that a sentence of its own is about, and where it is among the rules; of another item it must be the only one."""
    here = line.place.numbered()
    own = [each for each in lowering.of(Quota) if each.place.numbered() == here]
    found = [each for each in own if wanted(each)][-1:] if own else spoken_of(lowering, line, wanted)
    return (lowering.rules.index(found[0]), found[0]) if len(found) == 1 else None


def units_only(lowering: Lowering, who: Subject) -> Subject:
    """“tập thể” among awards are the units of an office, not the office as the sum of them."""
    if who.base is not Base.COLLECTIVE or who.any_of:
        return who
    return replace(who, none_of=who.none_of + tuple(kind.name for kind in lowering.draft.vocabulary.kinds if kind.total))


def same_people(one: Subject, other: Subject) -> bool:
    """Whether two numbers are for the same, by whatever name."""
    return replace(one, name="") == replace(other, name="")
