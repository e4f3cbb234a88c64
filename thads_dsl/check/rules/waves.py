"""TH522, TH523, TH524: the waves of a campaign are as many as it says, in order, apart, within it, and each has its period."""

from collections.abc import Iterator
from itertools import pairwise

from thads_dsl.check.facts import Facts
from thads_dsl.check.scoping import wave_label
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH522, TH523, TH524
from thads_dsl.model.dates import day_text
from thads_dsl.model.rules import Wave
from thads_dsl.syntax import award_tree, date_tree, tree

# Rules that a wave named in their own words is of.
_OF_A_WAVE = (date_tree.Deadline, date_tree.DeadlineWithin, tree.Target, award_tree.Quota, award_tree.Chosen)


def waves(facts: Facts) -> Iterator[Diagnostic]:
    """Each count that does not fit, each wave out of its place, each wave without days."""
    # A line with an error may be the wave that is missing, or its period.
    missing = () if facts.doubtful else tuple(_without_period(facts))
    yield from missing
    if not missing and not facts.doubtful:
        yield from _counts(facts)
        yield from _numbers(facts)
    yield from _order(facts) if not missing else ()


def _without_period(facts: Facts) -> Iterator[Diagnostic]:
    known = {wave.ordinal for wave in facts.plan.waves}
    for line in facts.draft.lines:
        context = line.read.context.statement if line.read.context is not None else None
        named = [context.ordinal] if isinstance(context, date_tree.Wave) and context.first is None else []
        named += context.waves.ordinals if isinstance(context, tree.Context) and context.waves is not None else ()
        for sentence in line.sentences if known else ():
            if isinstance(sentence.statement, _OF_A_WAVE):
                named += [int(str(lexeme.value)) for lexeme in sentence.lexemes if lexeme.terminal == "WAVE"]
        if missing := next((ordinal for ordinal in named if ordinal not in known), None):
            known.add(missing)
            yield Diagnostic(
                code=TH524,
                message=wave_label(missing),
                at=Label(line.item.line.span()),
                why="Một đợt thi đua phải có ngày bắt đầu và ngày kết thúc.",
                ways=(Way("Ví dụ:", f"Đợt {missing}: Thời gian từ ngày …/…/… đến hết ngày …/…/…"),),
            )


def _counts(facts: Facts) -> Iterator[Diagnostic]:
    found = len(facts.plan.waves)
    for line in facts.draft.lines:
        for sentence in (line.read.context, *line.sentences):
            said = _counted(sentence.statement) if sentence is not None else None
            if said is not None and said.count != found and (said.count, found) != (1, 0):
                yield Diagnostic(
                    code=TH522,
                    message=f"ghi {said.count:02d} đợt, " + (f"kế hoạch có {found:02d} đợt" if found else "kế hoạch chưa có đợt nào"),
                    at=Label(said.span),
                    also=tuple(Label(facts.spans[wave.id], wave.label) for wave in facts.plan.waves),
                    why="Mỗi đợt là một dòng “Đợt thi đua thứ nhất: Thời gian từ …”. Nếu con số chỉ là lời văn thì đặt dấu > ở đầu dòng.",
                )


def _counted(node: tree.Statement | None) -> date_tree.WaveCount | tree.Waves | None:
    """What says how many waves there are."""
    if isinstance(node, tree.Context | tree.Target):
        return node.waves if node.waves is not None and node.waves.count else None
    return node if isinstance(node, date_tree.WaveCount) else None


def _numbers(facts: Facts) -> Iterator[Diagnostic]:
    for expected, wave in enumerate(facts.plan.waves, 1):
        if wave.ordinal != expected:
            yield _out_of_place(facts, wave, None, f"{wave.label} đứng ở chỗ của {wave_label(expected)}")
            return


def _order(facts: Facts) -> Iterator[Diagnostic]:
    known = [wave for wave in facts.plan.waves if facts.untouched(wave)]
    for before, wave in pairwise(known):
        if wave.period.first <= before.period.last:
            message = f"{wave.label} bắt đầu {day_text(wave.period.first)}, {before.label} đến {day_text(before.period.last)} mới kết thúc"
            yield _out_of_place(facts, wave, before, message)
    for rule in filter(facts.untouched, facts.plan.periods):
        for wave in known if not rule.measured else ():
            if wave.period.first < rule.period.first or wave.period.last > rule.period.last:
                message = f"{wave.label} nằm ngoài thời gian thi đua {day_text(rule.period.first)} – {day_text(rule.period.last)}"
                yield _out_of_place(facts, wave, None, message)


def _out_of_place(facts: Facts, wave: Wave, other: Wave | None, message: str) -> Diagnostic:
    return Diagnostic(
        code=TH523,
        message=message,
        at=Label(facts.spans[wave.id]),
        also=(Label(facts.spans[other.id]),) if other else (),
        why="Các đợt đánh số từ 1, đợt sau bắt đầu khi đợt trước đã kết thúc.",
    )
