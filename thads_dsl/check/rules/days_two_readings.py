"""TH528: words about time that can be read in several ways; each reading is offered as a ready line."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH528
from thads_dsl.model.dates import THADS_YEAR, Period, ReportingYear, add_months, day_text
from thads_dsl.source import canonical
from thads_dsl.syntax import condition_tree, date_tree, points_tree, tree
from thads_dsl.syntax.sentences import Sentence

# “Hồ sơ gửi trước ngày 10 của tháng sau”: of a campaign there is one file, and one such month.
_FILE = re.compile(r"\bhồ sơ\b", re.IGNORECASE)
_NEXT_MONTH = re.compile(r"\btháng\s+(?:sau|kế tiếp|tiếp theo|liền kề)", re.IGNORECASE)
_SHORTEST = 28  # days that every month has
_CALENDAR_YEAR = ReportingYear(month=1, day=1)


def days_two_readings(facts: Facts) -> Iterator[Diagnostic]:
    """“6 tháng đầu năm 2026” without days, a date that leaves “chậm nhất” or “trước” out, “ngày 05 hằng quý”."""
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        for sentence in (*line.sentences, line.read.context):
            said = sentence.statement if sentence is not None else None
            if isinstance(said, date_tree.MeasuredOver):
                said = said.measured
            if isinstance(said, date_tree.Measured) and said.first is None and not facts.draft.key("năm báo cáo"):
                yield _which_year(said)
            elif sentence is not None and (unsaid := _of_unsaid_wave(facts, line, said)):
                yield _which_wave(facts, line, sentence, unsaid)
            elif (window := _window(said)) is not None:
                yield from _of_months(facts, line, window) if window.months else _of_window(facts, window)
            elif isinstance(said, date_tree.Deadline):
                yield from _of_deadline(facts, said)


def _of_deadline(facts: Facts, said: date_tree.Deadline) -> Iterator[Diagnostic]:
    for before, due in zip((said.due[0], *said.due), said.due, strict=False):
        if due.elided:
            yield _head_left_out(before, due)
        elif isinstance(due.day, date_tree.Recurring):
            yield from _of_recurring(due, due.day)
            if _FILE.search(said.what) and _NEXT_MONTH.search(due.day.written):
                yield _next_to_what(facts, due.day)


def _of_recurring(due: date_tree.Due, day: date_tree.Recurring) -> Iterator[Diagnostic]:
    if not day.every:
        yield _how_often(day)
    elif day.every == "quý" and day.month is None:
        yield _which_month(day)
    elif day.last_of_month and not due.included:
        yield _before_the_last(due, day)


def _next_to_what(facts: Facts, day: date_tree.Recurring) -> Diagnostic:
    ends = {each.period.last for each in facts.plan.waves} or {each.period.last for each in facts.plan.periods if not each.measured}
    months = sorted(add_months(end.replace(day=1), 1) for end in ends)
    days = [f"ngày {day_text(month.replace(day=day.day))}" for month in months if day.day <= _SHORTEST]
    return Diagnostic(
        code=TH528,
        message=f"“{day.written}” là sau tháng nào",
        at=Label(day.span),
        why="Sau tháng kết thúc đợt thi đua, hay tháng nào cũng gửi?",
        ways=tuple(_instead(day.span.line, day.written, each) for each in (*days, f"ngày {day.day:02d} hằng tháng")),
    )


def _window(said: tree.Statement | None) -> tree.Window | None:
    match said:
        case condition_tree.NotDisciplined() | condition_tree.ExcludedDisciplined():
            return said.window
        case points_tree.ClassChange():
            return said.trigger.window
    return None


def _of_window(facts: Facts, window: tree.Window) -> Iterator[Diagnostic]:
    """“trong năm”, and “trong năm 2026” of a plan that does not say which year it counts in."""
    unsaid = window.during == "năm"
    if not unsaid and (window.year is None or facts.draft.key("năm báo cáo")):
        return
    at = window.year or (facts.draft.day.year if facts.draft.day else None)
    years = (year.of(at) for year in (THADS_YEAR, _CALENDAR_YEAR)) if at else ()
    written = facts.draft.source.quote(window.span)
    days = [f"(từ ngày {day_text(year.first)} đến ngày {day_text(year.last)})" for year in years]
    days += ["trong thời gian thi đua"] if unsaid and any(not each.measured for each in facts.plan.periods) else []
    yield Diagnostic(
        code=TH528,
        message=f"“{written}” là năm nào",
        at=Label(window.span),
        why="Tính từ 01/10 năm trước (năm báo cáo THADS) hay từ 01/01?",
        ways=tuple(_instead(window.span.line, written, each) for each in days),
    )


def _of_unsaid_wave(facts: Facts, line: Line, said: tree.Statement | None) -> tree.Window | None:
    """“trong đợt” where that could be each of several: no place is given wave by wave, nor is it said of one."""
    if not isinstance(said, condition_tree.NotDisciplined | condition_tree.ExcludedDisciplined):
        return None
    own = said.window is not None and said.window.during == "đợt" and not said.window.wave
    return said.window if own and not line.scope.wave and _is_of_no_wave(facts) else None


def _is_of_no_wave(facts: Facts) -> bool:
    """Whether there are several waves, and awards of all of them together; days of the campaign itself settle what “the wave” is."""
    campaign = any(not each.measured and not each.wave for each in facts.plan.periods)
    by_wave = any(quota.wave for quota in facts.plan.quotas)
    return len(facts.plan.waves) > 1 and not (by_wave or campaign)


def _which_wave(facts: Facts, line: Line, sentence: Sentence, window: tree.Window) -> Diagnostic:
    """Each wave by itself, every one of them, and all days from the first to the last, those between the waves included."""
    written, waves = facts.draft.source.quote(window.span), facts.plan.waves
    labels = " hay ".join(wave.label for wave in waves)
    if window.months:
        asked = f"đếm lùi từ ngày kết thúc {labels}"
        each, whole = [f"trong {window.months} tháng tính đến ngày {day_text(wave.period.last)}" for wave in waves], ""
    else:
        asked = f"tính quyết định ký trong {labels}, có tính cả những ngày giữa các đợt không"
        each, whole = [f"trong {wave.label}" for wave in waves], "trong thời gian thi đua"
    alone = () if any(lexeme.terminal == "EACH_WAVE" for lexeme in sentence.lexemes) else each  # “mỗi đợt” is not one of them
    return Diagnostic(
        code=TH528,
        message=f"“{written}” là đợt nào",
        at=Label(window.span),
        why=f"Kế hoạch có {len(waves)} đợt; câu không nói {asked}.",
        ways=(
            *(_instead(window.span.line, written, days) for days in alone),
            *_each_in_turn(facts, line, sentence, written, each),
            *((_instead(window.span.line, written, whole),) if whole else ()),
        ),
        lacks=Lack.STANDARDS,  # a number of awards for each wave would say it
    )


def _each_in_turn(facts: Facts, line: Line, sentence: Sentence, written: str, days: Sequence[str]) -> Iterator[Way]:
    """The sentence once for each of the days: “không bị kỷ luật trong đợt 1; không bị kỷ luật trong đợt 2”.

    A note may add no dates: what is issued cannot be given a sentence for each.
    """
    own, whole = canonical(sentence.passage.text).rstrip(" .;"), canonical(line.item.text.text)
    if line.item.notes or own not in whole or canonical(written) not in own:
        return
    said = [own.replace(canonical(written), each, 1) for each in days]
    meant = "; ".join((said[0], *(f"{each[:1].lower()}{each[1:]}" for each in said[1:])))
    text = whole.replace(own, meant, 1).rstrip(" ;")
    if "ngày" not in days[0]:
        yield Way(f"Nếu xét mọi đợt, dán dưới dòng {line.item.number}:", f"Hiểu là: {text}")
    elif not facts.draft.issued:
        yield Way(f"Nếu xét mọi đợt, sửa dòng {line.item.number} thành:", f"{line.item.marker} {text}".strip())


def _of_months(facts: Facts, line: Line, window: tree.Window) -> Iterator[Diagnostic]:
    """“trong 12 tháng”, “… gần nhất”, “… tính đến thời điểm xét khen thưởng”: the plan does not say on which day they end."""
    if window.during or window.last is not None:
        return
    written = facts.draft.source.quote(window.span)
    ends = [each.period.last for each in facts.plan.periods if not each.measured and not each.wave]
    ends += [facts.draft.day] if facts.draft.day else []
    if not line.scope.wave and _is_of_no_wave(facts):
        ends = [wave.period.last for wave in facts.plan.waves] + ends
    periods = (Period.months_to(end, window.months) for end in dict.fromkeys(ends))
    days = [f"(từ ngày {day_text(each.first)} đến ngày {day_text(each.last)})" for each in periods]
    if facts.plan.waves and (line.scope.wave or not _is_of_no_wave(facts)):
        days.insert(0, f"trong {window.months} tháng tính đến ngày kết thúc đợt thi đua")
    yield Diagnostic(
        code=TH528,
        message=f"“{written}” là đến ngày nào",
        at=Label(window.span),
        why="Đếm lùi từ ngày kết thúc đợt thi đua, ngày ban hành kế hoạch hay một ngày khác?",
        ways=(
            *(_instead(window.span.line, written, each) for each in days),
            _instead(window.span.line, written, f"trong {window.months} tháng tính đến ngày …/…/…"),
        ),
    )


def _which_year(said: date_tree.Measured) -> Diagnostic:
    ways = []
    if said.year is not None:
        for year in (THADS_YEAR, _CALENDAR_YEAR):
            first = year.of(said.year).first
            last = add_months(first, said.months) - timedelta(days=1)
            days = f"{said.written} (từ {day_text(first)} đến hết {day_text(last)})"
            ways.append(_instead(said.span.line, said.written, days))
    return Diagnostic(
        code=TH528,
        message=f"“{said.written}” chưa ghi ngày",
        at=Label(said.span),
        why="Tính từ 01/10 năm trước (năm báo cáo THADS) hay từ 01/01?",
        ways=tuple(ways) or (Way("Ghi rõ ngày:", f"{said.written} (từ …/…/… đến hết …/…/…)"),),
    )


def _head_left_out(before: date_tree.Due, due: date_tree.Due) -> Diagnostic:
    written = due.day.written
    day = written if written.startswith("ngày") else f"ngày {written}"
    readings = dict.fromkeys((f"{before.head or 'chậm nhất là'} {day}", f"trước {day}", f"chậm nhất là {day}"))
    return Diagnostic(
        code=TH528,
        message=f"“{written}” thiếu “chậm nhất” hoặc “trước”",
        at=Label(due.day.span),
        also=(Label(before.span),),
        why=f"Ngày {written.removeprefix('ngày ')} còn trong hạn hay đã hết hạn?",
        ways=tuple(_instead(due.span.line, written, reading) for reading in readings),
    )


def _which_month(day: date_tree.Recurring) -> Diagnostic:
    number = f"ngày {day.day:02d}"
    readings = (f"{number} của tháng đầu hằng quý", f"{number} của tháng cuối hằng quý")
    return Diagnostic(
        code=TH528,
        message=f"“{day.written}”: của tháng nào trong quý",
        at=Label(day.span),
        why="Một quý có ba tháng.",
        ways=tuple(_instead(day.span.line, day.written, reading) for reading in readings),
    )


def _how_often(day: date_tree.Recurring) -> Diagnostic:
    often = ("hằng tháng", "của tháng đầu hằng quý", "của tháng cuối hằng quý")
    one = Way(f"Nếu chỉ một lần, dán dưới dòng {day.span.line}, điền tháng:", f"Hiểu là: cụm từ “{day.written}” là “{day.written}/…”")
    return Diagnostic(
        code=TH528,
        message=f"“{day.written}”: của tháng nào",
        at=Label(day.span),
        why="Câu không ghi tháng, cũng không ghi hằng tháng hay hằng quý.",
        ways=(*(_instead(day.span.line, day.written, f"{day.written} {each}") for each in often), one),
    )


def _before_the_last(due: date_tree.Due, day: date_tree.Recurring) -> Diagnostic:
    written = f"{due.head} {day.written}"
    return Diagnostic(
        code=TH528,
        message=f"“{written}”: ngày ấy còn trong hạn hay đã hết hạn",
        at=Label(due.span),
        why="“Trước ngày” không kể ngày ấy; ngày cuối của mỗi tháng lại khác nhau.",
        ways=tuple(_instead(day.span.line, written, each) for each in (f"chậm nhất {day.written}", f"chậm nhất ngày 28 hằng {day.every}")),
    )


def _instead(line: int, written: str, meant: str) -> Way:
    return Way(f"Chọn một, dán dưới dòng {line}:", f"Hiểu là: cụm từ “{written}” là “{meant}”")
