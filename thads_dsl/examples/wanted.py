"""What an example expects of a target, against what the plan says of it: which targets are meant, and in which words each is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.check import Draft
from thads_dsl.check.scoping import wave_label
from thads_dsl.examples.days import within
from thads_dsl.examples.given import time_meant
from thads_dsl.examples.wrong import Wrong
from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import SubjectResult, TargetResult, Verdict
from thads_dsl.model.rules import JudgedTarget, Measure, Target
from thads_dsl.model.statistics import ASSIGNED, Quantity
from thads_dsl.model.units import PERCENT, Amount, Unit, number
from thads_dsl.syntax import example_tree

VERDICTS = {
    "đạt": Verdict.MET,
    "không đạt": Verdict.FAILED,
    "chưa đủ căn cứ": Verdict.UNKNOWN,
    "không áp dụng": Verdict.NOT_APPLICABLE,
}
WORDS = {verdict: word for word, verdict in VERDICTS.items()} | {Verdict.NOT_APPLICABLE: "không thuộc đối tượng hoặc không phát sinh"}


@dataclass(frozen=True, slots=True)
class _Goal:
    """What a target asks for: a figure, by which its quantity falls or rises, or how it stands to that of another time."""

    figure: Fraction | None = None
    turn: str = ""
    beside: str = ""
    when: str = ""


def wrong_targets(
    draft: Draft, plan: Plan, result: SubjectResult, outcome: example_tree.TargetOutcome, supposed: tuple[str, ...]
) -> Iterator[Wrong]:
    """The targets that an outcome means and that come out otherwise: of several, those with its figure, or at least its unit.

    An outcome that names no wave is about those of which figures are `supposed`.
    """
    found = [each for each in result.targets if _meant(draft, plan, _rule(plan, each), outcome)]
    if not found and not _rightly_exempt(draft, plan, outcome):
        yield Wrong(outcome.span, "Đối tượng của ví dụ không có chỉ tiêu nào như vậy.")
    closest = _closest(plan, found, outcome)
    mine = [each for each in closest if outcome.wave or not supposed or _rule(plan, each).wave in ("", *supposed)]
    for each in mine or closest:
        if _holds(plan, each, outcome):
            continue
        if missing := _missing(plan, each, outcome):
            yield Wrong(outcome.span, missing, lines=(_rule(plan, each).line,))
        else:
            line = _rule(plan, each).line
            yield Wrong(outcome.span, f"Máy tính ra: {_said(plan, each)} (dòng {line}).", f"Thì {_said(plan, each)}", (line,))


def _closest(plan: Plan, found: list[TargetResult], outcome: example_tree.TargetOutcome) -> list[TargetResult]:
    """Those that ask for the figure of the outcome; else for one of its unit; else all."""
    figure = outcome.figure
    if outcome.expected.beside:
        return [each for each in found if isinstance(rule := _rule(plan, each), Target) and _goal(plan, rule).beside] or found
    if figure is None:
        return found
    alike = [each for each in found if figure.unit == _unit_asked(plan, _rule(plan, each))]
    same = [each for each in alike if isinstance(rule := _rule(plan, each), Target) and _goal(plan, rule).figure == figure.value]
    return same or alike or found


def _unit_asked(plan: Plan, rule: Target | JudgedTarget) -> str:
    """What the figure of a target is counted in, as an outcome writes it."""
    if not isinstance(rule, Target):
        return ""
    counted = plan.quantity(rule.quantity).unit
    relative = rule.measure in (Measure.INCREASE, Measure.DECREASE)
    if rule.measure is Measure.DIFFERENCE and counted == PERCENT:
        return "điểm phần trăm"
    return PERCENT.name if relative else counted.name


def _missing(plan: Plan, result: TargetResult, outcome: example_tree.TargetOutcome) -> str:
    """Why nothing can be expected of a target yet: the example gives no figures of its wave."""
    rule = _rule(plan, result)
    if result.verdict is not Verdict.UNKNOWN or outcome.verdict == WORDS[Verdict.UNKNOWN] or not rule.wave:
        return ""
    keys = [key for key in (rule.quantity, rule.against) if key] if isinstance(rule, Target) else []
    lines = " và ".join(f"“{_step_asked(plan, plan.quantity(key))}”" for key in keys)
    return f"Ví dụ chưa cho số liệu của {rule.wave} (dòng {rule.line}){f'; viết thêm dòng {lines}' if lines else ''}."


def _step_asked(plan: Plan, asked: Quantity) -> str:
    """The step that gives the figures of a statistic."""
    columns = [plan.quantity(key) for key in asked.columns]
    said = ", ".join(f"{each.name} … {each.unit.name}" for each in columns)
    return f"Và {asked.when} {said if said.startswith('có ') else f'có {said}'}"


def _rightly_exempt(draft: Draft, plan: Plan, outcome: example_tree.TargetOutcome) -> bool:
    """A target of the plan is not for the subject of the example, as the outcome says."""
    rules: tuple[Target | JudgedTarget, ...] = (*plan.targets, *plan.judged_targets)
    return VERDICTS[outcome.verdict] is Verdict.NOT_APPLICABLE and any(_meant(draft, plan, rule, outcome) for rule in rules)


def _meant(draft: Draft, plan: Plan, rule: Target | JudgedTarget, outcome: example_tree.TargetOutcome) -> bool:
    """Whether a target is of the facet and quantity, and stands at a place, that the outcome names."""
    quantity = outcome.expected.quantity
    facet = outcome.facet or (quantity.facet if quantity else "")
    if not within(draft, outcome.places, rule.place) or (outcome.wave and rule.wave != wave_label(outcome.wave)):
        return False
    if not isinstance(rule, Target):
        return not facet and quantity is None
    if quantity is not None:
        # Where its name says which target is meant, one that has no facet answers to every unit.
        return plan.quantity(rule.quantity).name == quantity.canonical and (not facet or rule.facet is None or rule.facet.value == facet)
    return not facet or (rule.facet is not None and rule.facet.value == facet)


def _holds(plan: Plan, found: TargetResult, outcome: example_tree.TargetOutcome) -> bool:
    """Whether the verdict is the expected one; the goal and what is lacking too, where the outcome says them."""
    rule, expected = _rule(plan, found), outcome.expected
    short = outcome.short.value if outcome.short else None
    if found.verdict is not VERDICTS[outcome.verdict]:
        return False
    if short is not None and (found.shortfall is None or abs(found.shortfall) != short):
        return False
    if expected.assigned:
        return isinstance(rule, Target) and _goal(plan, rule).when == ASSIGNED
    if expected.figure is None and not expected.beside:
        return True
    figure = expected.figure.value if expected.figure else None
    wanted = _Goal(figure, expected.turn, expected.beside, time_meant(plan, expected.when))
    return isinstance(rule, Target) and wanted == _goal(plan, rule)


def _goal(plan: Plan, rule: Target) -> _Goal:
    against = plan.quantity(rule.against).when.removesuffix(f", {rule.wave}") if rule.against else ""
    if rule.measure is Measure.DIFFERENCE and rule.goal is not None and (rule.threshold == 0 or against == ASSIGNED):
        return _Goal(beside=_beside(rule.goal), when=against)
    if rule.measure is Measure.VALUE:
        return _Goal(rule.threshold)
    falls = rule.measure is Measure.DECREASE or rule.threshold < 0
    return _Goal(abs(rule.threshold), "giảm" if falls else "tăng")


def _beside(goal: Interval) -> str:
    if goal.low is not None:
        return "không thấp hơn" if goal.low.closed else "cao hơn"
    return "không cao hơn" if goal.high is not None and goal.high.closed else "thấp hơn"


def _rule(plan: Plan, result: TargetResult) -> Target | JudgedTarget:
    id = result.rule or result.table
    rules: tuple[Target | JudgedTarget, ...] = (*plan.targets, *plan.judged_targets)
    return next(rule for rule in rules if rule.id == id)


def _said(plan: Plan, result: TargetResult) -> str:
    """What came out of a target, in the words of an outcome."""
    rule = _rule(plan, result)
    facet = f" {rule.facet.value}" if isinstance(rule, Target) and rule.facet else ""
    facet = f"{facet} ({rule.wave})" if rule.wave else facet
    if result.verdict is Verdict.UNKNOWN:
        return f"{WORDS[result.verdict]} xét chỉ tiêu{facet}"
    if result.verdict is Verdict.NOT_APPLICABLE and isinstance(rule, Target) and rule.goal is None:
        return f"không áp dụng chỉ tiêu{facet}"
    if not isinstance(rule, Target):
        return f"{WORDS[result.verdict]} chỉ tiêu{facet}"
    lacking = result.shortfall if result.verdict is Verdict.FAILED else None
    short = f", còn thiếu {Amount(abs(Fraction(lacking)), _unit(plan, rule))}" if lacking else ""
    return f"{WORDS[result.verdict]} chỉ tiêu {_goal_text(plan, rule)}{facet}{short}"


def _goal_text(plan: Plan, rule: Target) -> str:
    """“76%”, “giảm 6%”, “cao hơn năm 2021”, “được giao”."""
    goal = _goal(plan, rule)
    if goal.figure is None:
        return goal.when if goal.when == ASSIGNED else f"{goal.beside} {goal.when}"
    counted = plan.quantity(rule.quantity).unit
    if rule.measure is Measure.DIFFERENCE and counted == PERCENT:
        return f"{goal.turn} {number(goal.figure)} điểm phần trăm"
    unit = counted if rule.measure in (Measure.VALUE, Measure.DIFFERENCE) else PERCENT
    return f"{goal.turn} {Amount(goal.figure, unit)}".strip()


def _unit(plan: Plan, rule: Target) -> Unit:
    counted = plan.quantity(rule.quantity)
    return plan.quantity(counted.lever).unit if counted.lever else counted.unit
