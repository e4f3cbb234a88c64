"""What is supposed → statistics of one subject; what the plan says of them, against what the example expects."""

from collections.abc import Iterator, Set
from dataclasses import replace

from thads_dsl.check import Draft
from thads_dsl.check.awards.conditions import places_named
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.targets.figures import exact
from thads_dsl.check.times.days import day
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.evaluate import evaluate
from thads_dsl.examples.days import within, wrong_days
from thads_dsl.examples.given import facts_of, supposed, waves_supposed, without_files
from thads_dsl.examples.points import entered, unusable_rows, with_given
from thads_dsl.examples.points_outcomes import discipline_unsaid, wrong_points, wrong_rating
from thads_dsl.examples.steps import ReadExample, unusable
from thads_dsl.examples.wanted import VERDICTS, WORDS, wrong_targets
from thads_dsl.examples.wrong import Wrong, nearly, told
from thads_dsl.model.inputs import greater_than_whole, judgments, questions
from thads_dsl.model.occasions import barring, same_award
from thads_dsl.model.plan import Plan
from thads_dsl.model.points_printing import range_text
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.results import SubjectResult, Verdict
from thads_dsl.model.rules import Judged, JudgedTarget, NotDisciplined, leaves
from thads_dsl.model.statistics import Base, Row, Sanction, Statistics
from thads_dsl.model.understood import rules_of
from thads_dsl.source import plain
from thads_dsl.syntax import example_tree, tree
from thads_dsl.syntax.points_tree import ClassOutcome, TotalOutcome

_ELIGIBLE = {
    Verdict.MET: "đủ điều kiện đề nghị khen thưởng",
    Verdict.FAILED: "không đủ điều kiện đề nghị khen thưởng",
    Verdict.UNKNOWN: "chưa đủ căn cứ đề nghị khen thưởng",
    Verdict.NOT_APPLICABLE: "không thuộc đối tượng xét khen thưởng",
}
_AT_PLACES = example_tree.TargetOutcome | example_tree.DisciplineOutcome | example_tree.LastDayOutcome | example_tree.TimelyOutcome
_SUBJECT = "(đối tượng của ví dụ)"
_NO_PART = "Kết quả không phụ thuộc vào số liệu này; bỏ nó khỏi ví dụ, trong bảng thì bỏ cả cột."


def judged_outcomes(draft: Draft, plan: Plan, example: ReadExample) -> Iterator[Diagnostic]:
    """A complaint for each supposition that cannot be, else for each outcome that the plan does not give."""
    if wrong := tuple(_impossible(draft, plan, example)):
        yield from wrong
        return
    yield from (told(draft, example.title, wrong) for wrong in wrong_days(draft, plan, example))
    if example.subject is None:
        return
    plan = without_files(with_given(plan, example.points))
    statistics = _statistics(plan, example, example.subject)
    row = (statistics.collectives or statistics.individuals)[0]
    mine = [each for each in evaluate(plan, statistics).subjects if (each.row.unit, each.row.name) == (row.unit, row.name)]
    result = replace(
        mine[0],
        targets=tuple(dict.fromkeys(target for each in mine for target in each.targets)),
        conditions=tuple(dict.fromkeys(condition for each in mine for condition in each.conditions)),
        quotas=tuple(quota for each in mine for quota in each.quotas),
    )
    waves = waves_supposed(plan, example.given)
    for outcome in example.outcomes:
        match outcome:
            case example_tree.TargetOutcome():
                found = wrong_targets(draft, plan, result, outcome, waves)
            case example_tree.DisciplineOutcome():
                found = _discipline(draft, plan, result, outcome)
            case TotalOutcome() | ClassOutcome():
                yield from _rated(draft, plan, example, result, outcome)
                continue
            case example_tree.AwardOutcome():
                found = _award(plan, mine, outcome)
            case example_tree.ProposalOutcome():
                found = _proposal(plan, result, outcome)
            case _:
                continue
        yield from (told(draft, example.title, wrong) for wrong in found)
    for points in result.points[:1]:
        yield from (told(draft, example.title, wrong) for wrong in wrong_points(plan, points, example.points))


def _rated(
    draft: Draft, plan: Plan, example: ReadExample, result: SubjectResult, outcome: TotalOutcome | ClassOutcome
) -> Iterator[Diagnostic]:
    if not result.points:
        yield told(draft, example.title, Wrong(outcome.span, "Kế hoạch không có bảng điểm cho đối tượng của ví dụ."))
    elif wrong := wrong_rating(plan, result.points[0], outcome):
        found, computed = told(draft, example.title, wrong), wrong.why.removesuffix(".")
        if isinstance(outcome, ClassOutcome) and discipline_unsaid(plan, result.points[0]):
            ways = (Way("Thêm vào trước dòng “Thì …”:", "Và không bị kỷ luật"),)
            found = replace(found, why=f"{computed}: ví dụ chưa cho biết về kỷ luật.", ways=ways)
        elif isinstance(outcome, ClassOutcome) and not wrong.ready:
            found = replace(found, why=f"{computed}; {_open(result.points[0])}.")
        yield found


def _open(result: PointsResult) -> str:
    """What leaves a class open: points that are not known, or answers."""
    if result.total is None:
        return f"ví dụ chưa đủ số liệu để tính điểm ({range_text(result.low, result.high)})"
    return "; ".join(result.steps) or "ví dụ chưa cho biết có đạt các chỉ tiêu hay không"


# ---- what is supposed


def _impossible(draft: Draft, plan: Plan, example: ReadExample) -> Iterator[Diagnostic]:
    """Figures, days, judgments and places of an example that do not exist."""
    known = {key for base in Base for key in judgments(plan, base)}
    for row, message, criterion in unusable_rows(plan, example.points):
        here = criterion is not None and draft.amended is None  # else its line is of another file
        yield replace(unusable(row.span(), message), also=(Label(draft.source.row(criterion.line).span()),) if criterion and here else ())
    for given in example.given:
        match given:
            case example_tree.GivenFigures():
                for fact, key in facts_of(plan, (given,)):
                    unit = next((each.unit for each in plan.quantities if each.key == key), None)
                    if unit is None:
                        wrong = replace(unusable(fact.span, _not_used(plan, key)), ways=_of_waves(plan, given, key))
                        yield wrong if wrong.ways else replace(wrong, why=_NO_PART)
                    else:
                        yield from exact(fact.figure, unit, ())[1]
            case example_tree.GivenSanction(signed=signed) if signed is not None:
                yield from day(signed, _year(plan))[1]
            case example_tree.GivenLeftOut(question=question) if example.subject is not None:
                if not _asked(plan, _base(plan, example.subject), question):
                    wrong = unusable(given.span, f"kế hoạch không hỏi trường hợp không xét “{question}” đối với đối tượng này")
                    yield nearly(draft, wrong, question, {rule.question: rule.line for rule in plan.exclusions if rule.question})
            case example_tree.GivenJudged(judgment=judgment) if judgment and judgment not in known:
                asked = {rule.judgment: rule.line for rule in rules_of(plan) if isinstance(rule, Judged | JudgedTarget)}
                yield nearly(draft, unusable(given.span, f"Hội đồng không bình xét “{judgment}” theo kế hoạch này"), judgment, asked)
    yield from _greater_than_whole(plan, example)
    yield from supposed(plan, example.given).wrong
    for outcome in example.outcomes:
        for place in outcome.places if isinstance(outcome, _AT_PLACES) else ():
            named = places_named(draft, place.steps)
            if not named:
                yield unusable(place.span, f"kế hoạch không có chỗ “{place.written}”")
            elif len(named) > 1:
                yield unusable(place.span, f"“{place.written}” có ở {' và ở '.join(each.cited() for each in named)}")


def _not_used(plan: Plan, key: str) -> str:
    """A statistic that the plan only needs of its waves must say of which."""
    waves = _times_of_waves(plan, key)
    return f"số liệu “{key}” là của từng đợt ({'; '.join(waves)})" if waves else f"kế hoạch không dùng số liệu “{key}”"


def _times_of_waves(plan: Plan, key: str) -> tuple[str, ...]:
    """What the text calls each wave's time of a statistic: “đợt 1”, “cùng kỳ năm 2025, đợt 1”."""
    name, _, when = key.removesuffix(")").partition(" (")
    times = {wave.label: f"{when}, {wave.label}" if when else wave.label for wave in plan.waves}
    return tuple(time for time in times.values() if any(each.key == f"{name} ({time})" for each in plan.quantities))


def _of_waves(plan: Plan, given: example_tree.GivenFigures, key: str) -> tuple[Way, ...]:
    """The step as it says of which wave it is."""
    waves = _times_of_waves(plan, key)
    if not waves:
        return ()
    facts = ", ".join(f"{fact.quantity.canonical}{f' {fact.facet}' if fact.facet else ''} {fact.figure.written}" for fact in given.facts)
    facts = facts if facts.startswith("có ") else f"có {facts}"
    whole = given.subjects and not given.when
    whom = f"Giả sử {given.subjects[0].name.canonical} trong {waves[0]}" if whole else f"Và {waves[0]}"
    return (Way("Nếu là của đợt ấy thì viết:" if len(waves) == 1 else f"Viết rõ đợt, ví dụ của {waves[0]}:", f"{whom} {facts}"),)


def _greater_than_whole(plan: Plan, example: ReadExample) -> Iterator[Diagnostic]:
    """Of all steps together: a part and its whole may stand in two of them, or in two cells of a row."""
    known = {key: fact for fact, key in facts_of(plan, example.given)}
    for part, whole in greater_than_whole(plan, {key: fact.figure.value for key, fact in known.items()}):
        yield unusable(known[part].span, f"{known[part].quantity.canonical} nhiều hơn {known[whole].quantity.canonical}")


def _year(plan: Plan) -> int | None:
    return next((rule.period.last.year for rule in plan.periods), None)


def _statistics(plan: Plan, example: ReadExample, subject: tree.Subject) -> Statistics:
    figures = supposed(plan, example.given).figures
    decided: dict[str, bool | None] = {}
    left_out: dict[str, bool | None] = {}
    sanctions: tuple[Sanction, ...] | None = None
    base = _base(plan, subject)
    name, kind = _named(plan, subject)
    for given in example.given:
        match given:
            case example_tree.GivenJudged(met=met, judgment=judgment):
                decided |= dict.fromkeys((judgment,) if judgment else judgments(plan, base), met)
            case example_tree.GivenNotLeftOut():
                decided |= dict.fromkeys(questions(plan, base), False)
            case example_tree.GivenLeftOut(question=question):
                left_out |= dict.fromkeys(_asked(plan, base, question), True)
            case example_tree.GivenSanction():
                sanctions = (*(sanctions or ()), *_sanction(plan, given, name, base))
    points = entered(plan, example.points)
    unit = "" if base is Base.COLLECTIVE else _SUBJECT
    row = Row(base, name, unit, kind, False, figures | points.figures, decided | left_out | points.judgments, points.levels, points.scores)
    if base is Base.COLLECTIVE:
        return Statistics((row,), (), sanctions)
    return Statistics((), (row,), sanctions)


def _asked(plan: Plan, base: Base, question: str) -> tuple[str, ...]:
    """The column of a case of “Không xét …”, however its words are spelled."""
    keys = (rule.key for rule in plan.exclusions if rule.subject.base is base and plain(rule.question) == plain(question) and question)
    return tuple(dict.fromkeys(keys))


def _base(plan: Plan, subject: tree.Subject) -> Base:
    name = subject.name.canonical
    return next(
        (kind.base for kind in plan.kinds if kind.name == name), Base.COLLECTIVE if name == Base.COLLECTIVE.value else Base.INDIVIDUAL
    )


def _named(plan: Plan, subject: tree.Subject) -> tuple[str, str]:
    """Name and kind of the row: a unit known by its name has that one; a subject that only leaves others out has no kind."""
    if subject.negated:
        return _SUBJECT, ""
    kind = (subject.narrowed or subject.name).canonical
    parents = next((each.parents for each in plan.kinds if each.name == kind), ())
    return (kind, parents[0]) if parents else (_SUBJECT, kind)


def _sanction(plan: Plan, given: example_tree.GivenSanction, name: str, base: Base) -> tuple[Sanction, ...]:
    if given.form is None or given.signed is None:
        return ()
    signed, _ = day(given.signed, _year(plan))
    assert signed is not None  # else the example is not run
    who, unit = ("(một cá nhân)", name) if base is Base.COLLECTIVE else (name, _SUBJECT)
    return (Sanction(who, unit, given.form.canonical, signed),)


# ---- what must come of it


def _award(plan: Plan, mine: list[SubjectResult], outcome: example_tree.AwardOutcome) -> Iterator[Wrong]:
    """The award, and of the wave, that is named; all of them, where none is."""
    wave = wave_label(outcome.wave) if outcome.wave else ""
    award = outcome.award.canonical if outcome.award else ""
    if award and not any(same_award(each.award, award) for each in plan.standards):
        barring_rules = {rule.id for quota in plan.quotas if same_award(quota.award, award) for rule in barring(plan, quota)}
        if not barring_rules:
            yield Wrong(outcome.span, f"Kế hoạch không có tiêu chuẩn của {award}.")
        mine = [_of_next_level(each, award, barring_rules) for each in mine]
    for each in mine:
        if award and each.occasion.award and not same_award(each.occasion.award, award):
            continue
        if wave in ("", each.occasion.wave) and each.eligible is not VERDICTS[outcome.verdict]:
            said = " ".join(part for part in (_ELIGIBLE[each.eligible], each.occasion.wave) if part)
            about = f" ({each.occasion.award})" if each.occasion.award else ""
            because, lines = _because(plan, each)
            yield Wrong(outcome.span, f"Máy tính ra: {said}{about}{because}.", "" if about else f"Thì {said}", lines)


def _of_next_level(result: SubjectResult, award: str, barring_rules: Set[str]) -> SubjectResult:
    """How it stands on an award without standards, which is chosen among those who got another: who is left out of it is no candidate."""
    found = [each.verdict for each in result.conditions if each.rule in barring_rules]
    unknown = Verdict.UNKNOWN in found and result.eligible is Verdict.MET
    eligible = Verdict.NOT_APPLICABLE if Verdict.NOT_APPLICABLE in found else Verdict.UNKNOWN if unknown else result.eligible
    return replace(result, eligible=eligible, occasion=replace(result.occasion, award=award))


def _because(plan: Plan, result: SubjectResult) -> tuple[str, tuple[int, ...]]:
    """What stands in the way of an award: the conditions that do, each in the words of the plan and why; and their lines."""
    if result.eligible not in (Verdict.FAILED, Verdict.UNKNOWN):
        return "", ()
    conditions = {condition.id: condition for standard in plan.standards for condition in leaves(standard.conditions)}
    met = [each for each in result.conditions if each.verdict is result.eligible and not each.part_of]
    texts = {id: f"“{condition.text}”: " for id, condition in conditions.items()}
    words = dict.fromkeys(f"{texts.get(each.rule, '')}{', '.join(each.reasons)}" for each in met)
    return "".join(f"; {each}" for each in words), tuple(conditions[each.rule].line for each in met if each.rule in conditions)


def _proposal(plan: Plan, result: SubjectResult, outcome: example_tree.ProposalOutcome) -> Iterator[Wrong]:
    """What becomes of the subject under every number of awards that speaks of it."""
    said = dict.fromkeys(quota.words for quota in result.quotas)
    if not said or any(plain(words) != plain(outcome.words.removeprefix("được ")) for words in said):
        lines = tuple(quota.line for quota in plan.quotas if any(each.quota == quota.id for each in result.quotas))
        yield Wrong(outcome.span, f"Máy tính ra: {'; '.join(said) or _ELIGIBLE[result.eligible]}.", lines=lines)


def _discipline(draft: Draft, plan: Plan, result: SubjectResult, outcome: example_tree.DisciplineOutcome) -> Iterator[Wrong]:
    rules = {
        condition.id: condition
        for standard in plan.standards
        for condition in leaves(standard.conditions)
        if isinstance(condition, NotDisciplined) and within(draft, outcome.places, condition.place)
    }
    wanted = Verdict.MET if outcome.met else Verdict.FAILED
    found = [condition for condition in result.conditions if condition.rule in rules]
    if not found:
        yield Wrong(outcome.span, "Đối tượng của ví dụ không có điều kiện về kỷ luật ở chỗ ấy.")
    for condition in found:
        if condition.verdict is not wanted:
            said, line = f"{WORDS[condition.verdict]} điều kiện về kỷ luật", rules[condition.rule].line
            yield Wrong(outcome.span, f"Máy tính ra: {said} (dòng {line}): {'; '.join(condition.reasons)}.", lines=(line,))
