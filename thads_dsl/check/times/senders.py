"""Who must keep a deadline: whom its sentence begins with, or its context names; and names in it that nobody has declared."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import subject
from thads_dsl.check.targets.remaining import HEADS, begins, named_first
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_BASES = frozenset(base.value for base in Base)
_CAPITAL = "[" + "".join(char for char in map(chr, range(0x1F00)) if char.isupper()) + "]"
_PROPER = rf"(?:\s+{_CAPITAL}\w*)+"
_PLACE = r"(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|TP\.?|[Kk]hu vực|[Ll]iên huyện|[Cc]ụm|[Kk]hối|[Nn]hóm)(?: thi đua)?(?: số)?"
# What those do who send; a name of an office (“Tổ chức cán bộ”) goes on until one of them.
_DEED = (
    r"gửi|nộp|báo cáo|tổng hợp|lập|họp|hoàn thành|trình|thực hiện|rà soát|thẩm định|đăng ký|tham mưu|phối hợp|tiếp nhận|nhận|chủ trì|có"
    r"|phải|xây dựng|tổ chức|kiểm tra|đôn đốc|thông báo|theo dõi|xét|bình xét|chịu|căn cứ|triển khai|chuẩn bị|trước|chậm nhất|trong|và|thì"
)
# “huyện Mỏ Cày”, “quận 1”, “thuộc Cụm thi đua số 2”; “Tổ chức cán bộ”, “Nghiệp vụ và Tổ chức thi hành án”.
_GOES_ON = re.compile(
    rf"(?P<tail>(?:\s+(?:các|thuộc|của|tại|ở))?\s+{_PLACE}(?:{_PROPER}|\s+(?:\d+|[IVX]+)\b)"
    rf"|{_PROPER}(?:\s+(?!(?:{_DEED})\b)[^\W\d]+|\s+và{_PROPER})*)"
)
# “riêng Văn phòng gửi …”, where nobody is known by the name
_APART = re.compile(rf"riêng (?:đối với )?(?:các )?(?P<who>[^\W\d]+(?:\s+(?!(?:{_DEED})\b)[^\W\d]+)*)", re.IGNORECASE)
# Between one name and the next of those who send.
_JOINS = HEADS | {"BEING", "EXCEPT", "APART_FROM_THAT", "OF", "LPAR", "RPAR"}
_BELONGING = frozenset(("của", "thuộc", "tại", "ở"))


def sender(lowering: Lowering, line: Line, sentence: Sentence) -> Subject | None:
    """“Các Chi cục THADS gửi hồ sơ …”, “các đơn vị, trừ X, gửi …”; a head of a unit sends for all of it. None: all.

    What only a comma or “và” joins to the deadline before it, and names nobody, is sent by the same.
    """
    named = named_first(lowering, sentence)
    left_out = _left_out(sentence)
    before = line.sentences.index(sentence) - 1
    if not named and not left_out and before >= 0 and _joined(lowering, line.sentences[before], sentence):
        return sender(lowering, line, line.sentences[before])
    if not named and not left_out and line.scope.subjects in ((), _population(lowering)):
        return None
    known = bool(named or line.scope.subjects)
    who = subject(lowering, named, line.scope, sentence.passage.span()) if known else None
    who = who or Subject(Base.COLLECTIVE.value, Base.COLLECTIVE)
    if left_out:
        who = replace(who, name=f"{who.name}, trừ {', '.join(left_out)}", none_of=(*who.none_of, *left_out))
    if not (who.any_of or who.none_of):
        return None  # “các đơn vị” are all
    return None if lowering.draft.vocabulary.head_kind in who.any_of else who


def _left_out(sentence: Sentence) -> tuple[str, ...]:
    """Who stands behind “trừ”."""
    at = next((at for at, lexeme in enumerate(sentence.lexemes) if lexeme.terminal == "EXCEPT"), None)
    if at is None:
        return ()
    behind = takewhile(lambda lexeme: lexeme.terminal in HEADS, sentence.lexemes[at + 1 :])
    return tuple(dict.fromkeys(lexeme.value.canonical for lexeme in behind if isinstance(lexeme.value, Name)))


def _joined(lowering: Lowering, before: Sentence, sentence: Sentence) -> bool:
    first, then = before.passage.span(), sentence.passage.span()
    between = lowering.draft.source.lines[then.line - 1][first.end : then.start] if first.line == then.line else ""
    return between.strip() in (",", "và") and isinstance(before.statement, date_tree.Deadline)


def _population(lowering: Lowering) -> tuple[tree.Subject, ...]:
    said = lowering.draft.population
    return said.statement.subjects if said is not None and isinstance(said.statement, tree.Context) else ()


def strangers(sentence: Sentence) -> Iterator[UnknownName]:
    """Names of senders that go on behind a declared one (“Chi cục THADS huyện Mỏ Cày” is not all of them), and those behind “riêng”."""
    lexemes, text = sentence.lexemes, sentence.passage.text
    apart = _APART.match(text)
    if apart is not None and lexemes[0].terminal == WORD and says(apart["who"]) == NameKind.SUBJECT.value:
        yield UnknownName(NameKind.SUBJECT, apart["who"], sentence.passage.span(*apart.span("who")))
    for at in _senders(lexemes, begins(sentence)):
        name = lexemes[at]
        known = lexemes[at + 1 : at + 3]  # “các đơn vị | thuộc | Cụm 1”
        found = _GOES_ON.match(text, name.end)
        if found is None or any(each.terminal == NameKind.SUBJECT.value and each.start < found.end() for each in known):
            continue
        base = isinstance(name.value, Name) and name.value.canonical in _BASES
        start = found.end() - len(_bare(found["tail"])) if base else name.start
        yield UnknownName(NameKind.SUBJECT, text[start : found.end()], sentence.passage.span(start, found.end()))


def _bare(tail: str) -> str:
    """“thuộc Cụm thi đua số 2” → “Cụm thi đua số 2”."""
    return re.sub(r"^\s+(?:(?:các|thuộc|của|tại|ở)\s+)?", "", tail)


def _senders(lexemes: tuple[Lexeme, ...], start: int) -> Iterator[int]:
    """Where the names stand that a sentence begins with, and those behind “trừ”."""
    reached = start
    for at, lexeme in enumerate(lexemes):
        if lexeme.terminal == "EXCEPT":
            reached = at
        if at < reached or at > reached:
            continue
        if lexeme.terminal == NameKind.SUBJECT.value:
            yield at
        belongs = lexeme.terminal == WORD and lexeme.text.casefold() in _BELONGING
        reached += 1 if lexeme.terminal in _JOINS or belongs else 0
