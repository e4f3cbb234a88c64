"""Conditions under their lead-ins → the standards of awards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from thads_dsl.check.draft import Draft, Line, Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base, subject
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH208, TH221
from thads_dsl.model.rules import Condition, QualifiesFor, SomeOf, Standard
from thads_dsl.model.statistics import Subject
from thads_dsl.source import Span
from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.stops import outside

Path = tuple[condition_tree.ItemsLeadIn, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A condition, the item it belongs to, and the lead-ins inside of the list that govern it, outermost first."""

    condition: Condition
    item: tuple[int, int]  # the line, and which of the items that it lists
    path: Path


@dataclass(slots=True)
class StandardDraft:
    """The conditions found under one lead-in for one subject."""

    lead_in: condition_tree.LeadIn
    award: str
    subject: Subject
    entries: list[_Entry] = field(default_factory=list)


@dataclass(slots=True)
class Standards:
    """Standards in the order of their lead-ins."""

    drafts: list[StandardDraft] = field(default_factory=list)
    whole: list[Standard] = field(default_factory=list)  # said in one sentence, without a list
    wanted: list[tuple[str, str, Span]] = field(default_factory=list)  # an award, and the one whose standards are a condition of it
    of_heads: list[tuple[str, Span]] = field(default_factory=list)  # for which a head's own unit must qualify

    def add(self, lowering: Lowering, line: Line, span: Span, conditions: Iterable[Condition]) -> None:
        """Puts conditions under the lead-in that governs their line."""
        conditions = tuple(conditions)
        if line.scope.lead_in is None:
            lowering.found.append(_no_award(span, lacks=Lack.AWARD))
            return
        lead_in = line.scope.lead_in
        award = _award(lowering, line, lead_in)
        who = subject(lowering, (), line.scope, span) if award else None
        if who is None:
            return
        self._want(lowering, award, conditions)
        known = next((each for each in self.drafts if each.lead_in is lead_in and each.subject == who), None)
        if known is None:
            known = StandardDraft(lead_in, award, who)
            self.drafts.append(known)
        item = line.index, _listed_before(line, span)
        known.entries += [_Entry(condition, item, line.scope.within) for condition in conditions]

    def add_whole(
        self, lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.Qualifies, conditions: Iterable[Condition]
    ) -> None:
        """“Bằng khen … tặng cho cá nhân đủ điều kiện tặng Giấy khen”: a standard of one condition."""
        conditions = tuple(conditions)
        assert node.award is not None, "else it belongs to a list"
        self._want(lowering, node.award.canonical, conditions)
        for phrases in by_base(lowering, node.subjects).values():
            who = subject(lowering, phrases, line.scope, node.span)
            if who is None:
                continue
            made = Standard(**lowering.header(line, sentence), award=node.award.canonical, subject=who, conditions=conditions)
            self.whole.append(made)

    def of_one_award(self, lowering: Lowering, node: condition_tree.BothStandards) -> bool:
        """Whether the head and the unit are considered for the same award; a complaint where they are not.

        “chỉ được tặng Bằng khen khi đơn vị đủ điều kiện tặng Giấy khen” speaks of two.
        """
        named = tuple(dict.fromkeys(award.canonical for award in node.awards))
        self.of_heads += [(award, node.span) for award in named[:1]]
        if len(named) > 1:
            message = f"{named[0]} cho người đứng đầu, {named[1]} cho đơn vị"
            lowering.found.append(_no_award(node.span, message, _SAME_AWARD))
        return len(named) < 2

    def _want(self, lowering: Lowering, own: str, conditions: Iterable[Condition]) -> None:
        asked = (each for each in conditions if isinstance(each, QualifiesFor))
        self.wanted += [(own, each.award, lowering.spans[each.id]) for each in asked]

    def finished(self, lowering: Lowering) -> Iterator[Standard]:
        """The standards, each at the place of its lead-in."""
        for draft in self.drafts:
            opening = _opening(lowering, draft.lead_in)
            assert opening.read.context is not None  # it is where the lead-in was read
            header = lowering.header(opening, opening.read.context)
            items = _items(lowering, draft.entries, 0)
            conditions = tuple(condition for item in items for condition in item)
            if not draft.lead_in.every:
                conditions = (_some(lowering, opening, draft.lead_in.some, items),)
            yield Standard(**header, award=draft.award, subject=draft.subject, conditions=conditions)
        yield from self.whole
        known = {draft.award for draft in self.drafts} | {standard.award for standard in self.whole}
        asked = (*((award, span) for _, award, span in self.wanted), *self.of_heads)
        for award, span in asked:
            if award not in known:
                lowering.found.append(_no_award(span, f"kế hoạch chưa có tiêu chuẩn tặng {award}", _NO_STANDARDS, Lack.STANDARDS))
        for own, award, span in self.wanted:
            if award in known and own in self._asked_by(award):
                message = f"tiêu chuẩn tặng {own} và tiêu chuẩn tặng {award} dẫn lẫn nhau" if own != award else f"{own} đòi chính {award}"
                lowering.found.append(_no_award(span, message, _NO_STANDARDS))

    def _asked_by(self, award: str) -> set[str]:
        """The award, and all that its standards ask for."""
        found = {award}
        while more := {asked for own, asked, _ in self.wanted if own in found} - found:
            found |= more
        return found


def item_apart(line: Line, span: Span) -> str:
    """Which item of its list a sentence is in, where not all items are asked; empty where all are."""
    lead_in = line.scope.lead_in
    if line.scope.within or (lead_in is not None and not lead_in.every):
        return f"{line.place}, {line.index}.{_listed_before(line, span)}"
    return ""


def _listed_before(line: Line, span: Span) -> int:
    """How many of the items that a line lists (“một trong các tiêu chuẩn sau: …; …”) end before a place on it."""
    text = line.restated.text
    return sum(text.columns[at] < span.start for at, sign in outside(text.text) if sign == ";") if line.lists_some else 0


def award_meant(draft: Draft, scope: Scope) -> str:
    """The award of a list of standards: said in its lead-in, above it, or the only one of the plan; empty where none is."""
    if scope.lead_in is not None and scope.lead_in.award is not None:
        return scope.lead_in.award.canonical
    named = _awards_named(draft)
    return scope.award or (named[0] if len(named) == 1 else "")


def _awards_named(draft: Draft) -> tuple[str, ...]:
    """The awards that sentences of the plan speak of."""
    named = (each.name.canonical for each in draft.mentions if each.name.kind is NameKind.REWARD and each.read)
    return tuple(dict.fromkeys(named))


def _award(lowering: Lowering, line: Line, lead_in: condition_tree.LeadIn) -> str:
    """The same for a line of the list; a complaint where nothing says it."""
    award = award_meant(lowering.draft, line.scope)
    if not award:
        lowering.found.append(_which_award(lead_in, _awards_named(lowering.draft)))
    return award


def _which_award(lead_in: condition_tree.LeadIn, named: Iterable[str]) -> Diagnostic:
    """“Cá nhân phải đạt các tiêu chuẩn sau:” where several awards, or none, are spoken of."""
    whom = ", ".join(each.name.canonical for each in lead_in.subjects)
    line = f"{{}} được xét, tặng cho {whom} đạt các tiêu chuẩn, điều kiện sau:" if whom else "Tiêu chuẩn xét tặng {}"
    ways = tuple(
        Way("Ghi rõ hình thức khen thưởng:" if at == 0 else "Hoặc:", line.format(award))
        for at, award in enumerate(tuple(named) or ("Giấy khen",))
    )
    message = "câu này chưa nói hình thức khen thưởng nào"
    return Diagnostic(code=TH208, message=message, at=Label(lead_in.span), why=_WHICH_AWARD, ways=ways, lacks=Lack.STANDARDS)


def _items(lowering: Lowering, entries: Iterable[_Entry], depth: int) -> tuple[tuple[Condition, ...], ...]:
    """The items of a list: the conditions of each line, and each list inside of it as one."""
    found: list[tuple[Condition, ...]] = []
    for _, grouped in groupby(entries, lambda entry: id(entry.path[depth]) if len(entry.path) > depth else entry.item):
        group = tuple(grouped)
        if len(group[0].path) > depth:
            inner = group[0].path[depth]
            found.append((_some(lowering, _opening(lowering, inner), inner.some, _items(lowering, group, depth + 1)),))
        else:
            found.append(tuple(entry.condition for entry in group))
    return tuple(found)


def _some(lowering: Lowering, line: Line, asked: condition_tree.KOfN | None, items: tuple[tuple[Condition, ...], ...]) -> SomeOf:
    """“một trong các …”, or so many of the items below, whose number is said."""
    assert line.read.context is not None  # it is where the lead-in was read
    if asked is not None and not (0 < asked.k <= asked.n == len(items)):
        lowering.found.append(wrong_count(asked, len(items), "bên dưới có {} mục"))
    least, exactly = (asked.k, asked.exactly) if asked else (1, False)
    return SomeOf(**lowering.header(line, line.read.context), least=least, exactly=exactly, items=items)


def wrong_count(asked: condition_tree.KOfN, found: int, there: str) -> Diagnostic:
    """“hai trong ba” where there are not three, or “4/3”."""
    reversed_ = asked.k > asked.n or asked.k == 0
    message = f"không thể đạt {asked.k} trong {asked.n}" if reversed_ else f"ghi {asked.n} mục, {there.format(found)}"
    return Diagnostic(
        code=TH221,
        message=message,
        at=Label(asked.span),
        why="Số mục phải đạt và tổng số mục phải khớp với các mục mà câu dẫn đến; nếu không thì không rõ mục nào được tính.",
    )


def _opening(lowering: Lowering, lead_in: tree.Statement) -> Line:
    return next(line for line in lowering.draft.lines if line.read.context is not None and line.read.context.statement is lead_in)


_NO_LEAD_IN = "phía trên chưa có câu “… được xét, tặng cho … đạt các tiêu chuẩn, điều kiện sau:”"
_WHICH_AWARD = "Một điều kiện phải nói rõ để xét hình thức khen thưởng nào."
_SAME_AWARD = "Người đứng đầu và đơn vị xét theo cùng một hình thức khen thưởng; hãy ghi cùng một tên."
_NO_STANDARDS = "Muốn biết ai đủ điều kiện thì phải có tiêu chuẩn của hình thức ấy."


def _no_award(span: Span, message: str = _NO_LEAD_IN, why: str = _WHICH_AWARD, lacks: Lack | None = None) -> Diagnostic:
    return Diagnostic(code=TH208, message=message, at=Label(span), why=why, lacks=lacks)
