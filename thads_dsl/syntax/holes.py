"""A sentence that no family reads → the one name in it that is not declared (hole repair).

A stretch is taken out of the sentence and a name of some kind put in its place; where a family then reads the sentence, the stretch
could be such a name. Of all that could, the shortest is meant whose first words say the same kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from thads_dsl.source import Passage, Span
from thads_dsl.syntax import award_tree, condition_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import name_words, phrases
from thads_dsl.syntax.heads import DEED, says, without_deed
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import Name, NameKind, NameTable, atoms, ends_with_figure, hole

# First words of what a figure of any statistic may be called.
_OF_ANY = re.compile(r"(?:mức|kết quả|thời gian|tiến độ)\b", re.IGNORECASE)
# Families whose sentences hold names.
_FAMILIES = ("target", "condition", "award_levels", "quota", "ranking", "context", "lead_in")
_KINDS = (NameKind.QUANTITY, NameKind.SUBJECT, NameKind.SANCTION, NameKind.SHARE_IN, NameKind.REWARD, NameKind.POST)
_FIGURED = (NameKind.QUANTITY, NameKind.SHARE_IN)  # behind which figures may stand
_WIDEST = 30  # tokens from the first unknown word to the last
_MOST_TRIED = 60  # stretches that have the shape of a name; one that is really missing is among the first thirty
_AROUND = 5  # known tokens on either side that may belong to the name
# Words that only rules use: no name holds one at an end.
_RULE_WORDS = frozenset(
    "REACH STRIVE HAVING AT_LEAST AT_MOST ABOVE BELOW OR_MORE OR_LESS DISCIPLINED AWARD_FORM AWARDS FOR".split()  # noqa: SIM905
)
# Without one of these or those a sentence with a number is not yet a rule with an unknown name.
_TELLING = _RULE_WORDS | frozenset(
    (  # noqa: SIM905
        "HAVING_SO HIGHER NOT_HIGHER LOWER NOT_LOWER INCREASE DECREASE EXCEEDING SHORT_OF ASSIGNED AVERAGE MONTHLY NONE_OF "
        "IS_AWARDED_TO QUALIFIED_FOR NOT_CONSIDERED NOT_AWARDED GIVE TOTAL_OF HIGH_TO_LOW LOW_TO_HIGH THEN_BY RANKED"
    ).split()
)
# Figures that rules set: no name holds one. A legal reference and a stretch of years may stand within a name.
_FIGURES = frozenset(
    "PERCENT AWARDS DATE ANNIVERSARY PLACE".split()  # noqa: SIM905
)
_STATISTIC = re.compile(r"\s(?:có số\b|tổng số|t[ỷỉ] lệ|số (?!\d|liệu\b|hóa\b|(?-i:[A-ZĐ])))", re.IGNORECASE)  # of somebody no part
# Where a rule begins behind those that it is for, but for the words of name_words.txt.
_TURNING = frozenset("REACH STRIVE HAVING NONE_OF NOT_REACH MUST_REACH".split())  # noqa: SIM905
_MOST_TURNS = 3
_LONGEST_PHRASE = 6  # words
_COUNTS = frozenset({"MEASURE", "SCORE", "PERCENT_POINTS", "MONTHS"})  # figures with a unit, which end no name
# They open a list whatever their name is: only what its first words tell can be meant for one.
_OPENING = (tree.Context, condition_tree.LeadIn, award_tree.ForAward)
# Words that begin or join clauses: behind a comma, and anywhere. What holds one is a sentence, no name.
_CLAUSES = re.compile(
    r", (?:không|chưa|thì|nếu|khi|trường hợp|được|phải|bằng|xếp|trừ|riêng|còn|do|trong đó|nhưng|mỗi|cứ|đối với)\b"
    r"|\b(?:thì|nếu|nhưng|so với|cao hơn|thấp hơn|đợt (?:\d+|thứ))\b|[:;=]|\((?:không|chưa) (?:bao )?gồm\b|\(trừ\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """The stretch that would make the sentence a rule if it were a declared name of this kind."""

    kind: NameKind
    written: str
    at: Span
    spelt: str = ""  # with the deed before it, where the sentence tells one: “lập số biên bản”


def unknown_name(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """The name that a sentence lacks to be a rule, the first where somebody and what is asked of them lack; None where none is missing."""
    return _before_colon(passage, names) or _only_name(passage, lexemes, names) or _somebody_before(passage, lexemes, names)


def _before_colon(passage: Passage, names: NameTable) -> UnknownName | None:
    """“Tỷ lệ hồ sơ được số hóa: từ 95% trở lên”: a statistic before a colon, and behind it a target of none."""
    left, colon, right = passage.text.partition(":")
    written = left.strip()
    if not colon or not names_statistic(written) or not _could_be(written, NameKind.QUANTITY):
        return None
    if not lacks_statistic(read_tokens(lex(passage.cut(len(passage.text) - len(right)), names), ("target",))):
        return None
    return UnknownName(NameKind.QUANTITY, written, passage.span(left.find(written), left.find(written) + len(written)))


def names_statistic(written: str) -> bool:
    """Whether words begin like the name of a statistic; “mức phấn đấu”, “kết quả” are none of their own."""
    return says(written) == NameKind.QUANTITY.value and len(written.split()) > 1 and not _OF_ANY.match(written)


def lacks_statistic(statement: tree.Statement | None) -> bool:
    """Whether a sentence asks something and does not say of what."""
    wanted = statement.wanted if isinstance(statement, tree.Target) else None
    return wanted is not None and wanted.quantity is None and wanted.share is None


def _somebody_before(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """“Ban Quản lý kho | không để xảy ra mất tài sản”: unknown people or a body before a rule that lacks one name more."""
    if not lexemes or lexemes[0].terminal not in (WORD, NameKind.SUBJECT.value):
        return None
    keys = [lexeme.text.casefold() for lexeme in lexemes]
    turns = (at for at in range(2, len(lexemes)) if keys[at] in name_words("turns") or lexemes[at].terminal in _TURNING)
    for at in islice(turns, _MOST_TURNS):
        end = lexemes[at - 1].end
        written = passage.text[lexemes[0].start : end]
        if says(written) != NameKind.SUBJECT.value or not _could_be(written, NameKind.SUBJECT):
            continue
        rest = passage.replaced(lexemes[0].start, end, hole(NameKind.SUBJECT))
        if _only_name(rest, lex(rest, names.with_holes), names.with_holes) is not None:
            return UnknownName(NameKind.SUBJECT, written, passage.span(lexemes[0].start, end))
    return None


def _only_name(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """The one name that a sentence lacks to be a rule; None where it lacks none, or more than one."""
    unlike: UnknownName | None = None
    shaped = ((start, end) for start, end in _stretches(lexemes) if any(_could_be(passage.text[start:end], kind) for kind in _KINDS))
    for start, end in islice(shaped, _MOST_TRIED):
        written = passage.text[start:end]
        kind_said, part = says(written), _is_part(lexemes, start) or _goes_on(lexemes, end)
        after_number = passage.text[:start].casefold().endswith("số ")  # “tổng số | Thư ký”, but “số cuộc kiểm tra”
        for kind in _KINDS:
            if (
                (after_number and kind is not NameKind.SUBJECT)
                or (kind is NameKind.QUANTITY and _is_whole(lexemes, start, written))
                or not _could_be(written, kind)
                or (statement := _read_with(passage, start, end, kind, kind_said, names)) is None
                or (kind is NameKind.SUBJECT and _is_deed(lexemes, start, end, statement))
            ):
                continue
            found = _named(kind, passage, start, end)
            if names.exactly([atom.key for atom in atoms(found.written)]) is not None:
                continue  # “thực hiện | tỷ lệ thi hành xong”: the deed is what is not understood
            whose = kind is NameKind.QUANTITY and _begins_with_somebody(lexemes, start)
            if kind_said in ("", kind.value) and not part and not whose:
                return found
            unlike = unlike or found
    return unlike


def _named(kind: NameKind, passage: Passage, start: int, end: int) -> UnknownName:
    """The name in a stretch, which may begin with a deed."""
    written = passage.text[start:end]
    name = without_deed(written) if kind is NameKind.QUANTITY else written
    return UnknownName(kind, name.strip('" '), passage.span(end - len(name), end), written if name != written else "")


def _is_deed(lexemes: tuple[Lexeme, ...], start: int, end: int, statement: tree.Statement) -> bool:
    """“Chấp hành viên | tổ chức cưỡng chế thành công | ít nhất 02 vụ”: behind a known name and before a count of nothing else: a deed."""
    inside = [lexeme for lexeme in lexemes if start <= lexeme.start and lexeme.end <= end]
    if says(" ".join(lexeme.text for lexeme in inside)) == DEED:
        return True
    if len(inside) < 2 or inside[0].terminal != NameKind.SUBJECT.value or inside[1].terminal == NameKind.SUBJECT.value:
        return False
    said = says(" ".join(lexeme.text for lexeme in inside[1:]))
    if said == DEED:
        return True
    counted = any(lexeme.terminal == "MEASURE" and lexeme.start >= end for lexeme in lexemes)
    narrows = said == NameKind.SUBJECT.value or inside[1].text[:1].isupper() or inside[1].text.casefold() in name_words("narrowing")
    return counted and lacks_statistic(statement) and not narrows


def _is_whole(lexemes: tuple[Lexeme, ...], start: int, written: str) -> bool:
    """“88% | số văn bản được phát hành”: what a percentage is one of, and no statistic by itself."""
    before = [lexeme.terminal for lexeme in lexemes if lexeme.end <= start and lexeme.terminal != "OR_MORE"]
    return before[-1:] == ["PERCENT"] and not written.casefold().startswith("tỷ lệ")


def _is_part(lexemes: tuple[Lexeme, ...], start: int) -> bool:
    """Whether a name of the danh mục stands right before a stretch, which then rather belongs to it: “Phòng | Kiểm tra”."""
    before = next((lexeme for lexeme in reversed(lexemes) if lexeme.end <= start), None)
    known = before.value if before is not None else None
    return isinstance(known, Name) and known.kind is NameKind.SUBJECT and known.canonical not in ("tập thể", "cá nhân")


def _begins_with_somebody(lexemes: tuple[Lexeme, ...], start: int) -> bool:
    """“Văn thư nhập dữ liệu”: who does it is no part of what is counted."""
    return any(lexeme.start == start and lexeme.terminal == NameKind.SUBJECT.value for lexeme in lexemes)


def _goes_on(lexemes: tuple[Lexeme, ...], end: int) -> bool:
    """Whether what stands right behind a stretch rather belongs to it: “Cụm số | 5”, “Tổ xử lý án tồn | trên 05 năm”."""
    behind = [lexeme for lexeme in lexemes if lexeme.start >= end][:2]
    return bool(behind) and (behind[0].terminal in ("NUMBER", "OUT_OF") or not behind[0].text or of_time(behind[-1]))


def _stretches(lexemes: tuple[Lexeme, ...]) -> Iterator[tuple[int, int]]:
    """Where a name may begin and end that holds every unknown word, the shortest first."""
    unknown = [index for index, lexeme in enumerate(lexemes) if lexeme.terminal in (WORD, "QUOTED")]
    if not unknown or unknown[-1] - unknown[0] >= _WIDEST:
        return
    first, last = unknown[0], unknown[-1]
    before = range(first - 1, max(-1, first - 1 - _AROUND), -1)
    behind = range(last + 1, min(len(lexemes), last + 1 + _AROUND))
    lows = [*_inner(lexemes[first : last + 1], first, 1), *_widening(lexemes, before)]
    highs = [*_inner(lexemes[last : first - 1 if first else None : -1], last, -1), *_widening(lexemes, behind)]
    pairs = sorted(((low, high) for low in lows for high in highs if low <= high), key=lambda pair: (pair[1] - pair[0], pair[0]))
    for low, high in pairs:
        if not _counts(lexemes[high]) and not any(lexeme.terminal in _FIGURES for lexeme in lexemes[low : high + 1]):
            yield lexemes[low].start, lexemes[high].end


def _counts(lexeme: Lexeme) -> bool:
    return lexeme.terminal in _COUNTS and not of_time(lexeme)


def of_time(lexeme: Lexeme) -> bool:
    """“05 năm”, “12 tháng” may end a name: “Tổ xử lý án tồn đọng trên 05 năm”."""
    return lexeme.terminal in _COUNTS and lexeme.text.casefold().endswith((" năm", " tháng", " ngày", " giờ"))


def _inner(lexemes: tuple[Lexeme, ...], at: int, step: int) -> Iterator[int]:
    """The outermost unknown word, and those behind it as long as all between could be phrases whose guard wants a known name."""
    reached, words = {0}, [lexeme.text.casefold() for lexeme in lexemes]
    for done in range(len(words)):
        if done in reached:
            yield at + step * done
            run = (words[done : done + length][::step] for length in range(1, _LONGEST_PHRASE + 1))
            reached |= {done + length for length, each in enumerate(run, 1) if " ".join(each) in _function_phrases()}


@cache
def _function_phrases() -> frozenset[str]:
    return name_words("function") | {phrase.text for phrase in phrases()}


def _widening(lexemes: tuple[Lexeme, ...], indexes: range) -> Iterator[int]:
    """Known tokens beside the unknown words, up to one that only rules use; the bound of “trên 05 năm” and a “có” unsaid are none."""
    for index in indexes:
        bounds_time = index + 1 < len(lexemes) and of_time(lexemes[index + 1])
        if lexemes[index].terminal in _RULE_WORDS and lexemes[index].text and not bounds_time:
            return
        yield index


def _could_be(written: str, kind: NameKind) -> bool:
    """Whether a stretch has the shape of a name; only units end with a number, none with one that a bound stands before."""
    keys = [atom.key for atom in atoms(written)]
    first, last = keys[0], keys[-1]
    if kind is NameKind.SANCTION:
        return re.fullmatch(r'"[^"]*"|[^"]*', written) is not None
    if (
        first in (name_words("edge") | name_words("change")) and not (kind is NameKind.REWARD and says(written) == kind.value)
    ) or last in name_words("edge"):
        return False
    if (
        keys[:2] == ["đối", "với"]
        or not first[0].isalpha()
        or not (last[-1].isalnum() or last == ")")
        or written.count("(") != written.count(")")
    ):
        return False
    if kind is NameKind.SUBJECT and last == "số":
        return False
    if (kind is NameKind.SUBJECT or says(written) == NameKind.SUBJECT.value) and _STATISTIC.search(written):
        return False
    bounded = last.isdigit() and len(keys) > 1 and keys[-2] in name_words("edge")
    return not bounded and not _CLAUSES.search(written) and (kind not in _FIGURED or not ends_with_figure(written))


def _read_with(passage: Passage, start: int, end: int, kind: NameKind, said: str, names: NameTable) -> tree.Statement | None:
    """What a family reads in the sentence with a name of this kind instead of the stretch."""
    lexemes = lex(passage.replaced(start, end, hole(kind)), names.with_holes)
    terminals = {lexeme.terminal for lexeme in lexemes}
    if WORD in terminals or terminals.isdisjoint(_TELLING):
        return None
    statement = read_tokens(lexemes, _FAMILIES)
    return statement if said == kind.value or not isinstance(statement, _OPENING) else None
