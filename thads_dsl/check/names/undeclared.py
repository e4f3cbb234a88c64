"""Names that nobody has declared (TH201, TH202, TH203, TH226, TH909): what is near, or the line that declares them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.declaring import declarations
from thads_dsl.check.names.nobody_left import other_than_the_whole
from thads_dsl.diagnostics import Code, Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH201, TH202, TH203, TH226, TH909
from thads_dsl.diagnostics.suggest import closest, only_marks
from thads_dsl.source import Passage, SourceText, Span, canonical, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.names import NameKind, NameTable, atoms
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.vocabulary import Refusal, Vocabulary

_BANDED = re.compile(r"\([^()]*\d[^()]*\)")
_AGREEING = 2  # lines that spell a name in the same way, against the one that declares it
_UNKNOWN: dict[NameKind, tuple[Code, str]] = {
    NameKind.QUANTITY: (TH201, "số liệu"),
    NameKind.SUBJECT: (TH202, "đối tượng"),
    NameKind.SANCTION: (TH203, "hình thức kỷ luật"),
    NameKind.EVENT: (TH203, "hành vi"),
    NameKind.SHARE_IN: (TH201, "số liệu"),
    NameKind.REWARD: (TH226, "hình thức khen thưởng"),
    NameKind.POST: (TH226, "chức vụ"),
}


def unknown_population_of_plan(facts: Facts, population: Sentence) -> Diagnostic:
    """`Đối tượng thi đua:` names nobody that is known."""
    known = facts.draft.names.of_kind(NameKind.SUBJECT)
    near, at = closest(population.passage.text, known), population.passage.span()
    return Diagnostic(
        code=TH202,
        message=f"“{population.passage.text}”",
        at=Label(at),
        why="Danh mục có một tên gần giống." if near else f"Các tên đã biết: {', '.join(known)}.",
        ways=(Way("Có phải:", f"Đối tượng thi đua: {near}", edit=_put(at, population.passage.text, near)),) if near else (),
    )


def stranger(complaint: Diagnostic, names: NameTable) -> str | None:
    """Whom a complaint that nobody is known by a name leaves in doubt: the known one that the name begins with, empty for nobody.

    “Chi cục THADS cỡ trên ba trăm” may be a band of those. None for any other complaint, where a name is nearly the same, and for a group
    whose figures are not read: “Nhóm II (từ 450 đến dưới 90O việc)” may be a part of anybody.
    """
    if complaint.code is not TH202 or any(way.edit is not None for way in complaint.ways) or _BANDED.search(complaint.message):
        return None
    known = names.beginning(complaint.message.strip("“”"))
    return known.canonical if known is not None else ""


def unknown_subject(facts: Facts, line: Line, strangers: tree.Strangers) -> Diagnostic:
    """“Đối với …” before somebody that nobody has declared, with rules under it."""
    before = _OF_ALL.match(strangers.written)
    taken = before.end() if before and says(strangers.written[before.end() :]) == NameKind.SUBJECT.value else 0
    unknown = _beside_known(facts.draft.names, strangers.written[taken:])
    if not resembles_a_known(facts.draft, strangers.written[taken:][unknown], NameKind.SUBJECT):
        unknown = slice(0, len(strangers.written) - taken)  # “kế toán, thủ quỹ của 09 Chi cục” may be one name
    at = replace(strangers.span, start=strangers.span.start + taken + unknown.start, end=strangers.span.start + taken + unknown.stop)
    told = not_declared(facts.draft, UnknownName(NameKind.SUBJECT, strangers.written[taken:][unknown], at))
    known = next((spelling for spelling in facts.draft.names.of_kind(NameKind.SUBJECT) if strangers.written.endswith(f" {spelling}")), None)
    if known is None or says(strangers.written) == NameKind.SUBJECT.value:
        return told
    alone = Way("Nếu chỉ nói đối tượng ấy thì viết:", as_put_right(line, strangers.written, known), edit=Edit(strangers.span, known))
    return replace(told, ways=(alone, *told.ways))


# Between several whom a context is for.
_JOINED = re.compile(r"\s*(?:[,;]|\bvà)\s+(?:(?:các|những)\s+)?", re.IGNORECASE)


def _beside_known(names: NameTable, written: str) -> slice:
    """What is unknown of “Phòng Nghiệp vu và tổ chức và các Chi cục THADS”: without those at either end who are known."""
    start, stop = 0, len(written)
    joints = list(_JOINED.finditer(written))
    for joint in reversed(joints):
        if _is_somebody(names, written[joint.end() : stop]):
            stop = joint.start()
    for joint in joints:
        if joint.end() < stop and _is_somebody(names, written[start : joint.start()]):
            start = joint.end()
    return slice(start, stop)


def _is_somebody(names: NameTable, written: str) -> bool:
    found = names.exactly([atom.key for atom in atoms(written)])
    return found is not None and found.kind is NameKind.SUBJECT


# “các đơn vị miền núi”, “Tập thể Tổ giúp việc”: before the name of those that a context is for.
_OF_ALL = re.compile(r"(?:(?:các|những|từng|mỗi|(?:tập thể|cá nhân)(?: là)?)\s+)+", re.IGNORECASE)


def not_declared(draft: Draft, found: UnknownName) -> Diagnostic:
    """A name of some kind that is in no danh mục, with the nearest that is, or the line that would declare it."""
    code, noun = _UNKNOWN[found.kind]
    names = draft.names
    known = other_than_the_whole(names, draft.source.row(found.at.line), found.at, names.of_kind(found.kind))
    near = _near(found.written, known) or _near(found.written, _as_long(found.written, names.of_kind(*_UNKNOWN)))
    declared = _declared(draft.vocabulary, near)
    ways: tuple[Way, ...]
    if found.kind is NameKind.SANCTION:
        why, ways = f"Các hình thức kỷ luật: {', '.join(draft.vocabulary.discipline)}.", ()
    else:
        why = (
            f"Câu này là một quy định nếu đó là tên một {noun}."
            if found.alone
            else f"Máy chưa biết {noun} này; sau đó câu còn một chỗ phải sửa."
        )
        ways = declarations(draft, found, noun)
    if near and found.alone:
        another = ways[-1:] if len(near.split()) != len(found.written.split()) else ()  # a slip of the hand keeps the number of words
        right = _put_right(draft.source.row(found.at.line), found.written, near)
        here = Way("Có phải:", right, edit=_put(found.at, found.written, near))
        why = "Danh mục có một tên gần giống."
        ways = (_spelt_otherwise(draft.source, next(iter(declared), None), found.written, near) or here, *another)
    also = tuple(Label(line.span()) for line in declared)
    return Diagnostic(code=code, message=f"“{found.written}”", at=Label(found.at), also=also, why=why, ways=ways)


def resembles_a_known(draft: Draft, written: str, kind: NameKind) -> bool:
    """Whether words could be a slip of a name of this kind."""
    return bool(_near(written, draft.names.of_kind(kind)))


def _put(at: Span, written: str, near: str) -> Edit:
    """The known name in place of the one that is nearly it."""
    return Edit(at, near, safe=only_marks(written, near))


def _as_long(written: str, known: Iterable[str]) -> Iterator[str]:
    """Those of as many words: of another kind only a slip of the hand can be meant."""
    return (each for each in known if len(each.split()) == len(written.split()))


def _near(written: str, known: Iterable[str]) -> str:
    """The nearest known name that these words could be a slip of: not the words themselves, and nobody's deputy for the head."""
    words = canonical(written).casefold()
    deputy = words.startswith("phó ")
    others = (each for each in known if canonical(each).casefold() != words and each.casefold().startswith("phó ") == deputy)
    return closest(written, others) or ""


def _spelt_otherwise(source: SourceText, line: Passage | None, written: str, near: str) -> Way | None:
    """“án dụng tín”, which one line declares and all others that speak of it spell “án tín dụng”: the slip is in the declaration."""
    if line is None or _times(source, near) > 1 or _times(source, written) < _AGREEING:
        return None
    start = line.text.casefold().find(near.casefold())
    first = written[0].upper() if line.text[start].isupper() else written[0].lower()
    right, at = first + written[1:], line.span(start, start + len(near))
    put_right = canonical(line.text[:start] + right + line.text[start + len(near) :])
    how = f"Các dòng khác đều viết như vậy; tên khai báo ở dòng {line.line} có thể viết sai. Có phải:"
    return Way(how, put_right, edit=Edit(at, right, safe=only_marks(near, right)))


def _times(source: SourceText, words: str) -> int:
    return sum(row.text.casefold().count(words.casefold()) for row in source.folded)


def unknown_operand(vocabulary: Vocabulary, refusal: Refusal, plan: SourceText, source: SourceText | None) -> Diagnostic:
    """The formula of a definition names a statistic that nobody has declared; `source` is the danh mục of which it is a line."""
    item, name = refusal.item, refusal.name
    start = max(item.text.text.find(name, item.text.text.find("=") + 1), 0)
    near = _near(name, (spelling for spelling, kind, _ in vocabulary.spellings if kind is NameKind.QUANTITY))
    at = Label(item.text.span(start, start + len(name)), source=source)
    declared = () if source else _declared(vocabulary, near)
    if not near:
        why, ways = "Công thức chỉ tính từ số liệu đã khai báo.", (Way("Thêm một dòng, chọn đúng đơn vị tính:", f"- {name}: việc"),)
    else:
        text = item.text.text
        right = canonical(f"{item.marker} {text[:start]}{near}{text[start + len(name) :]}".strip())
        why = "Danh mục có một tên gần giống."
        here = Way("Có phải:", right, edit=None if source else _put(at.span, name, near))
        ways = (_spelt_otherwise(plan, next(iter(declared), None), name, near) or here,)
    return Diagnostic(code=TH201, message=f"“{name}”", at=at, also=tuple(Label(line.span()) for line in declared), why=why, ways=ways)


def _declared(vocabulary: Vocabulary, spelling: str) -> tuple[Passage, ...]:
    """The line where the plan itself declares the nearest name: the slip may be there."""
    name = next((name for spelt, _, name in vocabulary.spellings if spelt == spelling), None)
    return tuple(term.line for term in vocabulary.terms if term.name == name and term.line is not None)[:1]


def unknown_population(line: Line, sentence: Sentence) -> Iterator[Diagnostic]:
    """“Đối với công chức khác: …” is prose, since nobody is known by this name: the author should know."""
    words = sentence.passage.text
    if plain(words).startswith("doi voi ") and (line.item.marker or ":" in line.item.text.text):
        yield Diagnostic(
            code=TH909,
            message=f"“{words.partition(':')[0].partition(' ')[2].partition(' ')[2].strip()}”",
            at=Label(sentence.passage.span()),
            why="Máy chưa biết đây là ai nên in dòng này như lời văn, không xét. Nếu là một đối tượng, dùng tên đã có trong danh mục.",
            ways=(Way("Ví dụ:", "Đối với cá nhân không là Chấp hành viên: …"),),
        )


def as_put_right(line: Line, old: str, new: str, at: Span | None = None) -> str:
    """The author's line, marker included, with some words put right; of a table the row of their place."""
    return _put_right(next((row for row in line.item.rows if at is not None and row.line == at.line), line.item.line), old, new)


def _put_right(row: Passage, old: str, new: str) -> str:
    new = new[0].upper() + new[1:] if old[:1].isupper() else new
    return canonical(row.text).replace(canonical(old), new, 1)
