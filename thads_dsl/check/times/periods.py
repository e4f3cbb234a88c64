"""Sentences about time (D1, D2, D6) → the campaign's period, those of its waves, and those whose results count."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.times.calendar import as_long_as_said, calendar, days_until, measured_period, span_of_days
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH521, TH530
from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.rules import PeriodRule, Wave
from thads_dsl.syntax import award_tree, date_tree, tree
from thads_dsl.syntax.sentences import Sentence


def lower_periods(lowering: Lowering) -> None:
    """Reads them before all else: the first of them gives the year to days that have none."""
    lowering.calendar = lowering.take(calendar(lowering.draft))
    for line in lowering.draft.lines:
        for sentence, node in _said(line):
            match node:
                case date_tree.Wave(ordinal=ordinal, first=tree.Moment() as first, last=tree.Moment() as last):
                    found = lowering.take(as_long_as_said(span_of_days(first, last, lowering.calendar), node.length, last))
                    _wave(lowering, line, sentence, ordinal, found)
                case date_tree.Period():
                    _period(lowering, line, sentence, node)
                case date_tree.MeasuredOver():
                    found = lowering.take(measured_period(node.measured, lowering.calendar))
                    _fixed(lowering, line, sentence, found, measured=True)
                case date_tree.Measured():
                    found = lowering.take(measured_period(node, lowering.calendar))
                    if found is not None:
                        header = lowering.header(line, sentence)
                        lowering.rules.append(PeriodRule(**header, period=found, measured=True))
    for line in lowering.draft.lines:
        for sentence, node in _said(line):
            if isinstance(node, date_tree.MeasuredToWaveEnd):
                _to_wave_end(lowering, line, sentence, node)
            elif isinstance(node, date_tree.MeasuredAsCampaign):
                _as_campaign(lowering, line, sentence, node)


def _as_campaign(lowering: Lowering, line: Line, sentence: Sentence, node: date_tree.MeasuredAsCampaign) -> None:
    """The measured period by the days of the campaign, which another line says; without such a line by those of each wave."""
    campaign = next((rule for rule in lowering.of(PeriodRule) if not rule.measured and not rule.wave), None)
    if campaign is not None and not line.scope.wave:
        _fixed(lowering, line, sentence, campaign.period, measured=True)
    else:
        _to_wave_end(lowering, line, sentence, date_tree.MeasuredToWaveEnd(wave=0, first=None, span=node.span))


def _to_wave_end(lowering: Lowering, line: Line, sentence: Sentence, node: date_tree.MeasuredToWaveEnd) -> None:
    """The measured period of a wave, or of each, by the days of the wave, which another line may say."""
    said = wave_label(node.wave) if node.wave else line.scope.wave
    waves = [rule for rule in lowering.of(Wave) if said in ("", rule.label)]
    if not waves:
        lowering.found.append(no_waves(node, f"“{said or 'mỗi đợt'}”, mà kế hoạch chưa ghi thời gian của {said or 'đợt nào'}", said))
    for wave in waves:
        own = replace(line, scope=replace(line.scope, wave=wave.label))
        last, known = wave.period.last, lowering.calendar
        found = wave.period if node.first is None else lowering.take(days_until(node.first, last, known))
        _fixed(lowering, own, sentence, found, measured=True)


def no_waves(node: tree.Node, message: str, wave: str = "") -> Diagnostic:
    """A sentence about a wave, or each of them, in a plan that does not say from when to when such a wave goes."""
    return Diagnostic(
        code=TH530,
        message=message,
        at=Label(node.span),
        why="Muốn tính riêng từng đợt thì phải biết có mấy đợt, mỗi đợt từ ngày nào đến ngày nào.",
        ways=(
            Way("Thêm vào phần thời gian của kế hoạch:", f"{(wave or 'đợt 1').capitalize()}: Thời gian từ ngày …/…/… đến hết ngày …/…/…"),
        ),
        lacks=Lack.PERIOD,
    )


def _said(line: Line) -> Iterator[tuple[Sentence, tree.Statement]]:
    context = (line.read.context,) if line.read.context is not None else ()
    for sentence in (*line.sentences, *context):
        if sentence.statement is not None:
            yield sentence, sentence.statement


def _period(lowering: Lowering, line: Line, sentence: Sentence, node: date_tree.Period) -> None:
    found = lowering.take(as_long_as_said(span_of_days(node.first, node.last, lowering.calendar), node.length, node.last))
    if node.wave:
        line = replace(line, scope=replace(line.scope, wave=wave_label(node.wave)))
    if line.scope.wave and not node.measured:
        _wave(lowering, line, sentence, int(line.scope.wave.split()[-1]), found)
    else:
        _fixed(lowering, line, sentence, found, node.measured)
    if node.both:
        _fixed(lowering, line, sentence, found, measured=True)


def _fixed(lowering: Lowering, line: Line, sentence: Sentence, found: Period | None, measured: bool) -> None:
    """The period of the campaign, or the one whose results count, of the plan or of a wave: there is only one of each."""
    if found is None:
        return
    wave = line.scope.wave
    same = [rule for rule in lowering.of(PeriodRule) if rule.measured == measured and rule.wave == wave and rule.id in lowering.fixed]
    header = lowering.header(line, sentence)
    lowering.fixed.add(header["id"])
    if same and same[0].period != found:
        what = "kỳ số liệu" if measured else "thời gian thi đua"
        lowering.found.append(_second(lowering, sentence, same[0], f"{what} {wave}".strip(), found))
        return
    lowering.rules.append(PeriodRule(**header, period=found, measured=measured))
    _known_year(lowering, found)
    if measured:
        lowering.measured.setdefault(wave, found)


def _wave(lowering: Lowering, line: Line, sentence: Sentence, ordinal: int, found: Period | None) -> None:
    if found is None:
        return
    earlier = next((rule for rule in lowering.of(Wave) if rule.ordinal == ordinal), None)
    if earlier is not None and earlier.period != found:
        lowering.found.append(_second(lowering, sentence, earlier, f"thời gian {earlier.label}", found))
    elif earlier is None:
        header = lowering.header(replace(line, scope=replace(line.scope, wave="")), sentence)  # “đợt 1: …; đợt 2: …” in one line
        lowering.rules.append(Wave(**header, ordinal=ordinal, label=wave_label(ordinal), period=found))
        _known_year(lowering, found)


def _known_year(lowering: Lowering, found: Period) -> None:
    if lowering.calendar.year is None:
        lowering.calendar = replace(lowering.calendar, year=found.last.year)
    lowering.year = lowering.calendar.year


def _second(lowering: Lowering, sentence: Sentence, earlier: PeriodRule | Wave, what: str, found: Period) -> Diagnostic:
    first = earlier.period
    return Diagnostic(
        code=TH521,
        message=f"{what}: {day_text(first.first)} – {day_text(first.last)}, rồi {day_text(found.first)} – {day_text(found.last)}",
        at=Label(sentence.passage.span()),
        also=(Label(lowering.spans[earlier.id]),),
        why="Máy không biết theo câu nào. Nếu kế hoạch có nhiều đợt, mỗi đợt ghi “Đợt 1: Thời gian từ …”; nếu không thì sửa cho khớp.",
    )


def awards_by_wave(lowering: Lowering) -> bool:
    """Whether the places are given wave by wave, as far as the sentences tell before they are understood."""
    said = ((line, sentence.statement) for line in lowering.draft.lines for sentence in line.sentences)
    return any(isinstance(node, award_tree.Quota) and (node.each_wave or bool(line.scope.wave)) for line, node in said)


def year_in(lowering: Lowering, wave: str) -> int | None:
    """The year of days without one: of the wave, else of the campaign."""
    return next((rule.period.last.year for rule in lowering.of(Wave) if rule.label == wave), lowering.year)
