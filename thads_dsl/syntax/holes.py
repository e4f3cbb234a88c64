"""A sentence that no family reads → the one name in it that is not declared (hole repair).

A stretch is taken out of the sentence and a name of some kind put in its place; where a family then reads the sentence, the stretch
could be such a name. Of all that could, the shortest is meant whose first words say the same kind.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice

from thads_dsl.source import Passage, Span
from thads_dsl.syntax import award_tree, condition_tree, tree
from thads_dsl.syntax.doubts import begins_with_somebody, goes_on, is_joined, is_known_award, is_list, is_part
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import name_words
from thads_dsl.syntax.heads import DEED, says, without_deed
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.name_shapes import could_be, holds_a_clause
from thads_dsl.syntax.names import MISSING, Name, NameKind, NameTable, atoms, hole
from thads_dsl.syntax.stretches import RULE_WORDS, stretches, wide_stretches

# First words of what a figure of any statistic may be called.
_OF_ANY = re.compile(r"(?:mức|kết quả|thời gian|tiến độ)\b", re.IGNORECASE)
# Families whose sentences hold names.
_FAMILIES = (
    "target",
    "condition",
    "exclusion",
    "award_levels",
    "quota",
    "ranking",
    "grouping",
    "deadline",
    "context",
    "lead_in",
)
_KINDS = (NameKind.QUANTITY, NameKind.SUBJECT, NameKind.SANCTION, NameKind.SHARE_IN, NameKind.REWARD, NameKind.POST, NameKind.EVENT)
_BEHIND_A_GIVER = (*_KINDS[:4], NameKind.POST, NameKind.REWARD)  # “Giấy khen của Cục trưởng và | Phụ trách kế toán”
MOST_TRIED = 60  # stretches that have the shape of a name; one that is really missing is among the first thirty
# Without one of these or those a sentence with a number is not yet a rule with an unknown name.
_TELLING = RULE_WORDS | frozenset(
    (  # noqa: SIM905
        "HAVING_SO HIGHER NOT_HIGHER LOWER NOT_LOWER INCREASE DECREASE EXCEEDING SHORT_OF ASSIGNED AVERAGE MONTHLY NONE_OF "
        "IS_AWARDED_TO QUALIFIED_FOR NOT_CONSIDERED NOT_AWARDED GIVE TOTAL_OF HIGH_TO_LOW LOW_TO_HIGH THEN_BY RANKED "
        "ADDRESSED EXEMPT"
    ).split()
)
_OF_A_GIVER = re.compile(r" của (?!(?:khối|cụm|nhóm) )(?=\S+ )", re.IGNORECASE)
_GIVERS = (NameKind.POST.value, NameKind.SUBJECT.value)
# “Không xét khen thưởng đối với cá nhân | đang bị xem xét trách nhiệm”: of whom the words say what they did, not what they are called.
_LEAVING_OUT = (condition_tree.ExcludedSubjects, condition_tree.ExcludedDisciplined)
_FIGURES = frozenset({"PERCENT", "MEASURE", "NUMBER"})
_CONDUCT = re.compile(r"\b(?:đang|đã|bị|có|không|chưa) ", re.IGNORECASE)
# They open a list whatever their name is: only what its first words tell can be meant for one.
_OPENING = (tree.Context, award_tree.ForAward)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """The stretch that would make the sentence a rule if it were a declared name of this kind."""

    kind: NameKind
    written: str
    at: Span
    spelt: str = ""  # with the deed before it, where the sentence tells one: “lập số biên bản”
    alone: bool = True  # nothing else of the sentence has to be put right


ReadStep = Callable[[tuple[Lexeme, ...]], tuple[Lexeme, ...]]


def names_statistic(written: str) -> bool:
    """Whether words begin like the name of a statistic; “mức phấn đấu”, “kết quả” are none of their own."""
    return says(written) == NameKind.QUANTITY.value and len(written.split()) > 1 and not _OF_ANY.match(written)


def tells_its_kind(found: UnknownName) -> bool:
    """Whether the first words of an unknown name say what it is."""
    if found.kind is NameKind.QUANTITY:
        return names_statistic(found.written)
    said: str = found.kind.value
    return says(found.written) == said


def names_award(written: str) -> bool:
    """Whether words begin like the name of an award and could be one: “Giải Búa vàng, thi hành giỏi”."""
    return says(written) == NameKind.REWARD.value and len(written.split()) > 1 and could_be(written, NameKind.REWARD)


def lacks_statistic(statement: tree.Statement | None) -> bool:
    """Whether a sentence asks something and does not say of what."""
    wanted = statement.wanted if isinstance(statement, tree.Target) else None
    return wanted is not None and wanted.quantity is None and wanted.share is None


def is_missing(lexeme: Lexeme) -> bool:
    """Whether a token is the sign that stands for a missing name."""
    return isinstance(lexeme.value, Name) and lexeme.value.canonical == MISSING


def _as_written(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    return lexemes


def only_name(
    passage: Passage,
    lexemes: tuple[Lexeme, ...],
    names: NameTable,
    families: tuple[str, ...] = _FAMILIES,
    step: ReadStep = _as_written,
) -> UnknownName | None:
    """The one name that a sentence lacks to be a rule, or to be read by certain families; None where it lacks none, or more than one."""
    best: tuple[tuple[bool, ...], UnknownName] | None = None
    narrow, wide = (
        ((start, end) for start, end in each if any(could_be(passage.text[start:end], kind) for kind in _KINDS))
        for each in (stretches(lexemes), wide_stretches(lexemes, passage.text))
    )
    for start, end in chain(islice(narrow, MOST_TRIED), islice(wide, MOST_TRIED)):
        written = passage.text[start:end]
        kind_said = says(written)
        part = is_part(lexemes, start, kind_said) or goes_on(lexemes, end) or is_list(lexemes, start)
        after_number = passage.text[:start].casefold().endswith("số ")  # “tổng số | Thư ký”, but “số cuộc kiểm tra”
        for kind in _BEHIND_A_GIVER if " của " in passage.text[:start] else _KINDS:
            if (
                (after_number and kind is not NameKind.SUBJECT)
                or (kind is NameKind.QUANTITY and _is_whole(lexemes, start, written))
                or (kind is NameKind.REWARD and is_known_award(lexemes, start, end))
                or not could_be(written, kind)
                or (statement := _read_with(passage, start, end, kind, names, families, step)) is None
                or (kind is NameKind.SUBJECT and _is_deed(lexemes, start, end, statement))
            ):
                continue
            found = _named(kind, passage, start, end, names)
            if names.exactly([atom.key for atom in atoms(found.written)]) is not None:
                continue  # “thực hiện | tỷ lệ thi hành xong”: the deed is what is not understood
            whose = kind is NameKind.QUANTITY and begins_with_somebody(lexemes, start)
            doubts = (whose, part or is_joined(lexemes, start, kind), holds_a_clause(written))
            if kind_said in ("", kind.value) and not any(doubts):
                return found
            rank = (*doubts, kind_said != kind.value)
            if best is None or rank < best[0]:
                best = rank, found
    return best[1] if best is not None else None


def _named(kind: NameKind, passage: Passage, start: int, end: int, names: NameTable) -> UnknownName:
    """The name in a stretch, which may begin with a deed."""
    written = passage.text[start:end]
    name = without_deed(written) if kind is NameKind.QUANTITY else written
    given = name[: _giver(name)] if kind is NameKind.REWARD and not name.startswith('"') else name
    if names.exactly([atom.key for atom in atoms(given)]) is None:  # “Cờ thi đua | của Cụm 7”: of a known award it is a part
        name, end = given, end - len(name) + len(given)
    return UnknownName(
        kind, name.strip('" ' if name.startswith('"') else None), passage.span(end - len(name), end), written if name != written else ""
    )


def _giver(written: str) -> int:
    """Where “… | của Cục trưởng”, “… | của Thủ trưởng đơn vị” begins behind the name of an award; its end where nobody gives it.

    “của tỉnh”, “của cụm thi đua số 2” say of which emulation it is the award, and not who gives it.
    """
    givers = (of.start() for of in _OF_A_GIVER.finditer(written) if says(written[of.end() :]) in _GIVERS)
    return next(givers, len(written))


def _is_deed(lexemes: tuple[Lexeme, ...], start: int, end: int, statement: tree.Statement) -> bool:
    """“Chấp hành viên | tổ chức cưỡng chế thành công | ít nhất 02 vụ”: behind a known name and before a count of nothing else: a deed."""
    inside = [lexeme for lexeme in lexemes if start <= lexeme.start and lexeme.end <= end]
    if says(" ".join(lexeme.text for lexeme in inside)) == DEED:
        return True
    if len(inside) < 2 or inside[0].terminal != NameKind.SUBJECT.value or inside[1].terminal == NameKind.SUBJECT.value:
        return False
    if inside[1].text[:1].isupper():
        return False  # “Phòng | Tổ chức cán bộ, Thi đua”
    said = says(" ".join(lexeme.text for lexeme in inside[1:]))
    if said == DEED:
        return True
    counted = any(lexeme.terminal == "MEASURE" and lexeme.start >= end for lexeme in lexemes)
    narrows = said == NameKind.SUBJECT.value or inside[1].text.casefold() in name_words("narrowing")
    return counted and lacks_statistic(statement) and not narrows


def _is_whole(lexemes: tuple[Lexeme, ...], start: int, written: str) -> bool:
    """“88% | số văn bản được phát hành”: what a percentage is one of, and no statistic by itself."""
    before = [lexeme.terminal for lexeme in lexemes if lexeme.end <= start and lexeme.terminal != "OR_MORE"]
    return before[-1:] == ["PERCENT"] and not written.casefold().startswith("tỷ lệ")


def _is_new(written: str, names: NameTable) -> bool:
    """“tỷ lệ hồ sơ được số hóa | 77%”: a statistic, and no known one with words behind it, is wanted so much without “đạt”."""
    return names_statistic(written) and names.beginning(written) is None


def _read_with(
    passage: Passage, start: int, end: int, kind: NameKind, names: NameTable, families: tuple[str, ...], step: ReadStep
) -> tree.Statement | None:
    """What a family reads in the sentence with a name of this kind instead of the stretch."""
    written, said = passage.text[start:end], says(passage.text[start:end])
    lexemes = step(lex(passage.replaced(start, end, hole(kind)), names.with_holes))
    terminals = {lexeme.terminal for lexeme in lexemes}
    told = families is not _FAMILIES or not terminals.isdisjoint(_TELLING) or ("APART_FROM_THAT" in terminals and said == kind.value)
    told = told or (said == kind.value and {"COLON", "PERCENT"} <= terminals)  # “…; Bộ phận một cửa: 75% về việc”
    if WORD in terminals or not (told or ("PERCENT" in terminals and kind is NameKind.QUANTITY and _is_new(written, names))):
        return None
    statement = read_tokens(lexemes, families)
    if isinstance(statement, _LEAVING_OUT) and kind is NameKind.SUBJECT:
        named = said == kind.value or isinstance(statement, condition_tree.ExcludedDisciplined)
        of_figures = said == kind.value and not terminals.isdisjoint(_FIGURES)  # “người đang tập sự | có tỷ lệ … dưới 50%”
        return statement if named and (of_figures or _CONDUCT.search(written) is None) else None
    opens = isinstance(statement, _OPENING) and not (isinstance(statement, tree.Context) and statement.having is not None)
    return statement if said == kind.value or not opens else None
