"""Lines as read → what each line's context says for it (language reference, “Ngữ cảnh”).

A context governs a stretch of following lines: its children; without children, and with a bullet before it, its following siblings
up to the next context among them; without any marker, what follows it inside the open numbered item.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from typing import TypedDict

from thads_dsl.check.draft import Scope
from thads_dsl.model.statistics import Base
from thads_dsl.source import plain
from thads_dsl.syntax import award_tree, condition_tree, date_tree, tree
from thads_dsl.syntax.outline_tree import BULLETS, Item, ancestors, end_of_document
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import ReadText

_NAMING = (tree.Context, condition_tree.LeadIn, condition_tree.NotConsidered, award_tree.ForAward)
_BASES = frozenset(base.value for base in Base)
_WHO_TAKES_PART = re.compile(r"doi tuong(?: va pham vi)?(?: thi dua| tham gia| ap dung)*\W*")


@dataclass(frozen=True, slots=True)
class _Governed:
    first: int
    end: int
    statement: tree.Statement


def scopes(
    items: tuple[Item, ...], reads: Sequence[ReadText], outermost: tuple[tree.Subject, ...], bases: Mapping[str, str]
) -> tuple[Scope, ...]:
    """The scope of every item, in order; `outermost` are the subjects of the whole plan (`Đối tượng thi đua:`).

    `bases`: of each kind of the vocabulary, whether it is one of tập thể or of cá nhân.
    """
    opening = [index for index, read in enumerate(reads) if read.opens or _is_wave(items, index, read)]
    governed = (_governed(items, opening, index, reads[index]) for index in opening)
    governing = {each.first: each for each in governed if each.first < each.end}  # a numbered item without others inside governs nothing
    active: list[_Governed] = []
    scored: list[_Governed] = []  # what governs a points table above
    scope, found = Scope(subjects=outermost), []
    for index, read in enumerate(reads):
        kept = [context for context in active if index < context.end]
        if index in governing:
            kept = [context for context in kept if not _hidden(context, governing[index])] + [governing[index]]
        if kept != active:
            active = kept
            scope = reduce(lambda around, context: _narrowed(around, context.statement, bases), active, Scope(subjects=outermost))
        own = _own(items, index, read, scope, bases)
        found.append(replace(own, scored=True) if active and active == scored else own)
        if written_table(items[index].rows) is not None:
            scored = active
    return tuple(found)


def facet_of(context: tree.Context) -> str:
    """The facet that a context says, or that the spelling of its quantity tells (“Giảm tiền chuyển kỳ sau”)."""
    return context.facet or (context.quantity.facet if context.quantity else "")


def _own(items: tuple[Item, ...], index: int, read: ReadText, scope: Scope, bases: Mapping[str, str]) -> Scope:
    """The scope of an item, with what its own line says before its colon."""
    if read.context is not None and read.context.statement is not None and not read.opens:
        own = _narrowed(scope, read.context.statement, bases)
        return replace(own, expects_rules=False) if _lists_who(items, index, read) else own
    if scope.expects_rules and (not items[index].marker or _is_title(items, index, read)):
        return replace(scope, expects_rules=False)
    return scope


def _lists_who(items: tuple[Item, ...], index: int, read: ReadText) -> bool:
    """“- Tập thể: các Phòng chuyên môn …” under “3. Đối tượng”: it says who takes part, no rule for them."""
    assert read.context is not None
    under = (plain(items[at].text.text) for at in ancestors(items, items[index].parent))
    return read.context.lexemes[0].terminal != "FOR" and any(_WHO_TAKES_PART.fullmatch(words) for words in under)


def wave_label(ordinal: int) -> str:
    """What a wave is called, however the text names it: “đợt 1”."""
    return f"đợt {ordinal}"


def _is_wave(items: tuple[Item, ...], index: int, read: ReadText) -> bool:
    """“Đợt 1: Thời gian từ …”: a wave that has its period on its own line is still one for what stands under it."""
    return read.context is not None and isinstance(read.context.statement, date_tree.Wave) and _has_children(items, index)


def _hidden(context: _Governed, nearer: _Governed) -> bool:
    """Whether a nearer context says all that this one says, and at least as far; “tập thể” leaves open which of them."""
    sets = _sets(nearer.statement)
    if isinstance(nearer.statement, _NAMING) and _says_bases(nearer.statement.subjects) and _says_more(context.statement):
        sets -= {"subjects"}
    narrows = _says_figures(context.statement, named=True) and _says_figures(nearer.statement, named=False)
    return not narrows and context.end <= nearer.end and _sets(context.statement) <= sets


def _says_figures(context: tree.Statement, *, named: bool) -> bool:
    """Whether a context has bands, with a name before them or without: “Đối với Chi cục THADS có …:”, and in it “Có …:”."""
    return isinstance(context, tree.Context) and context.having is not None and bool(context.subjects) is named


def _says_more(context: tree.Statement) -> bool:
    """Whether a context names somebody, and not only a base."""
    return isinstance(context, _NAMING) and bool(context.subjects) and not _says_bases(context.subjects)


def _sets(context: tree.Statement) -> frozenset[str]:
    match context:
        case tree.Context():
            subjects = () if _is_one_by_one(context) else context.subjects
            said = {"subjects": subjects or context.having, "facet": facet_of(context), "quantity": context.quantity}
            return frozenset(name for name, value in {**said, "versus": context.versus, "wave": context.waves}.items() if value)
        case condition_tree.LeadIn():
            more = [*(["subjects"] if context.subjects else []), *(["award"] if _titled_award(context) else [])]
            return frozenset({"lead_in", "within", "excluding", *more})
        case condition_tree.ItemsLeadIn():
            return frozenset({f"within {context.span}"})  # the list around it goes on
        case condition_tree.NotConsidered():
            return frozenset({"lead_in", "within", "excluding", *(["subjects"] if context.subjects else [])})
        case award_tree.ForAward(subjects=subjects):
            return frozenset({"award", "subjects"} if subjects else {"award"})
        case date_tree.Wave():
            return frozenset({"wave"})
        case tree.Strangers():
            return frozenset({"subjects"})
    return frozenset({"measured"})


def _titled_award(lead_in: condition_tree.LeadIn | None) -> str:
    """The award of a title of standards, which those of the titles inside of it have too unless they name one."""
    return lead_in.award.canonical if lead_in is not None and lead_in.titled and lead_in.award is not None else ""


def _is_one_by_one(context: tree.Context) -> bool:
    """“… của từng đơn vị như sau”: each of those for whom the lines around are, and nobody else."""
    return context.of_each and all(each.name.canonical in _BASES for each in context.subjects)


def _says_bases(subjects: Sequence[tree.Subject]) -> bool:
    """“tập thể”, “cá nhân”, and nothing more."""
    plain_words = (each.narrowed is None and not each.remaining and not each.but_for for each in subjects)
    return bool(subjects) and all(plain_words) and all(each.name.canonical in _BASES for each in subjects)


def _within(around: tuple[tree.Subject, ...], own: tuple[tree.Subject, ...], bases: Mapping[str, str]) -> tuple[tree.Subject, ...]:
    """Whom a context is for that stands inside of another: “tập thể” under “Đối với Chi cục THADS:” are these."""
    outer = {bases.get((each.narrowed or each.name).canonical) for each in around}
    return around if around and _says_bases(own) and outer == {each.name.canonical for each in own} else own


def _narrowed(scope: Scope, context: tree.Statement, bases: Mapping[str, str]) -> Scope:
    """A nearer context replaces what it sets and nothing else."""
    match context:
        case tree.Context():
            return replace(
                scope,
                subjects=(scope.subjects if _is_one_by_one(context) else ())
                or _within(scope.subjects, context.subjects, bases)
                or scope.subjects,
                strangers=None if context.subjects or context.having else scope.strangers,
                having=context.having or (None if context.subjects else scope.having),
                around=_around(scope, context),
                facet=facet_of(context) or scope.facet,
                quantity=context.quantity or scope.quantity,
                turn=context.turn if context.quantity else scope.turn,
                versus=context.versus or scope.versus,
                **_waves(scope, context.waves),
                expects_rules=True,
            )
        case tree.Strangers():
            return replace(scope, subjects=(), strangers=context)
        case condition_tree.LeadIn(subjects=own):
            around = replace(scope, subjects=_within(scope.subjects, own, bases), strangers=None) if own else scope
            around = replace(around, award=_titled_award(scope.lead_in) or scope.award)
            return replace(around, lead_in=context, within=(), excluding=False, expects_rules=True)
        case condition_tree.ItemsLeadIn():
            return replace(scope, within=(*scope.within, context), expects_rules=True)
        case condition_tree.NotConsidered():
            award = context.award.canonical if context.award else ""
            subjects = _within(scope.subjects, context.subjects, bases)
            around = replace(scope, subjects=subjects, strangers=None) if subjects else scope
            return replace(around, lead_in=None, within=(), excluding=True, left_out_of=award, expects_rules=True)
        case date_tree.Measured():
            return replace(scope, measured=context)
        case award_tree.ForAward(award=award, subjects=own):
            subjects = _within(scope.subjects, own, bases)
            around = replace(scope, subjects=subjects, strangers=None) if subjects else scope
            return replace(around, award=award.canonical)
        case date_tree.Wave():
            return replace(scope, wave=wave_label(context.ordinal))
    raise AssertionError(f"{type(context).__name__} opens nothing")


def _around(scope: Scope, context: tree.Context) -> tuple[tree.Having, ...]:
    """The bands that those of a nearer context lie inside of: the same ones are meant by it, of whom it takes some."""
    if context.subjects and not same_names(scope.subjects, context.subjects):
        return ()
    if context.having is None:
        return () if context.subjects else scope.around
    return scope.around if scope.having is None else (*scope.around, scope.having)


def same_names(one: Sequence[tree.Subject], other: Sequence[tree.Subject]) -> bool:
    """Whether two lists of subjects name the same ones."""
    return [each.name.canonical for each in one] == [each.name.canonical for each in other]


class _Waves(TypedDict):
    wave: str
    each_wave: bool
    among: tuple[str, ...]


def _waves(scope: Scope, said: tree.Waves | None) -> _Waves:
    """The wave that a context is for, or those in each of which what it says holds."""
    if said is None:
        return _Waves(wave=scope.wave, each_wave=scope.each_wave, among=scope.among)
    if said.one:
        return _Waves(wave=wave_label(said.one), each_wave=False, among=())
    return _Waves(wave=scope.wave, each_wave=True, among=tuple(map(wave_label, said.ordinals)))


def _governed(items: tuple[Item, ...], opening: list[int], index: int, read: ReadText) -> _Governed:
    assert read.context is not None and read.context.statement is not None
    item = items[index]
    end = item.end
    if not item.marker:
        numbered = (at for at in ancestors(items, item.parent) if items[at].marker not in BULLETS)
        end = next((items[at].end for at in numbered), end_of_document(items, index))
    elif item.marker in BULLETS and not _has_children(items, index):
        around = items[item.parent].end if item.parent is not None else end_of_document(items, index)
        later = islice(opening, bisect_right(opening, index), None)
        siblings = (at for at in later if at < around and items[at].parent == item.parent and items[at].marker)
        end = next(siblings, around)
    return _Governed(index + 1, end, read.context.statement)


def _has_children(items: tuple[Item, ...], index: int) -> bool:
    return any(items[at].parent == index and items[at].marker for at in range(index + 1, items[index].end))


def _is_title(items: tuple[Item, ...], index: int, read: ReadText) -> bool:
    """A marked line that others stand under, and that says no rule itself; above a mere paragraph “6. Hồ sơ”, a number without a stop."""
    item = items[index]
    headed = item.end > index + 1 and item.marker not in BULLETS and item.text.text[-1:] not in (".", ";", ",")
    return (headed or _has_children(items, index)) and not any(sentence.statement for sentence in read.sentences)
