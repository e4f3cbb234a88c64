"""TH101: what a file holds and the day on which it is due in one breath: read as the one, the other would be lost."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.times.deeds import SEND, outsider_named
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.whole_lines import whole_line
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import condition_tree, date_tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

# “Hồ sơ (gồm: …”, “gửi hồ sơ gồm …”; “gồm cả bản điện tử” and “gồm 02 bộ” name no paper.
_HOLDS = re.compile(
    r"\bhồ sơ\b[^.;:()]*?[\s(]*(?<!không )(?P<holds>(?<!không )(?:bao )?gồm(?: có)?)\b"
    r"(?! cả\b|:? (?:\d+|một|hai|ba) (?:\(\w+\) )?bộ\b)[\s:]*",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|trong (?:thời hạn|vòng)|đến hết|thời hạn|hạn)\b[^;]*?\d", re.IGNORECASE)
_PAPER = re.compile(rf"{sender_words('paper')}", re.IGNORECASE)
_NO_PAPER = re.compile(
    "|".join(sender_words(kind) for kind in ("thing", "send", "receive", "handle", "every", "setting", "head")), re.IGNORECASE
)
_FILE = re.compile(r"hồ sơ\b", re.IGNORECASE)
_NAMED_FIRST = frozenset((NameKind.SUBJECT.value, NameKind.POST.value, "BEFORE", "AT_LATEST", "WITHIN", "TERM_OF", "LAST_DAY"))
_DUE = (date_tree.Deadline, date_tree.DeadlineWithin)


def papers_and_days(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """The complaint about such a sentence, or about such a clause behind a list of papers, with a sentence for each of the two."""
    before, behind = _joined(facts, line, sentence)
    if _HOLDS.search(sentence.passage.text):
        # “Trước ngày …, các đơn vị gửi hồ sơ gồm: Tờ trình; Biên bản”: the papers go on behind a semicolon
        if _DAY.search(sentence.passage.text) is None:
            return None
        listed = behind is not None and behind.statement is None
        return _told(facts, line, (sentence, behind if listed and behind is not None else sentence))
    if before is None or not isinstance(sentence.statement, _DUE) or not _is_a_list(before) or not _goes_on(sentence):
        return None
    return _told(facts, line, (before, sentence))


def _joined(facts: Facts, line: Line, sentence: Sentence) -> tuple[Sentence | None, Sentence | None]:
    """The clause before a clause, and the last of those behind it, with semicolons between them."""
    at = line.sentences.index(sentence)
    before = line.sentences[at - 1] if at and _by_semicolon(facts, line.sentences[at - 1], sentence) else None
    last = at
    while last + 1 < len(line.sentences) and _by_semicolon(facts, line.sentences[last], line.sentences[last + 1]):
        last += 1
    return before, line.sentences[last] if last > at else None


def _by_semicolon(facts: Facts, one: Sentence, two: Sentence) -> bool:
    first, second = one.passage.span(), two.passage.span()
    return first.line == second.line and ";" in facts.draft.source.quote(Span(first.line, first.end, second.start))


def _is_a_list(sentence: Sentence) -> bool:
    return isinstance(sentence.statement, condition_tree.Dossier) or _HOLDS.search(sentence.passage.text) is not None


def _goes_on(sentence: Sentence) -> bool:
    """Whether a deadline begins with one more paper, and not with the file, a deed, a day or those who send it."""
    text = sentence.passage.text
    if _FILE.match(text) or sentence.lexemes[0].terminal in _NAMED_FIRST or SEND.match(text):
        return False
    return _PAPER.match(text) is not None or not (_NO_PAPER.match(text) or outsider_named(sentence))


def _told(facts: Facts, line: Line, parts: tuple[Sentence, Sentence]) -> Diagnostic:
    first, last = parts[0].passage.span(), parts[1].passage.span()
    whole = canonical(facts.draft.source.quote(Span(first.line, first.start, last.end)))
    ways = [whole_line(facts, line, "Viết thành hai câu:", whole, apart)] if (apart := _apart(whole)) else []
    if parts[0] is not parts[1] and isinstance(parts[1].statement, _DUE):
        own = canonical(parts[1].passage.text)
        alone = f"{whole[: whole.rfind(own)].rstrip(' ;')}. {own[:1].upper()}{own[1:]}"
        ways.append(whole_line(facts, line, "Nếu chỉ giấy tờ đứng cạnh ngày ấy có thời hạn:", whole, alone))
    return told_unread(
        message="hồ sơ gồm những gì và thời hạn nằm chung một câu",
        at=Span(first.line, first.start, last.end),
        why="Đọc liền như vậy thì danh sách giấy tờ bị mất hoặc thiếu. Mỗi việc viết một câu.",
        ways=tuple(ways),
    )


def _apart(whole: str) -> str:
    """Both as a sentence each; empty where they cannot be told from each other."""
    holds, day = _HOLDS.search(whole), _DAY.search(whole)
    if holds is None or day is None:
        return ""
    head = whole[: holds.start("holds")].rstrip(" (,:")
    if day.start() < holds.start("holds"):
        return f"{head}. Hồ sơ gồm: {whole[holds.end() :].rstrip(' .;)')}"
    day = _DAY.search(whole, holds.end()) or day
    sent = [each.start() for each in SEND.finditer(whole, holds.end(), day.start())]
    cut = sent[-1] if sent else day.start()
    papers, tail = whole[holds.end() : cut].strip(" ,;()"), whole[cut:].rstrip(" )")
    if not papers:
        return ""
    if SEND.search(head) or not _FILE.match(head):
        return f"Hồ sơ gồm: {papers}. {head[:1].upper()}{head[1:]} {tail}"
    return f"{head} gồm: {papers}. Hồ sơ {tail}"
