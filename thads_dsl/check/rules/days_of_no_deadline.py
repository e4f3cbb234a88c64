"""TH101: a day before which something was done, so that it counts: no deadline by which anything is sent."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.times.deeds import SEND
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.judged import in_a_list, judged
from thads_dsl.check.unread.whole_lines import whole_line
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import canonical
from thads_dsl.syntax import date_tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_FILE = re.compile(r"\bhồ sơ\b", re.IGNORECASE)
_ANY_FILE = re.compile(rf"\b{sender_words('file')}", re.IGNORECASE)
_FOLLOWS = re.compile(sender_words("follows"), re.IGNORECASE)
_COUNTS = re.compile(rf"\b{sender_words('counts')}", re.IGNORECASE)


def days_of_no_deadline(facts: Facts) -> Iterator[Diagnostic]:
    """“Sáng kiến được công nhận trước ngày 30/6/2024 được tính điểm”: read as a deadline, what the day decides would be lost."""
    for line in facts.draft.lines:
        for sentence in line.sentences:
            said = sentence.statement
            if isinstance(said, date_tree.Deadline) and (_decides(line, sentence) or _is_followed(sentence, said)):
                yield _told(facts, line, sentence, said)


def _decides(line: Line, sentence: Sentence) -> bool:
    """Whether the words themselves say that the day decides, or it is one of a list that does: “Được kết nạp Đảng trước ngày …”."""
    text = sentence.passage.text
    return _COUNTS.search(text) is not None or (in_a_list(line) and not SEND.search(text) and not _ANY_FILE.search(text))


def _is_followed(sentence: Sentence, said: date_tree.Deadline) -> bool:
    """Whether the words right behind the last day say what comes of it."""
    end = said.due[-1].span.end
    behind = next((each for each in sentence.lexemes if each.span.start >= end and each.terminal != "COMMA"), None)
    return behind is not None and _FOLLOWS.match(sentence.passage.text, behind.start) is not None


def _told(facts: Facts, line: Line, sentence: Sentence, said: date_tree.Deadline) -> Diagnostic:
    own = canonical(sentence.passage.text)
    return told_unread(
        message=f"“{own}”: là hạn gửi hay là điều kiện",
        at=sentence.passage.span(),
        why="“Trước ngày …” là hạn gửi của một việc. Ở câu này, việc xong trước ngày ấy lại là điều kiện để được xét, được tính; "
        "đọc như hạn gửi thì điều kiện bị bỏ sót.",
        ways=(*_as_deadline(facts, line, own, said), *_as_condition(line, sentence, own)),
    )


def _as_deadline(facts: Facts, line: Line, own: str, said: date_tree.Deadline) -> Iterator[Way]:
    """What is no file is sent by no day."""
    days = " và ".join(canonical(facts.draft.source.quote(due.span)) for due in said.due)
    if SEND.search(own):
        late = f"Hồ sơ gửi {days}. Hồ sơ gửi sau thời hạn thì không được xét."
        yield whole_line(facts, line, "Nếu là hạn gửi hồ sơ, hồ sơ muộn không xét:", own, late)
    elif _FILE.search(own):
        yield whole_line(facts, line, "Nếu là hạn gửi hồ sơ:", own, f"Hồ sơ gửi {days}")


def _as_condition(line: Line, sentence: Sentence, own: str) -> tuple[Way, ...]:
    if SEND.search(own):
        return ()
    if in_a_list(line):
        return judged(line, sentence)
    how = "Nếu là điều kiện để Hội đồng bình xét, đặt vào danh sách tiêu chuẩn:"
    asked = f"Có {own}" if sentence.lexemes[0].terminal == NameKind.REWARD.value else own  # “Giấy khen …” in quotes is an award
    return (Way(how, f"- {own};\nHiểu là: Hội đồng bình xét “{asked}”"),)
