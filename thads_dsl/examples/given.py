"""Figures that an example supposes → columns of the statistics; a sum such as “chuyển kỳ sau” is shared out over what it is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thads_dsl.diagnostics import Diagnostic
from thads_dsl.examples.steps import unusable
from thads_dsl.model.inputs import other_times
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import ASSIGNED, Quantity, Sum
from thads_dsl.syntax import example_tree, tree

_FACETS = {"việc": "về việc", "đồng": "về tiền"}
Figures = dict[str, int | Fraction]


@dataclass(slots=True)
class Supposed:
    """Figures by the key of their column, and why some cannot be."""

    figures: Figures = field(default_factory=dict)
    wrong: list[Diagnostic] = field(default_factory=list)


def supposed(plan: Plan, statements: tuple[tree.Statement, ...]) -> Supposed:
    """The columns that the steps of an example give: those said themselves first, then those that sums leave to be known."""
    found, sums = Supposed(), []
    for fact, key in facts_of(plan, statements):
        quantity = next((each for each in plan.quantities if each.key == key), None)
        if quantity is None or fact.figure.value is None:
            continue
        if quantity.is_column:
            found.figures[key] = _whole(fact.figure.value)
        elif quantity.numerator is not None and quantity.denominator is None:
            sums.append((fact, quantity, quantity.numerator))
        else:
            found.wrong.append(unusable(fact.span, f"“{key}” được máy tính từ số khác: ghi các số ấy"))
    for fact, quantity, over in sums:
        _shared_out(found, fact, quantity, over)
    return found


def without_files(plan: Plan) -> Plan:
    """The plan as examples try it: they suppose nothing of files, and no file leaves their subject out."""
    return replace(plan, exclusions=tuple(each for each in plan.exclusions if not each.faults))


def facts_of(plan: Plan, statements: tuple[tree.Statement, ...]) -> Iterator[tuple[example_tree.Fact, str]]:
    """Each figure with the key of its quantity; the unit picks the facet where none is said."""
    for given in statements:
        if isinstance(given, example_tree.GivenFigures):
            when = time_meant(plan, given.when)
            for fact in given.facts:
                yield fact, _key(plan, fact, when)


def waves_supposed(plan: Plan, statements: tuple[tree.Statement, ...]) -> tuple[str, ...]:
    """The waves of which an example gives figures."""
    times = {given.when for given in statements if isinstance(given, example_tree.GivenFigures)}
    return tuple(wave.label for wave in plan.waves if any(time.endswith(wave.label) for time in times))


def _key(plan: Plan, fact: example_tree.Fact, when: str) -> str:
    """A statistic that is only counted in “việc” has no facet for its unit to pick."""
    name = fact.quantity.canonical
    facet = fact.facet or fact.quantity.facet or _FACETS.get(fact.figure.unit, "")
    has_facets = any(each.name == name and each.facet is not None for each in plan.quantities)
    key = f"{name} {facet}" if facet and (has_facets or fact.facet) else name
    return f"{key} ({when})" if when else key


def time_meant(plan: Plan, said: str) -> str:
    """“năm 2022” for “năm trước” where that is the one earlier year that the plan looks at; “cùng kỳ” likewise."""
    words = " ".join(said.split()).replace("năm công tác", "năm")
    said, _, wave = words.partition(", ")
    if "trước" not in said and said != "cùng kỳ":
        return words
    begins = "cùng kỳ" if words.startswith("cùng kỳ") else "năm"
    times = [when for when in other_times(plan) if when != ASSIGNED and when.startswith(begins) and when.endswith(wave)]
    return times[0] if len(times) == 1 else words


def _shared_out(found: Supposed, fact: example_tree.Fact, quantity: Quantity, over: Sum) -> None:
    """What is not said of a sum is 0, but for one column, which makes it the figure: the first that is added, if it is not said."""
    open_terms = [(times, key) for times, key in over.terms if key not in found.figures]
    rest = Fraction(fact.figure.value or 0) - over.constant - sum(times * found.figures.get(key, 0) for times, key in over.terms)
    found.figures |= dict.fromkeys((key for _, key in open_terms), 0)
    if open_terms:
        times, key = next((each for each in open_terms if each[0] > 0), open_terms[0])
        if rest / times >= 0:
            found.figures[key], rest = _whole(rest / times), Fraction(0)
    if rest:
        found.wrong.append(unusable(fact.span, f"{quantity.key} không khớp với các số khác của ví dụ"))


def _whole(value: Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value
