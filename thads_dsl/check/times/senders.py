"""Who must keep a deadline: whom its sentence begins with, or its context names; and names in it that nobody has declared."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base, one_subject, subject
from thads_dsl.check.targets.remaining import HEADS, NAMES, begins, named_first, named_in
from thads_dsl.check.times.continued import goes_on_from
from thads_dsl.check.times.deeds import CAPITAL, DEED, SEND, outsider_named, says_a_deed
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_BASES = frozenset(base.value for base in Base)
_PROPER = rf"(?:\s+{CAPITAL}\w*)+"
_WITHIN = rf"\s+(?:(?:các|{sender_words('belongs')})\s+)?"
_WORDS = rf"[^\W\d]+(?:\s+(?!{DEED}|và\b)[^\W\d]+)*"
# “huyện Mỏ Cày”, “quận 1”, “các huyện miền núi”, “thuộc Cụm thi đua số 2”; “Tổ chức cán bộ”, “Nghiệp vụ và Tổ chức thi hành án”.
_GOES_ON = re.compile(
    rf"(?P<tail>{_WITHIN}(?P<place>(?i:{sender_words('place')}))\.?(?: thi đua)?(?: số)?"
    rf"(?:{_PROPER}|\s+(?:\d+|[IVX]+)\b|\s+(?!{sender_words('all')}\b|{DEED}|số\b){_WORDS}(?:,\s+(?P=place)\s+{_WORDS})*)"
    rf"|\s+(?:{sender_words('apart')})\b(?:\s+(?!{DEED})[^\W\d]+)*"
    rf"|{_PROPER}(?:\s+(?!{DEED})[^\W\d]+|\s+và{_PROPER})*)"
)
# “riêng Văn phòng gửi …”, where nobody is known by the name
_APART = re.compile(rf"riêng (?:đối với )?(?:các )?(?P<who>[^\W\d]+(?:\s+(?!{DEED})[^\W\d]+)*)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|và)\s+(?:các\s+)?", re.IGNORECASE)
_AND_ALSO = re.compile(rf"{_JOINT.pattern}(?P<who>[^\W\d]+(?:\s+(?!{DEED})[^\W\d]+)*?)(?=\s*(?:,|\b{DEED}))", re.IGNORECASE)
# Between one name and the next of those who send.
_JOINS = HEADS | {"BEING", "EXCEPT", "APART_FROM_THAT", "OF", "LPAR", "RPAR"}
# “Hồ sơ đề nghị khen thưởng của các | cá nhân”
_FILE_OF = re.compile(
    rf"\b{sender_words('file')}(?:\s+{sender_words('on')})*(?P<of>\s+(?:của|đối với|cho))?(?:\s+{sender_words('every')})*\s+$",
    re.IGNORECASE,
)
ALL: tuple[str, Subject | None] = ("", None)
UNIT = re.compile(r"đơn vị$", re.IGNORECASE)
_BELONGING = re.compile(sender_words("belongs"), re.IGNORECASE)


def senders(lowering: Lowering, line: Line, sentence: Sentence) -> tuple[tuple[str, Subject | None], ...]:
    """“Các Chi cục THADS gửi hồ sơ …”, “các đơn vị, trừ X, gửi …”: who must keep the day, as written and as the plan knows them.

    A head of a unit sends for all of it. Somebody whom the plan does not know is nobody of those who are judged (None behind the words).
    What goes on with the deadline before it, and names nobody, is sent by the same.
    """
    named, whose = named_first(lowering, sentence), whose_files(lowering, sentence)
    named = whose if whose and are_all(lowering, named) else named
    left_out = _left_out(sentence)
    if not named and not left_out:
        if outsider := outsider_named(sentence):
            return ((canonical(outsider), None),)
        if (before := goes_on_from(lowering, line, sentence)) is not None:
            return senders(lowering, line, before)
        if not line.scope.subjects or line.scope.subjects is _population(lowering):  # a context that names the same kind means that kind
            return (ALL,)
    apart = by_base(lowering, named)
    if len(apart) == len(Base) and not any(each.remaining for each in named):
        if all(each.name.canonical in _BASES and not each.narrowed for each in named):
            return (ALL,)  # “các tập thể, cá nhân”
        return tuple(_sender(lowering, line, sentence, own, left_out) for own in apart.values())
    sender = _sender(lowering, line, sentence, named, left_out)
    if sender == ALL and whose and named == whose and (who := one_subject(lowering, whose[0])) is not None:
        return ((who.name, who),)  # “hồ sơ tập thể”, “hồ sơ Thủ trưởng đơn vị”: a file is not sent for others
    return (sender,)


def are_all(lowering: Lowering, named: tuple[tree.Subject, ...]) -> bool:
    """Nobody, “các đơn vị”, or their heads."""
    every = (Base.COLLECTIVE.value, lowering.draft.vocabulary.head_kind)
    return all(each.name.canonical in every and not (each.narrowed or each.remaining or each.but_for) for each in named)


def whose_files(lowering: Lowering, sentence: Sentence) -> tuple[tree.Subject, ...]:
    """“Hồ sơ cá nhân gửi …”, “gửi hồ sơ đề nghị khen thưởng của Chấp hành viên …”: those whose files are due; nobody where they are all."""
    names = [] if (at := _whose_at(sentence)) is None else _names_from(sentence, at)
    named = named_in(lowering, sentence.passage.cut(names[0].start, names[-1].end)) if names else ()
    of_all = len(by_base(lowering, named)) != 1 or any(UNIT.match(each.text) for each in names)
    return () if of_all or outsider_named(sentence) else named


def _names_from(sentence: Sentence, at: int) -> list[Lexeme]:
    heads = takewhile(lambda each: each.terminal in NAMES, sentence.lexemes[at:])
    return [each for each in heads if each.terminal == NameKind.SUBJECT.value]


def _whose_at(sentence: Sentence) -> int | None:
    """Where the name stands of those whose files a sentence is about; “gửi hồ sơ Phòng chuyên môn” says where they go."""
    for at, each in enumerate(sentence.lexemes):
        of = _FILE_OF.search(sentence.passage.text, 0, each.start) if each.terminal == NameKind.SUBJECT.value else None
        if of is not None:
            person_or_all = isinstance(each.value, Name) and each.value.canonical in _BASES
            sent_there = not of["of"] and not person_or_all and SEND.search(sentence.passage.text, 0, of.start())
            return None if sent_there else at
    return None


def _sender(
    lowering: Lowering, line: Line, sentence: Sentence, named: tuple[tree.Subject, ...], left_out: tuple[str, ...]
) -> tuple[str, Subject | None]:
    known = bool(named or line.scope.subjects)
    who = subject(lowering, named, line.scope, sentence.passage.span()) if known else None
    who = who or Subject(Base.COLLECTIVE.value, Base.COLLECTIVE)
    if left_out:
        who = replace(who, name=f"{who.name}, trừ {', '.join(left_out)}", none_of=(*who.none_of, *left_out))
    if who == Subject(Base.COLLECTIVE.value, Base.COLLECTIVE) or lowering.draft.vocabulary.head_kind in who.any_of:
        return ALL  # “các đơn vị” are all
    return who.name, who


def _left_out(sentence: Sentence) -> tuple[str, ...]:
    """Who stands behind “trừ”."""
    at = next((at for at, lexeme in enumerate(sentence.lexemes) if lexeme.terminal == "EXCEPT"), None)
    if at is None:
        return ()
    behind = takewhile(lambda lexeme: lexeme.terminal in HEADS, sentence.lexemes[at + 1 :])
    return tuple(dict.fromkeys(lexeme.value.canonical for lexeme in behind if isinstance(lexeme.value, Name)))


def doing(lowering: Lowering, line: Line, sentence: Sentence) -> Sentence:
    """The sentence that says what is done by its day: itself, or the one that it goes on with."""
    before = None if says_a_deed(sentence) or named_first(lowering, sentence) else goes_on_from(lowering, line, sentence)
    return sentence if before is None else doing(lowering, line, before)


def _population(lowering: Lowering) -> tuple[tree.Subject, ...]:
    said = lowering.draft.population
    return said.statement.subjects if said is not None and isinstance(said.statement, tree.Context) else ()


def strangers(sentence: Sentence) -> Iterator[UnknownName]:
    """Names of senders that go on behind a declared one (“Chi cục THADS huyện Mỏ Cày” is not all of them), and those behind “riêng”."""
    lexemes, text = sentence.lexemes, sentence.passage.text
    apart = _APART.match(text)
    if apart is not None and lexemes[0].terminal == WORD and says(apart["who"]) == NameKind.SUBJECT.value:
        yield UnknownName(NameKind.SUBJECT, apart["who"], sentence.passage.span(*apart.span("who")))
    yield from _beside(sentence)
    whose = _whose_at(sentence)
    for at in dict.fromkeys((*_senders(lexemes, begins(sentence)), *(() if whose is None else (whose,)))):
        name = lexemes[at]
        known = lexemes[at + 1 : at + 3]  # “các đơn vị | thuộc | Cụm 1”
        found = _GOES_ON.match(text, name.end)
        if found is None or any(each.terminal == NameKind.SUBJECT.value and each.start < found.end() for each in known):
            continue
        base = isinstance(name.value, Name) and name.value.canonical in _BASES
        start = found.end() - len(_bare(found["tail"])) if base else name.start
        yield UnknownName(NameKind.SUBJECT, text[start : found.end()], sentence.passage.span(start, found.end()))


def _beside(sentence: Sentence) -> Iterator[UnknownName]:
    """Those whom nobody knows in a list with some who are known: “Văn phòng và các Phòng THADS khu vực gửi …”."""
    text, known = sentence.passage.text, [each for each in sentence.lexemes if each.terminal == NameKind.SUBJECT.value]
    first = outsider_named(sentence)
    start = text.find(first)
    if first and any(_JOINT.fullmatch(text, start + len(first), each.start) for each in known):
        yield UnknownName(NameKind.SUBJECT, first, sentence.passage.span(start, start + len(first)))
    for at in _senders(sentence.lexemes, begins(sentence)):
        found = _AND_ALSO.match(text, sentence.lexemes[at].end)
        if found and says(found["who"]) == NameKind.SUBJECT.value and not any(each.start == found.start("who") for each in known):
            yield UnknownName(NameKind.SUBJECT, found["who"], sentence.passage.span(*found.span("who")))


def of_a_unit(sentence: Sentence) -> tuple[Lexeme, Lexeme] | None:
    """“Chấp hành viên thuộc Phòng THADS khu vực 3”: the people and the unit that they are of; the unit sends for its people."""
    whose = _whose_at(sentence)
    at = begins(sentence) if whose is None else whose
    match sentence.lexemes[at : at + 3]:
        case (
            Lexeme(terminal=NameKind.SUBJECT.value) as who,
            of,
            Lexeme(terminal=NameKind.SUBJECT.value, value=Name(canonical=name)) as unit,
        ):
            return (who, unit) if _BELONGING.fullmatch(of.text) and name not in _BASES else None
    return None


def files_of_others(sentence: Sentence, head: str) -> tuple[Lexeme, Lexeme] | None:
    """“Các Chi cục THADS gửi hồ sơ cá nhân”: the unit that sends, and those whose files it sends, of whom the unit is not all.

    A `head` sends for all of a unit.
    """
    whose = _whose_at(sentence)
    names = [] if whose is None else _names_from(sentence, whose)
    others = (each for each in sentence.lexemes if each.terminal == NameKind.SUBJECT.value and each not in names)
    sender = next((each for each in others if _sends(sentence, each, head)), None)
    if sender is None or len(names) != 1 or UNIT.match(names[0].text):
        return None
    return sender, names[0]


def _sends(sentence: Sentence, name: Lexeme, head: str) -> bool:
    """“Chi cục THADS | gửi …”, “do Phòng chuyên môn | lập, gửi …”, and not all units."""
    text = sentence.passage.text
    first = name is sentence.lexemes[begins(sentence)] or re.search(r"\bdo (?:các )?$", text[: name.start], re.IGNORECASE)
    one = isinstance(name.value, Name) and name.value.canonical not in (*_BASES, head)
    return bool(first) and one and SEND.search(text, name.end) is not None


def _bare(tail: str) -> str:
    """“thuộc Cụm thi đua số 2” → “Cụm thi đua số 2”."""
    return re.sub(rf"^{_WITHIN}", "", tail)


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
        belongs = lexeme.terminal == WORD and _BELONGING.fullmatch(lexeme.text) is not None
        reached += 1 if lexeme.terminal in _JOINS or belongs else 0
