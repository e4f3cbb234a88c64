"""What is done by a day: whether files are handed in by it, and who does it, where that is nobody whom the plan knows."""

import re

from thads_dsl.check.targets.remaining import begins
from thads_dsl.model.statistics import Base
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.lexer import WORD
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

SEND, _RECEIVE, _HANDLE = (re.compile(rf"\b{sender_words(kind)}", re.IGNORECASE) for kind in ("send", "receive", "handle"))
CAPITAL = "[" + "".join(char for char in map(chr, range(0x1F00)) if char.isupper()) + "]"
_FILE = re.compile(rf"\b{sender_words('file')}", re.IGNORECASE)
DEED = rf"(?:{'|'.join(sender_words(kind) for kind in ('send', 'receive', 'handle', 'begins'))})"
# “… và Phòng Tổ chức | gửi”: behind a word, a deed is not written with a capital.
_DEED_IN_SENTENCE = rf"(?:(?<!\w )|(?-i:(?=[^\W\d_])(?!{CAPITAL})))\b{DEED}"
# “…, Phòng Tổ chức | gửi …”: the last part of a name, or one more of a list, behind a comma.
_AND_MORE = rf",\s+(?!(?:{sender_words('setting')}|trừ\b))(?:(?!{_DEED_IN_SENTENCE})[^\W\d]+\s+)+{_DEED_IN_SENTENCE}"
_HEAD = re.compile(rf"(?:{sender_words('every')}\s+)*(?P<who>.*?)(?=\s*(?:[:;(]|(?!{_AND_MORE}),|{_DEED_IN_SENTENCE}|$))", re.IGNORECASE)
_THING = re.compile(rf"\b(?:{sender_words('thing')}|{sender_words('paper')})", re.IGNORECASE)
# “Biên bản họp”, “kết quả bình xét”: no deeds; but “hồ sơ trình Hội đồng” is one.
_PAPER_OF = re.compile(rf"\b{sender_words('paper')}(?:\s+{sender_words('handle')})*", re.IGNORECASE)
# “hồ sơ do Văn phòng gửi …”, “hồ sơ của Công đoàn”
_BY = re.compile(r"\b(?:(?P<whose>hồ sơ (?:của|do))|do|được)\s+", re.IGNORECASE)
_DEEDS = re.compile(rf"\b{DEED}", re.IGNORECASE)
_DUE = frozenset({"BEFORE", "AT_LATEST", "WITHIN", "COLON", "IS_DAY"})


def hands_in(sentence: Sentence, what: str, outsider: bool) -> bool:
    """Whether files for an award are handed in by a deadline of these words; others prepare, judge or decide."""
    end = max((each.end for each in sentence.lexemes if each.terminal in _DUE), default=len(sentence.passage.text))
    said = f"{what} {sentence.passage.text[:end]}"  # `what` may stand in the sentence before; “nhận hồ sơ đến hết …” is said by the day
    if not _FILE.search(said):
        return False
    words = _PAPER_OF.sub("", said)
    sent, handled = SEND.search(words) is not None, _HANDLE.search(words) is not None
    if handled and (outsider or _of_others(sentence)):
        return False
    return sent if outsider else sent or not handled or _RECEIVE.search(words) is not None


def says_a_deed(sentence: Sentence) -> bool:
    """Whether it says that something is sent, taken in or handled."""
    words = _PAPER_OF.sub("", sentence.passage.text)
    return any(form.search(words) for form in (SEND, _RECEIVE, _HANDLE))


def _of_others(sentence: Sentence) -> bool:
    """“Phòng chuyên môn tổng hợp hồ sơ của các đơn vị …”."""
    named = [each.value.canonical for each in sentence.lexemes if isinstance(each.value, Name) and each.terminal == NameKind.SUBJECT.value]
    return named[1:2] == [Base.COLLECTIVE.value] and named[0] not in (base.value for base in Base)


def names_a_thing(words: str) -> bool:
    """Whether words say what is sent, or by which day what is done."""
    return any(form.search(words) for form in (_FILE, _THING))


def outsider_named(sentence: Sentence) -> str:
    """Who a sentence says does it, where that is nobody whom the plan knows: “Văn phòng tổng hợp hồ sơ”; empty where it names nobody.

    Who takes files in says nothing of those who send them.
    """
    text, start = sentence.passage.text, begins(sentence)
    first = sentence.lexemes[start] if start < len(sentence.lexemes) else None
    due = next((each for each in sentence.lexemes[start + 1 :] if each.terminal in _DUE), None)
    if first is None or _takes_in(text[first.start : len(text) if due is None else due.end]):
        return ""
    end = len(text) if due is None else due.start
    if first.terminal == NameKind.POST.value:
        return first.text
    who = _who(text[first.start : end]) if first.terminal == WORD else ""
    if who and (_FILE.search(text) or says(who) == NameKind.SUBJECT.value):
        return who
    return next((who for found in _BY.finditer(text, 0, end) if (who := _behind(sentence, found, end))), "")


def _who(words: str) -> str:
    """The words before the first deed; nobody where they name a thing."""
    found = _HEAD.match(words)
    if found is None or _THING.match(words, found.start("who")) or _FILE.search(found["who"]):
        return ""
    return found["who"].strip()


def _behind(sentence: Sentence, by: re.Match[str], end: int) -> str:
    """Whom “do”, “hồ sơ của” names, where nobody knows it."""
    unknown = any(each.terminal == WORD and each.start == by.end() for each in sentence.lexemes)
    who = _who(sentence.passage.text[by.end() : end]) if unknown else ""
    return who if by["whose"] or says(who) == NameKind.SUBJECT.value else ""


def _takes_in(words: str) -> bool:
    """Whether the deed next to the day is to take in."""
    deeds = [deed for deed in _DEEDS.findall(words) if any(form.fullmatch(deed) for form in (SEND, _RECEIVE, _HANDLE))]
    return any(_RECEIVE.fullmatch(deed) for deed in deeds[-1:])
