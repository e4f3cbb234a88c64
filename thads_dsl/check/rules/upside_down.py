"""TH956: the better a class by its name, the more points it takes; a better level gives more; the best of what was done comes first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise

from thads_dsl.check.facts import Facts
from thads_dsl.check.notes.written import phrase_note
from thads_dsl.check.points.class_order import place
from thads_dsl.check.points.class_words import points_words, row_words
from thads_dsl.check.rules.class_rows import with_hole
from thads_dsl.check.rules.points_classes import known_totals, up_to_next
from thads_dsl.check.targets.closing import Hole, unsound
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH956
from thads_dsl.model.intervals import Interval
from thads_dsl.model.points import ByLevel, Criterion
from thads_dsl.model.points_classes import Class
from thads_dsl.model.regions import Domain
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import number
from thads_dsl.source import Span, canonical

_POINTS = re.compile(r"\d+(?:,\d+)?(?= ?(?:điểm|đ)\b)")


def classes_upside_down(facts: Facts) -> Iterator[Diagnostic]:
    """Once for each criterion of which a level gives less than a worse one, and for each table of which a class takes less."""
    for table in facts.plan.points:
        for criterion in filter(facts.untouched, table.criteria):
            yield from _levels_upside_down(facts, criterion)
        rows = table.classes  # the best first, where all are of one scale
        wrong = [pair for pair in pairwise(rows) if _same_scale(pair[0].name, pair[1].name) and _all_below(*pair)]
        if not wrong or facts.doubtful:
            continue
        turned = len(wrong) == len(rows) - 1
        better, worse = (rows[0], rows[-1]) if turned else wrong[0]
        yield Diagnostic(
            code=TH956,
            message=f"{row_words(better, better.cases)}; {row_words(worse, worse.cases)}",
            at=Label(facts.spans[max(better, worse, key=lambda row: row.line).id]),
            also=(Label(facts.spans[min(better, worse, key=lambda row: row.line).id]),),
            why=f"Đơn vị ít điểm hơn lại được {better.name}. “Hạ một hạng” là từ {better.name} xuống {rows[rows.index(better) + 1].name}.",
            ways=tuple(_renamed(facts, rows)) if turned else (),
        )


def orders_upside_down(facts: Facts) -> Iterator[Diagnostic]:
    """“xét từ thấp lên cao theo tỷ lệ thi hành xong”: once for each place that puts those first who have done least."""
    told = set[Span]()
    for quota in filter(facts.untouched, facts.plan.quotas):
        first = next(iter(quota.ranking), None)
        if first is None or first.greatest_first or not _is_done(facts, facts.plan.quantity(first.quantity)):
            continue
        at = _lowest_first(facts, quota.line)
        if at is not None and at not in told:
            told.add(at)
            words = facts.draft.source.quote(at)
            meant = re.sub("từ thấp (?:lên|đến) cao", "từ cao xuống thấp", words, flags=re.IGNORECASE)
            yield Diagnostic(
                code=TH956,
                message=f"{canonical(words)} {first.quantity}",
                at=Label(at),
                why=f"{quota.subject.base.value.capitalize()} có {first.quantity} thấp nhất lại được xét trước.",
                ways=(Way(f"Nếu xét từ cao xuống thấp, dán dưới dòng {at.line}:", phrase_note(words, meant)),),
            )


def _is_done(facts: Facts, quantity: Quantity) -> bool:
    """Whether more of it is more brought about: “thi hành xong”, or a share of which that is a part added."""
    terms = quantity.numerator.terms if quantity.numerator else ((1, quantity.key),)
    named = ((times, facts.draft.vocabulary.quantity(facts.plan.quantity(key).name)) for times, key in terms)
    return any(times > 0 and definition is not None and definition.result for times, definition in named)


def _lowest_first(facts: Facts, line: int) -> Span | None:
    """The words of the order of a number that stands on a line: on it, or below."""
    below = (each for one in facts.draft.lines if one.item.number >= line for each in one.sentences)
    return next((each.passage.span(at.start, at.end) for each in below for at in each.lexemes if at.terminal == "LOW_TO_HIGH"), None)


def _levels_upside_down(facts: Facts, criterion: Criterion) -> Iterator[Diagnostic]:
    """“Tốt: 30 điểm; khá: 40 điểm”: the first such pair of levels of one scale."""
    levels = criterion.start.levels if isinstance(criterion.start, ByLevel) else ()
    ranked = sorted((level for level in levels if place(level[0])), key=lambda level: place(level[0]) or (0, 0))
    wrong = next((pair for pair in combinations(ranked, 2) if _same_scale(pair[0][0], pair[1][0]) and pair[0][1] < pair[1][1]), None)
    if wrong is None:
        return
    (better, less), (worse, more) = wrong
    cell = _sorted_points(criterion, levels, ranked)
    yield Diagnostic(
        code=TH956,
        message=f"tiêu chí {criterion.number}: {better} {number(less)} điểm, {worse} {number(more)} điểm",
        at=Label(facts.spans[criterion.id]),
        why=f"Mức {better} lại được ít điểm hơn mức {worse}. Có lẽ một con số ghi nhầm; đúng ý kế hoạch thì để nguyên.",
        ways=(Way("Nếu ghi ngược điểm, cột cách chấm viết:", cell),) if cell else (),
    )


def _sorted_points(criterion: Criterion, levels: Sequence[tuple[str, Fraction]], ranked: Sequence[tuple[str, Fraction]]) -> str:
    """The cell with the points of the levels in the order of their scale; empty where its points are not those of its levels alone."""
    said = list(_POINTS.finditer(criterion.text))
    if len(said) != len(levels) or [Fraction(found[0].replace(",", ".")) for found in said] != [points for _, points in levels]:
        return ""
    written = {name: found[0] for (name, _), found in zip(levels, said, strict=True)}
    given = sorted((written[name] for name, _ in ranked), key=lambda points: Fraction(points.replace(",", ".")), reverse=True)
    meant = written | dict(zip((name for name, _ in ranked), given, strict=True))
    cell = criterion.text
    for (name, _), found in reversed(list(zip(levels, said, strict=True))):
        cell = f"{cell[: found.start()]}{meant[name]}{cell[found.end() :]}"
    return cell


def rest_above_others(facts: Facts) -> Iterator[Diagnostic]:
    """“Hạng D: còn lại” beside a hole between Hạng B and Hạng C: the worst class for totals that are better than those of a better one."""
    for table in facts.plan.points:
        listed = [row for row in table.classes if row.cases]
        rest = next((row for row in table.classes if not row.cases), None)
        domain = None if rest is None else known_totals(facts, table)
        if rest is None or domain is None:
            continue
        cases = [(row, case) for row in listed for case in row.cases]
        for hole in unsound([case.interval for _, case in cases], domain):
            inside = isinstance(hole, Hole) and (hole.above is not None or not facts.doubtful)  # errors may change how far totals reach
            below = cases[hole.below][0] if inside and isinstance(hole, Hole) and hole.below is not None else None
            if below is not None and _better(below, rest):
                yield _told_of_rest(facts, below, rest, listed, up_to_next(hole.figures, domain), domain)


def _better(one: Class, other: Class) -> bool:
    return _same_scale(one.name, other.name) and (place(one.name) or (0, 0)) < (place(other.name) or (0, 0))


def _told_of_rest(facts: Facts, below: Class, rest: Class, listed: Sequence[Class], figures: Interval, domain: Domain) -> Diagnostic:
    points = points_words(figures)
    return Diagnostic(
        code=TH956,
        message=f"{points} được {rest.name}, ít điểm hơn thì được {below.name}",
        at=Label(facts.spans[rest.id]),
        also=(Label(facts.spans[below.id]),),
        why=f"Không hạng nào nêu {points} nên những đơn vị ấy rơi vào dòng còn lại. Thường là một mốc điểm ghi nhầm.",
        ways=with_hole(facts, listed, figures, domain.interval, {}),
    )


def _same_scale(one: str, other: str) -> bool:
    places = place(one), place(other)
    return None not in places and len({found[0] for found in places if found is not None}) == 1


def _all_below(better: Class, worse: Class) -> bool:
    """Whether every total of one class is less than every total of another."""
    pairs = [(case.interval, other.interval) for case in better.cases for other in worse.cases]
    return bool(pairs) and all(_below(one, other) for one, other in pairs)


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high.value < other.low.value or (one.high.value == other.low.value and not (one.high.closed and other.low.closed))


def _renamed(facts: Facts, rows: Sequence[Class]) -> Iterator[Way]:
    """Each row with the name of that which stands as far from the other end."""
    items = {line.item.number: line.item for line in facts.draft.lines}
    changed = [(row, other.name) for row, other in zip(rows, reversed(rows), strict=True) if row is not other]
    if any(items[row.line].of_table or facts.spans[row.id].line != row.line for row, _ in changed):
        return
    for row, name in changed:
        how = "và" if row is not changed[0][0] else "Nếu ghi ngược tên hạng thì viết"
        end = items[row.line].text.text.rstrip()[-1]
        line = f"{items[row.line].marker} {row_words(replace(row, name=name), row.cases)}{end if end in '.;' else ''}".strip()
        yield Way(f"{how} dòng {row.line} là:", line)
