"""Groups defined where they are used: “Nhóm 1 (dưới 260 việc và dưới 30 tỷ đồng): 82%”, “Chi cục loại I (từ 1.000 việc trở lên)”.

With its bracket the name is one more spelling of the group, so that every sentence and every cell reads it as that name. Below a line
that tells people or bodies apart (“Chấp hành viên được chia nhóm như sau:”) a colon does instead of the bracket: “Nhóm 1: có …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH227, TH228
from thads_dsl.model.statistics import Base, Kind
from thads_dsl.source import Passage, SourceText, Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import Name, NameKind, NameTable, atoms
from thads_dsl.syntax.outline_tree import Item, Outline, Section
from thads_dsl.syntax.written_forms import Figure
from thads_dsl.vocabulary import Vocabulary, defined, filled, name_table

_GROUP = re.compile(r"(?P<name>\b(?i:nhóm|cụm|khối|loại|mức) (?:\d{1,2}|[IVX]{1,4}|[A-ZĐ]))\s*\((?P<members>[^()]+)\)")
# “Nhóm 1: có số phải thi hành từ 300 việc trở lên”, “Nhóm 2: dưới 300 việc”: all of a line
LISTED = re.compile(
    r"(?P<name>(?i:nhóm|cụm|khối|loại|mức) (?:\d{1,2}|[IVX]{1,4}|[A-ZĐ]))\s*:\s*"
    r"(?P<members>(?:có|dưới|trên|từ|đến)\s[^:]*?)[\s.;,]*"
)
_TELLS_APART = re.compile(r"\b(?:chia|phân)\b[^:]*\b(?:nhóm|cụm|khối|loại|mức)\b", re.IGNORECASE)
# “ít nhất 2/3 là người trực tiếp làm công tác thi hành án (Chấp hành viên, Thư ký thi hành án)”: of those chosen.
_PART = re.compile(
    r"(?:\d ?%|\d/\d|nửa|cá nhân|người) (?:phải )?là (?P<name>[^\W\d][^(),;:.\d]+?)\s*\((?P<members>[^()]+)\)", re.IGNORECASE
)
_SAYS_NOTHING = frozenset({"HAVING", "COMMA", "FOR"})
_BASES = frozenset(base.value for base in Base)


@dataclass(frozen=True, slots=True)
class _Found:
    """A group: its name with the bracket (None behind a colon), the words before it, the name, and what is said of it."""

    item: int
    written: Passage | None
    before: Passage
    name: str
    members: Passage
    people: bool = False  # told by their posts: only names, of a group that nothing else declares

    @property
    def said(self) -> str:
        """The name and what is said of it."""
        return self.written.text if self.written is not None else f"{self.name}: {self.members.text}"

    @property
    def span(self) -> Span:
        """Where the group is defined."""
        return (self.written or self.members).span()


def lines_of_nobody(told: Iterable[Diagnostic]) -> frozenset[int]:
    """Where a group is defined of which nobody knows whose it is, as complained of."""
    return frozenset(each.at.span.line for each in told if each.code is TH227)


def with_groups(source: SourceText, outline: Outline, vocabulary: Vocabulary, below: Vocabulary) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary with the groups that brackets define, and complaints: of whom a group is, or that it is defined in two ways."""
    found = sorted((*_in_brackets(outline), *_behind_colons(outline)), key=lambda each: each.item)
    if not found:
        return vocabulary, []
    names = name_table(filled(vocabulary, (line.text for line in source.folded)))
    gathering = _Gathering(source, outline, vocabulary, below, names)
    for each in found:
        said = _Said.read(each.members, names)
        if said is not None and (not each.people or _are_posts(each, names)):  # words of another sort: the sentence is read as it stands
            gathering.take(each, said)
    return gathering.vocabulary, gathering.complaints


def _in_brackets(outline: Outline) -> Iterator[_Found]:
    for index, item in enumerate(outline.items):
        for passage in (item.text, *item.rows) if not item.aside else ():
            for found in (*_GROUP.finditer(passage.text), *_PART.finditer(passage.text)):
                members = passage.cut(found.start("members"), found.end("members"))
                written = passage.cut(found.start("name"), found.end())
                yield _Found(index, written, passage.cut(0, found.start("name")), found["name"], members, people=found.re is _PART)


def _behind_colons(outline: Outline) -> Iterator[_Found]:
    for index, item in enumerate(outline.items):
        text = item.text
        found = LISTED.fullmatch(text.text) if not item.aside else None
        if found is not None and any(_TELLS_APART.search(above.text) for above in _above(outline, index)):
            members = text.cut(found.start("members"), found.end("members"))
            yield _Found(index, None, text.cut(0, 0), found["name"], members)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a bracket says: the kind that it names, if it names one, and the words behind “gồm:” once the kind is known."""

    context: tree.Context
    words: Passage
    meaning: tuple[object, ...]

    @classmethod
    def read(cls, members: Passage, names: NameTable) -> _Said | None:
        """None where the words are neither bounds of figures nor names of units or people."""
        lexemes = lex(members, names)
        if not lexemes:
            return None
        having = replace(lexemes[0], terminal="HAVING", text="", end=lexemes[0].start)
        read = read_tokens(lexemes, ("context",))
        if not isinstance(read, tree.Context) or not (read.having or read.subjects):
            read = read_tokens((having, *lexemes), ("context",))
        if not isinstance(read, tree.Context) or read.facet or read.quantity or read.waves or not (read.having or read.subjects):
            return None
        return cls(read, members, tuple(_meaning(lexemes)))

    @property
    def statistic(self) -> str:
        """What the first bound is one of; empty where it is not said."""
        first = self.context.having.bands[0].quantity if self.context.having is not None and self.context.having.bands else None
        return first.canonical if first is not None else ""

    def defines(self, whom: str, statistic: str) -> Passage:
        """The words of a definition: “Chi cục THADS có dưới 260 việc”, “Phòng THADS khu vực 1, khu vực 2”.

        `statistic` is that of the group before it in the list, for bounds that name none.
        """
        if self.context.having is None:
            rest = any(each.remaining for each in self.context.subjects)
            return self.words.replaced(0, len(self.words.text), f"các {whom} còn lại") if rest else self.words
        start = next(at for at, column in enumerate(self.words.columns) if column >= self.context.having.span.start)
        bands = self.words.cut(start)
        said = "" if self.statistic or not statistic else f"{statistic} "
        return bands.replaced(0, 3 if bands.text.casefold().startswith("có ") else 0, f"{whom} có {said}")


def _meaning(lexemes: Sequence[Lexeme]) -> Iterator[object]:
    """The same for “có dưới 260 việc” and “dưới 260 việc”."""
    for lexeme in lexemes:
        if lexeme.terminal not in _SAYS_NOTHING:
            match lexeme.value:
                case Figure(value=value, unit=unit):
                    yield lexeme.terminal, value, unit
                case Name(canonical=canonical):
                    yield lexeme.terminal, canonical
                case _:
                    yield lexeme.terminal


def _defined_apart(vocabulary: Vocabulary, name: str, names: NameTable) -> tuple[tuple[object, ...], Span] | None:
    """What “Nhóm 1 gồm: …” says elsewhere of a group that is told by figures."""
    phrase = next((text for known, text in vocabulary.by_figures if known.casefold() == name.casefold()), None)
    if phrase is None:
        return None
    lexemes = lex(phrase, names)
    start = next((at + 1 for at, lexeme in enumerate(lexemes) if lexeme.terminal == "HAVING"), 0)
    return tuple(_meaning(lexemes[start:])), phrase.span()


@dataclass(slots=True)
class _Gathering:
    """Groups one by one: the first bracket behind a name defines it, later ones must say the same."""

    source: SourceText
    outline: Outline
    vocabulary: Vocabulary
    below: Vocabulary
    names: NameTable
    complaints: list[Diagnostic] = field(default_factory=list)
    first: dict[str, tuple[tuple[object, ...], Span]] = field(default_factory=dict)
    whom: dict[object, str] = field(default_factory=dict)  # of the groups of a list, as the nearest of them says
    statistics: dict[object, str] = field(default_factory=dict)  # by list: that of the group named last

    def take(self, each: _Found, said: _Said) -> None:
        """One more bracket."""
        key = each.name.casefold()
        if key not in self.first:
            known = _defined_apart(self.vocabulary, each.name, self.names)
            self.first[key] = known or (said.meaning, each.span)
            if known is None:
                self._define(each, said)
        if self.first[key][0] != said.meaning:
            self.complaints.append(_two_ways(self.source, each, self.first[key][1]))
        if each.written is not None:
            spelt = each.written.text, NameKind.SUBJECT, each.name
            self.vocabulary = replace(self.vocabulary, spellings=(*self.vocabulary.spellings, spelt))

    def _define(self, each: _Found, said: _Said) -> None:
        item = self.outline.items[each.item]
        around = each.item if item.rows else ("beside", item.parent)
        statistic = said.statistic or self.statistics.get(around, "") or _divided_by(self.outline, each, self.names)
        self.statistics[around] = statistic
        whom, refused = _whom(self.outline, each, said, self.vocabulary, self.names) or self.whom.get(around, ""), True
        if said.context.subjects and whom:
            self.whom[around] = whom  # “Nhóm 1 (Chi cục THADS có …)” says it for “Nhóm 2 (từ …)” beside it
        if whom:
            text = said.defines(whom, statistic) if not each.people else _by_posts(each.members, self.names)
            line = Item(text, "", text.replaced(0, 0, f"{each.name} gồm: "), False, ())
            self.vocabulary, refusals = defined(self.vocabulary, Section("ĐỐI TƯỢNG THI ĐUA", (line,)), self.below, own=True)
            refused = bool(refusals)
        if refused:  # named all the same: its sentences are not complained of
            self.complaints.append(_of_whom(self.source, each, said))
            named = replace(self.vocabulary, kinds=(*self.vocabulary.kinds, Kind(each.name, Base.COLLECTIVE)))
            self.vocabulary = named.named(NameKind.SUBJECT, each.name)


def _whom(outline: Outline, each: _Found, said: _Said, vocabulary: Vocabulary, names: NameTable) -> str:
    """The kind that a group is a part of: named in the bracket, right before the name, or the nearest above; empty where nobody is."""
    if said.context.subjects and said.context.subjects[0].name.canonical not in _BASES:
        return said.context.subjects[0].name.canonical
    before = [lexeme for lexeme in lex(each.before, names) if lexeme.terminal != WORD]
    if before and before[-1].terminal == NameKind.SUBJECT.value and isinstance(before[-1].value, Name):
        return before[-1].value.canonical
    base = ""
    for passage in _above(outline, each.item):
        kinds = list(dict.fromkeys(value.canonical for value in _subjects(passage, names)))
        if len(kinds) > 1:
            break
        kind = vocabulary.kind(kinds[0]) if kinds else None
        if kind is not None and kind.name not in _BASES:
            return kind.name if base in ("", kind.base.value) else base
        base = base or (kind.name if kind is not None else "")
    return base


def _divided_by(outline: Outline, each: _Found, names: NameTable) -> str:
    """“chia nhóm theo số phải thi hành như sau”: the one statistic that the line above names; empty where it names none, or several."""
    opening = next((above for above in _above(outline, each.item) if _TELLS_APART.search(above.text)), None)
    names_said = (lexeme.value for lexeme in lex(opening, names) if isinstance(lexeme.value, Name)) if opening is not None else ()
    found = {name.canonical for name in names_said if name.kind is NameKind.QUANTITY}
    return found.pop() if len(found) == 1 else ""


def _subjects(passage: Passage, names: NameTable) -> Iterator[Name]:
    for lexeme in lex(passage, names):
        if lexeme.terminal == NameKind.SUBJECT.value and isinstance(lexeme.value, Name):
            yield lexeme.value


def _above(outline: Outline, index: int) -> Iterator[Passage]:
    """The heading of the table, and the lines that open what an item stands in, the nearest first; last whom the whole plan is for."""
    items, at = outline.items, index
    if items[index].rows:
        yield items[index].rows[0]
    while True:
        parent = items[at].parent
        for beside in range(at - 1, -1 if parent is None else parent, -1):
            if items[beside].parent == parent and items[beside].text.text.endswith(":"):
                yield items[beside].text
        if parent is None:
            break
        yield items[parent].text
        at = parent
    yield from (key.value for key in outline.every_key if key.name == "đối tượng thi đua")


def _are_posts(each: _Found, names: NameTable) -> bool:
    """Whether a bracket holds names and nothing that takes some of them out, behind words that are no name yet."""
    listed = {lexeme.terminal for lexeme in lex(each.members, names)} <= {"SUBJECT", "COMMA", "SEMICOLON", "AND"}
    return listed and names.exactly([atom.key for atom in atoms(each.name)]) is None


def _by_posts(members: Passage, names: NameTable) -> Passage:
    """“Chấp hành viên, Thư ký” as a definition lists them."""
    return members.replaced(0, len(members.text), "; ".join(lexeme.text for lexeme in lex(members, names) if lexeme.terminal == "SUBJECT"))


def _of_whom(source: SourceText, each: _Found, said: _Said) -> Diagnostic:
    span = each.members.span()
    line = source.lines[span.line - 1]
    told = said.context.having is not None
    written = source.quote(span)
    ways = (f"{line[: span.start]}{whom} có {written.removeprefix('có ')}{line[span.end :]}" for whom in ("đơn vị", "Chấp hành viên"))
    return Diagnostic(
        code=TH227,
        message=f"“{each.said}”: nhóm của ai",
        at=Label(each.span),
        why="Nhóm được định nghĩa ngay tại đây, nhưng câu này và các dòng phía trên chưa nêu một loại đơn vị hay cá nhân duy nhất.",
        ways=tuple(Way("Nếu là nhóm " + ("đơn vị:", "Chấp hành viên:")[at], way.strip()) for at, way in enumerate(ways)) if told else (),
        lacks=Lack.SUBJECT,
    )


def _two_ways(source: SourceText, each: _Found, first: Span) -> Diagnostic:
    span = each.span
    line = source.lines[span.line - 1]
    named = f"{line[: span.start]}{each.name}{line[span.end :]}".strip()
    return Diagnostic(
        code=TH228,
        message=f"“{each.name}” được định nghĩa hai lần khác nhau",
        at=Label(span),
        also=(Label(first),),
        why="Một tên chỉ là một nhóm. Nếu đây là nhóm khác thì đặt tên khác, ví dụ “Nhóm A”.",
        ways=(Way("Nếu cùng nhóm, bỏ phần trong ngoặc:", named),) if each.written else (),
    )
