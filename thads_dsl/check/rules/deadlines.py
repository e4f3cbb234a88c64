"""TH504, TH903, TH908, TH923, TH925: files are due after the data close; “chậm nhất trước ngày” says less than it seems; whom they bind."""

from collections.abc import Iterator
from datetime import timedelta

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH504, TH903, TH908, TH923, TH925
from thads_dsl.model.dates import day_text
from thads_dsl.model.rules import Deadline, PeriodRule, Wave
from thads_dsl.syntax import date_tree


def deadlines(facts: Facts) -> Iterator[Diagnostic]:
    """Deadlines of files against the day on which the figures are closed, and their wording."""
    for deadline in facts.plan.deadlines:
        closing = _closing(facts, deadline)
        if closing is not None and deadline.files and facts.untouched(deadline) and _knows_waves(facts):
            yield from _against(facts, deadline, closing)
        if deadline.files and not deadline.binds_files and (facts.plan.dossiers or facts.plan.standards or facts.plan.quotas):
            yield _unknown_addressee(facts, deadline)
    for line in facts.draft.lines:
        for sentence in line.sentences:
            for due in sentence.statement.due if isinstance(sentence.statement, date_tree.Deadline) else ():
                if due.doubled:
                    yield _doubled(due)
                if due.hour and due.span.line not in facts.wrong:
                    yield _to_the_hour(due)


def _closing(facts: Facts, deadline: Deadline) -> PeriodRule | Wave | None:
    """What must be over before files can be made: the deadline's wave, or of a campaign in waves the first of them, else the campaign."""
    of_wave = [wave for wave in facts.plan.waves if wave.label == deadline.wave]
    waves = of_wave or facts.plan.waves[:1]
    measured = [rule for rule in facts.plan.periods if (rule.wave == deadline.wave or not rule.wave) and facts.untouched(rule)]
    closing: list[PeriodRule | Wave] = [*waves, *(rule for rule in measured if rule.wave or not waves)]
    return max(closing, key=lambda rule: rule.period.last, default=None)


def _knows_waves(facts: Facts) -> bool:
    """Whether no line with an error speaks of a wave: in waves, another day may close the figures."""
    lines = (facts.draft.lines[index] for index in facts.doubtful)
    said = (sentence for line in lines for sentence in (*line.sentences, line.read.context) if sentence is not None)
    return not any(lexeme.terminal == "WAVE" for sentence in said for lexeme in sentence.lexemes)


def _doubled(due: date_tree.Due) -> Diagnostic:
    written = due.day.written
    return Diagnostic(
        code=TH908,
        message=f"“chậm nhất trước {written}” nghĩa là trước {written}, không kể ngày ấy",
        at=Label(due.span),
        why="Hai từ cùng chỉ thời hạn dễ bị hiểu là kể cả ngày ấy.",
        ways=(Way("Có thể viết:", f"trước {written}"),),
    )


def _to_the_hour(due: date_tree.Due) -> Diagnostic:
    return Diagnostic(
        code=TH925,
        message=f"“{due.hour.rstrip(' ,')} {due.day.written}”: máy tính là đúng hạn nếu nhận trong ngày ấy",
        at=Label(due.span),
        why="Bảng số liệu chỉ ghi ngày nhận; hồ sơ, báo cáo đến sau giờ ấy thì nơi nhận phải tự theo dõi.",
        ways=(Way("Nếu không cần ghi giờ:", f"chậm nhất {due.day.written}"),),
    )


def _unknown_addressee(facts: Facts, deadline: Deadline) -> Diagnostic:
    return Diagnostic(
        code=TH923,
        message=f"“{deadline.addressee}”",
        at=Label(facts.spans[deadline.id]),
        why="Máy chưa biết đây là những đơn vị, cá nhân nào, nên không dùng thời hạn này để xem hồ sơ đúng hạn hay không. "
        "Dùng tên đã có trong danh mục, hoặc khai báo ở mục ĐỐI TƯỢNG THI ĐUA.",
    )


def _against(facts: Facts, deadline: Deadline, closing: PeriodRule | Wave) -> Iterator[Diagnostic]:
    last, close = deadline.last_day, closing.period.last
    after = close + timedelta(days=5)
    if last < close:
        yield Diagnostic(
            code=TH504,
            message=f"ngày cuối được nộp là {day_text(last)}, số liệu đến {day_text(close)} mới chốt",
            at=Label(facts.spans[deadline.id]),
            also=(Label(facts.spans[closing.id]),),
            why=f"Khi hết hạn nộp, kỳ số liệu còn {(close - last).days} ngày.",
            ways=(Way("Ví dụ sửa thành:", f"trước ngày {day_text(after)}"),),
            understood=True,
        )
    elif last - close <= timedelta(days=1):
        same = last == close
        yield Diagnostic(
            code=TH903,
            message=f"ngày cuối được nộp {'cũng là ngày chốt số liệu' if same else 'là ngay sau ngày chốt số liệu'} ({day_text(close)})",
            at=Label(facts.spans[deadline.id]),
            also=(Label(facts.spans[closing.id]),),
            why=f"Đơn vị {'không còn ngày nào' if same else 'chỉ còn một ngày'} để tổng hợp số liệu và lập hồ sơ.",
            ways=(Way("Ví dụ sửa thành:", f"trước ngày {day_text(after)}"),),
        )
