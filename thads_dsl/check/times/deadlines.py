"""Sentences about deadlines (D3–D5) → the last day on which something is in time, for whom, in which wave."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import dropwhile, takewhile

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import subject
from thads_dsl.check.targets.figures import impossible_hour
from thads_dsl.check.targets.remaining import addressee, named_in
from thads_dsl.check.times.continued import begins_apart
from thads_dsl.check.times.days import day
from thads_dsl.check.times.deeds import hands_in, names_a_thing
from thads_dsl.check.times.periods import year_in
from thads_dsl.check.times.senders import UNIT, doing, senders
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH527, TH922
from thads_dsl.model.dates import day_text
from thads_dsl.model.rules import Deadline, OpenDeadline, PeriodRule, RecurringDeadline, Term, Wave
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.workdays import Holidays
from thads_dsl.source import canonical
from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_CAMPAIGN = r"(?:các\s+)?(?:đợt|phong trào|thời gian)\b"
_LAST_OF_CAMPAIGN = re.compile(
    rf"^(?:ngày\s+)?(?:kết thúc\s+{_CAMPAIGN}|hết\s+{_CAMPAIGN}|{_CAMPAIGN}[^,;]*\s(?:kết thúc|khép lại)\b)", re.IGNORECASE
)
# “đợt 2 gửi …”: of which wave, and that something is sent, but not what.
_WAVE = re.compile(r"\s*(?:của )?đợt (?:\d+|thứ \w+)", re.IGNORECASE)
_SENT = re.compile(r"(?:(?:riêng(?: đối với)?|thì|được|phải|gửi|nộp|về)\s*)*", re.IGNORECASE)
_BEGINS_SENT = re.compile(r"(?:riêng|thì|được|phải|gửi|nộp|về)\b", re.IGNORECASE)
_JOINS = " ,()"  # “trước ngày 10/5/2026 (đợt 1)”
_SIGNING = re.compile(r"^(?:ngày\s+)?(?:ký|ban hành)\b", re.IGNORECASE)


def deadline(lowering: Lowering, line: Line, sentence: Sentence, node: date_tree.Deadline) -> None:
    """D3, D4: the last day in time, one for each addressee; “trước ngày D” ends the day before D."""
    labels = {rule.ordinal: rule.label for rule in lowering.of(Wave)}
    for due in node.due:
        if due.elided:
            continue  # two readings: a rule complains
        wave = labels.get(due.wave) or lowering.wave_of(line, sentence) or _wave_before(lowering, line, sentence)
        for to, who in _addressees(lowering, line, sentence, due):
            if isinstance(due.day, date_tree.Recurring):
                _recurring(lowering, line, sentence, _what(lowering, line, sentence, node.what), due, wave, to)
            else:
                _once(lowering, line, sentence, node, due, wave, to, who)


def _wave_before(lowering: Lowering, line: Line, sentence: Sentence) -> str:
    """“Hồ sơ đợt 1 gửi trước ngày …, riêng Phòng chuyên môn trước ngày …”: the one wave of the deadlines that it is an exception to."""
    if not begins_apart(sentence.passage.text):
        return ""
    before = [each for each in line.sentences[: line.sentences.index(sentence)] if isinstance(each.statement, date_tree.Deadline)]
    rules = dropwhile(lambda each: begins_apart(each.passage.text), reversed(before))
    waves = {lowering.wave_of(line, each) for each in takewhile(lambda each: not begins_apart(each.passage.text), rules)}
    return waves.pop() if len(waves) == 1 else ""


def _once(
    lowering: Lowering,
    line: Line,
    sentence: Sentence,
    node: date_tree.Deadline,
    due: date_tree.Due,
    wave: str,
    to: str,
    who: Subject | None,
) -> None:
    assert isinstance(due.day, tree.DateRef)
    named = lowering.take(day(due.day, year_in(lowering, wave)))
    if due.hour and not _in_a_day(due.hour):
        lowering.found.append(impossible_hour(due.hour, due.span, canonical(due.day.written)))
        return
    if named is None:
        return
    last = named if due.included else named - timedelta(days=1)
    header = lowering.header(line, sentence, wave)
    lowering.spans[header["id"]] = due.day.span  # the line holds much else
    what = _what(lowering, line, sentence, node.what)
    files = hands_in(doing(lowering, line, sentence), what, outsider=bool(to) and who is None)
    lowering.rules.append(Deadline(**header, what=what, last_day=last, addressee=to, subject=who, files=files))


def _in_a_day(hour: str) -> bool:
    """Whether a clock shows such an hour; “24 giờ” is the end of a day."""
    hours, minutes = (*map(int, re.findall(r"\d+", hour)), 0)[:2]
    return hours * 60 + minutes <= 24 * 60 and minutes < 60


def _what(lowering: Lowering, line: Line, sentence: Sentence, said: str) -> str:
    """What is due; a sentence that names only its wave, or who sends, goes on with what stands before it in the line, or above it."""
    words = canonical(said)
    own = _WAVE.sub("", _without_senders(sentence, words)).strip(_JOINS)
    if not _SENT.fullmatch(own) and (names_a_thing(own) or not _BEGINS_SENT.match(own)):
        return words
    before = line.sentences[: line.sentences.index(sentence)]
    heads = (_WAVE.sub("", _without_senders(each, canonical(_said(each)))).strip(_JOINS) for each in reversed(before))
    return next((head for head in heads if not _SENT.fullmatch(head)), _heading(lowering, line) or words)


def _heading(lowering: Lowering, line: Line) -> str:
    """“1. Hạn gửi hồ sơ” above “- Chi cục THADS: trước ngày …”: what its heading names; empty where it names nothing due."""
    above = lowering.draft.lines[line.item.parent] if line.item.parent is not None else None
    if above is None or above.sentences_with_rules:
        return ""
    words = canonical(above.restated.text.text).strip(" :.")
    return words if names_a_thing(words) else ""


def _without_senders(sentence: Sentence, words: str) -> str:
    """The words without the subjects of the sentence."""
    for lexeme in sentence.lexemes:
        if lexeme.terminal == NameKind.SUBJECT.value:
            words = re.sub(rf"(?:của\s+)?(?:các\s+)?{re.escape(canonical(lexeme.text))}", "", words, count=1, flags=re.IGNORECASE)
    return words.strip(_JOINS)


def _said(sentence: Sentence) -> str:
    node = sentence.statement
    return node.what if isinstance(node, date_tree.Deadline | date_tree.DeadlineWithin) else sentence.passage.text


def _recurring(lowering: Lowering, line: Line, sentence: Sentence, what: str, due: date_tree.Due, wave: str, to: str) -> None:
    found = due.day
    assert isinstance(found, date_tree.Recurring)
    month = found.month if found.every == "năm" else None
    lowering.take(day(_as_date(found, month or 1), 2024))  # a leap year: 29/02 is a day
    if not found.every or (found.every == "quý" and found.month is None) or (found.last_of_month and not due.included):
        return  # several readings: a rule complains
    header = lowering.header(line, sentence, wave)
    lowering.spans[header["id"]] = found.span
    lowering.rules.append(
        RecurringDeadline(
            **header,
            what=what,
            day=found.day,
            month=found.month,
            every=found.every,
            included=due.included,
            addressee=to,
        )
    )


def _as_date(found: date_tree.Recurring, month: int) -> tree.DateRef:
    return tree.DateRef(day=found.day, month=month, year=None, written=found.written, span=found.span)


def _addressees(lowering: Lowering, line: Line, sentence: Sentence, due: date_tree.Due) -> tuple[tuple[str, Subject | None], ...]:
    """Who must keep the day: as written behind it, else the subject of the context, else everybody."""
    words = addressee(sentence, due)
    if due.addressee is None or words is None:
        return senders(lowering, line, sentence)
    named = named_in(lowering, words)
    who = subject(lowering, named, line.scope, due.addressee.span) if named else None
    if who == Subject(Base.COLLECTIVE.value, Base.COLLECTIVE) and UNIT.search(words.text):
        who = replace(who, name="đơn vị")  # units send the files of their people, too
    return ((canonical(words.text.strip()), who),)


def deadline_within(lowering: Lowering, line: Line, sentence: Sentence, node: date_tree.DeadlineWithin) -> None:
    """D5: a term; where it begins on a day that the plan knows, its last day is computed."""
    if node.days < 1:
        lowering.found.append(_no_length(node))
        return
    wave = lowering.wave_of(line, sentence)
    since = node.day.written.casefold().removeprefix("ngày ") if node.day is not None else node.since
    term = Term(days=node.days, working=node.working, since=canonical(since))
    begins = lowering.take(day(node.day, year_in(lowering, wave))) if node.day is not None else _event(lowering, node.since, wave)
    if begins is None and node.day is not None:
        return
    last = _holidays(lowering).after(begins, node.days, node.working) if begins is not None else None
    if begins is not None and last is None:
        lowering.found.append(_no_holidays(lowering, node, begins))
    what = _what(lowering, line, sentence, node.what)
    for to, who in senders(lowering, line, sentence):
        header = lowering.header(line, sentence, wave)
        lowering.spans[header["id"]] = node.span
        if last is None:
            lowering.rules.append(OpenDeadline(**header, what=what, term=term))
            return
        files = hands_in(doing(lowering, line, sentence), what, outsider=bool(to) and who is None)
        lowering.rules.append(Deadline(**header, what=what, last_day=last, addressee=to, subject=who, files=files, term=term))


def _holidays(lowering: Lowering) -> Holidays:
    known = lowering.draft.vocabulary
    return Holidays.listed(((each.first, each.last) for each in known.days_off), known.working_days)


def _event(lowering: Lowering, since: str, wave: str) -> date | None:
    """The day of what the plan itself fixes: the end of the campaign or of a wave, its signing."""
    if _SIGNING.match(since):
        return lowering.calendar.signed
    if not _LAST_OF_CAMPAIGN.match(since):
        return None
    ends = [rule.period.last for rule in lowering.of(Wave) if rule.label == wave]
    campaign = [rule.period.last for rule in lowering.of(PeriodRule) if not rule.measured]
    return next(iter(ends or campaign), None)


def _no_length(node: date_tree.DeadlineWithin) -> Diagnostic:
    return Diagnostic(
        code=TH527,
        message="số ngày của thời hạn chưa dùng được",
        at=Label(node.span),
        why="Thời hạn phải từ 01 ngày trở lên; chữ trong ngoặc phải đúng bằng con số.",
        ways=(Way("Ví dụ:", "trong thời hạn 05 (năm) ngày làm việc kể từ ngày …"),),
    )


def _no_holidays(lowering: Lowering, node: date_tree.DeadlineWithin, begins: date) -> Diagnostic:
    years = ", ".join(str(year) for year in sorted(_holidays(lowering).years)) or "không có năm nào"
    return Diagnostic(
        code=TH922,
        message=f"chưa tính được ngày cuối của thời hạn tính từ {day_text(begins)}",
        at=Label(node.span),
        why=f"Các năm đã có ngày nghỉ: {years}. Thêm vào phần không in, theo thông báo nghỉ lễ, tết của năm ấy:",
        ways=(Way("NGÀY NGHỈ", f"- 01/01/{begins.year}: Tết Dương lịch\n- từ …/…/{begins.year} đến …/…/{begins.year}: Tết Nguyên đán"),),
    )
