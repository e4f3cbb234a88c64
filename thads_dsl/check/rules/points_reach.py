"""TH951, TH955: caps, bonuses and classes that nothing can reach, and points below 0."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from thads_dsl.check.facts import Facts
from thads_dsl.check.points.furthest import furthest
from thads_dsl.check.rules.points_classes import total_range
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH951, TH955
from thads_dsl.model.intervals import Interval
from thads_dsl.model.points import ByBeyond, Criterion, PerEvent, PerStep, PointsTable
from thads_dsl.model.points_classes import NoneBelow
from thads_dsl.model.points_totals import totals
from thads_dsl.model.units import number

_UNREACHED = "Con số này không bao giờ được dùng đến; hãy xem lại mốc hoặc cách chấm."


def points_reach(facts: Facts) -> Iterator[Diagnostic]:
    """Whatever of a points table can never come about."""
    for table in facts.whole_tables:
        for criterion in table.criteria:
            yield from _below_nothing(facts, criterion)
            yield from _never_beyond(facts, criterion)
            yield from _never_once(facts, criterion)
        yield from _never_in_all(facts, table)
        yield from _never_so_high(facts, table)


def _below_nothing(facts: Facts, criterion: Criterion) -> Iterator[Diagnostic]:
    """A criterion that has points to lose, and can lose more than these: the rest is taken from the points of others."""
    least = criterion.range[0]
    if not criterion.standard or least is None or least >= 0:
        return
    lowest = replace(criterion, changes=(), nothing=None).range[0] or Fraction(0)  # before anything is deducted
    cured = lowest > 0 and (criterion.nothing is None or criterion.nothing >= 0)
    yield Diagnostic(
        code=TH955,
        message=f"tiêu chí {criterion.number} có {number(criterion.standard)} điểm, có thể bị trừ đến còn {number(least)} điểm",
        at=Label(facts.spans[criterion.id]),
        why="Phần trừ quá điểm chuẩn sẽ lấy vào điểm của các tiêu chí khác. Nếu đúng ý kế hoạch thì để nguyên."
        + ("" if cured else f" Chưa trừ mà mức thấp nhất đã là {number(lowest)} điểm; không muốn trừ thêm thì để Hội đồng chọn mức."),
        ways=(Way("Nếu chỉ trừ hết điểm của tiêu chí này thì viết:", _with_limit(facts, criterion, lowest)),) if cured else (),
    )


_LIMIT = re.compile(
    r"(?:tối đa không quá|tối đa là|tối đa|không vượt quá|không quá|nhiều nhất là|nhiều nhất) (?:\d+(?:,\d+)? điểm|điểm chuẩn)",
    re.IGNORECASE,
)


def _with_limit(facts: Facts, criterion: Criterion, lowest: Fraction) -> str:
    """The cell that deducts no more than the lowest points that it gives; of an amended table the sentence that says so."""
    most = "điểm chuẩn" if lowest == criterion.standard else f"{number(lowest)} điểm"
    losses = [change for change in criterion.changes if isinstance(change, PerEvent | PerStep) and change.points < 0]
    limits = list(_LIMIT.finditer(criterion.text))
    whole = len(losses) == len(limits) == 1
    cell = f"{criterion.text[: limits[0].start()]}không quá {most}{criterion.text[limits[0].end() :]}" if whole else "…"
    amended = facts.draft.amended
    if amended is None:
        return cell if whole else f"{criterion.text.rstrip(' .;')}; trừ không quá {most}"
    return f"Sửa cách chấm tiêu chí {amended.old.get(criterion.number, '…')} “{criterion.title}” thành: {cell}"


def _never_beyond(facts: Facts, criterion: Criterion) -> Iterator[Diagnostic]:
    for change in criterion.changes:
        if not isinstance(change, PerStep | ByBeyond):
            continue
        most_over = furthest(facts.plan.targets, facts.plan.quantity(change.quantity))
        if most_over is None:
            continue
        if isinstance(change, ByBeyond):
            rows = [row.interval for row in change.rows if row.over and _starts_after(row.interval, most_over)]
            message = f"tiêu chí {criterion.number}: vượt nhiều nhất là {number(most_over)} điểm phần trăm"
        else:
            most = most_over / change.step * change.points
            rows = [Interval()] if change.over and change.most is not None and most < change.most else []
            message = f"tiêu chí {criterion.number}: được cộng nhiều nhất {number(most)} điểm, chưa đến mức tối đa"
        for _ in rows:
            yield Diagnostic(code=TH951, message=message, at=Label(facts.spans[criterion.id]), why=_UNREACHED)


def _never_once(facts: Facts, criterion: Criterion) -> Iterator[Diagnostic]:
    """“Mỗi lần trừ 05 điểm, trừ không quá 03 điểm”: no single time is ever worth what it says."""
    for change in criterion.changes:
        if isinstance(change, PerEvent | PerStep) and change.most is not None and change.most < abs(change.points):
            each, deed = number(abs(change.points)), "cộng" if change.points > 0 else "trừ"
            yield Diagnostic(
                code=TH951,
                message=f"tiêu chí {criterion.number}: mỗi lần {deed} {each} điểm, mà {deed} nhiều nhất {number(change.most)} điểm",
                at=Label(facts.spans[criterion.id]),
                why=f"Ngay lần đầu đã không {deed} đủ {each} điểm; hãy xem lại một trong hai con số.",
            )


def _starts_after(interval: Interval, furthest: Fraction) -> bool:
    low = interval.low
    return low is not None and (low.value > furthest or (low.value == furthest and not low.closed))


def _never_in_all(facts: Facts, table: PointsTable) -> Iterator[Diagnostic]:
    high = table.range[1]
    if table.ceiling is not None and high is not None and high < table.ceiling:
        yield Diagnostic(
            code=TH951,
            message=f"tổng điểm không quá {number(table.ceiling)}, mà các tiêu chí cộng lại nhiều nhất {number(high)} điểm",
            at=Label(facts.spans[f"{table.id}, không quá"]),
            why="Câu này đúng nhưng không làm thay đổi kết quả nào; chỉ cần xem lại nếu bảng còn thiếu một khoản điểm cộng.",
        )
    least, most = total_range(table)
    if table.floor is not None and table.ceiling is not None and table.floor >= table.ceiling:
        return  # is told by itself, and leaves no two totals to class
    every = totals(table)
    for row in table.classes:
        possible = any(
            _meets(case.interval, least, most) and (every is None or any(total in case.interval for total in every)) for case in row.cases
        )
        if row.cases and not possible:
            yield Diagnostic(code=TH951, message=f"không tổng điểm nào được {row.name}", at=Label(facts.spans[row.id]), why=_UNREACHED)


def _meets(interval: Interval, least: Fraction | None, most: Fraction | None) -> bool:
    """Whether some figure between two ends lies in an interval."""
    begins, ends = interval.low, interval.high
    above = begins is None or most is None or most in Interval(low=begins)
    return above and (ends is None or least is None or least in Interval(high=ends))


def _never_so_high(facts: Facts, table: PointsTable) -> Iterator[Diagnostic]:
    """A limit on points that are added or deducted which they never reach; a class barred by what no criterion can do better than."""
    for cap in table.caps:
        ends = [table.range_of(table.criterion(id))[1 if cap.sign > 0 else 0] for id in cap.criteria]
        known = [abs(end) for end in ends if end is not None]
        if len(known) == len(ends) and sum(known) < cap.most:
            deed = "cộng" if cap.sign > 0 else "trừ"
            yield Diagnostic(
                code=TH951,
                message=f"{deed} không quá {number(cap.most)} điểm, mà các tiêu chí ấy {deed} nhiều nhất {number(sum(known))} điểm",
                at=Label(facts.spans[cap.id]),
                why="Câu này đúng nhưng không làm thay đổi kết quả nào; chỉ cần xem lại nếu một con số đã ghi nhầm.",
            )
    for change in table.changes:
        if isinstance(change.trigger, NoneBelow) and not change.trigger.met and change.trigger.percent > 100:
            yield Diagnostic(
                code=TH951,
                message=f"tiêu chí dưới {number(change.trigger.percent)}% điểm chuẩn: tiêu chí đủ điểm chuẩn cũng là dưới mức ấy",
                at=Label(facts.spans[change.id]),
                why=_UNREACHED,
            )
