"""Standards, exclusions and quotas as source: calls of the program's own functions, one argument a line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thads_dsl.backends.python_scorer.literals import comment, python, python_set
from thads_dsl.backends.python_scorer.tables import Statistic
from thads_dsl.model.award_places import Composition, Share, SmallUnits
from thads_dsl.model.occasions import Occasion, barring, standards_asked
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import ByAuthority, Condition, Exclusion, Judged, NotDisciplined, QualifiesFor, Quota, SomeOf, TargetsMet, Whose
from thads_dsl.model.statistics import Subject

_INDENT = "    "
_ITEMS = "items=["


@dataclass(frozen=True, slots=True)
class AwardSources:
    """What the sources of awards refer to: the predicates of subjects and the constants of statistics, by name."""

    plan: Plan
    predicates: Mapping[Subject, str]
    statistics: Mapping[str, Statistic]
    standards: Mapping[str, str]  # functions of standards, by id

    def conditions(self, conditions: Iterable[Condition]) -> Iterator[str]:
        """Lines of source: a call for each condition, those inside of it as its arguments."""
        for condition in conditions:
            yield f"# {comment(condition.text)}"
            yield from _call(*self._condition(condition))

    def _condition(self, condition: Condition) -> tuple[str, list[str]]:
        cited = [python(condition.id), python(condition.place.cited())]
        match condition:
            case Judged():
                return "judged", ["row", *cited, python(condition.judgment)]
            case NotDisciplined():
                first, last = _days(condition)
                members = python(condition.whose is Whose.MEMBERS)
                days = [f"first={first}", f"last={last}", f"members={members}", f"people={python(condition.people)}"]
                return "not_disciplined", ["row", "data", *cited, python(condition.forms), *days]
            case TargetsMet():
                return "targets_met", ["results", *cited, *self._targets(condition)]
            case ByAuthority():
                return "by_authority", cited
            case QualifiesFor():
                other = [python(condition.award), python(condition.wave)]
                return "qualifies_for", ["row", "data", "results", *cited, *other, *self._standards(condition)]
            case SomeOf():
                counted = [f"least={condition.least}", f"exactly={python(condition.exactly)}"]
                return "some_of", [*cited, *counted, _ITEMS, *self._items(condition), "]"]

    def _standards(self, condition: QualifiesFor) -> tuple[str, str, str]:
        """The standards of the other award, of the same wave, each with its subjects; what leaves out of it, and asks more of heads."""
        wanted = standards_asked(self.plan, condition)
        occasion = Occasion(condition.award, condition.wave)
        left_out = (rule.id for rule in self.plan.exclusions if occasion.takes(rule))
        functions = _tuple(f"({self.predicates[each.subject]}, {self.standards[each.id]})" for each in wanted)
        heads = (rule.id for rule in self.plan.both_standards if occasion.takes(rule))
        return functions, f"exclusions={python_set(left_out)}", f"heads={python_set(heads)}"

    def _items(self, condition: SomeOf) -> Iterator[str]:
        for item in condition.items:
            yield f"{_INDENT}["
            yield from (2 * _INDENT + line for line in self.conditions(item))
            yield f"{_INDENT}],"

    def _targets(self, condition: TargetsMet) -> Iterator[str]:
        yield f"targets={python_set(condition.targets)}"
        yield f"tables={python_set(self._tables(condition.targets))}"
        if condition.least is not None:
            yield f"least={condition.least}"
            yield f"exactly={python(condition.exactly)}"
            yield f"required={python_set(condition.required)}"
            yield f"required_tables={python_set(self._tables(condition.required))}"

    def _tables(self, targets: tuple[str, ...]) -> list[str]:
        return [rows[0].id for rows in self.plan.tables if any(row.id in targets for row in rows)]

    def exclusion(self, rule: Exclusion) -> Iterator[str]:
        """Lines of source."""
        first, last = _days(rule)
        question = f"key={python(rule.key)}, question={python(rule.question)}" if rule.question else ""
        forms = f"forms={python(rule.forms)}, first={first}, last={last}" if rule.forms else ""
        forms += f", members=True, people={python(rule.people)}" if rule.whose is Whose.MEMBERS else ""
        group = ""
        if rule.group is not None and rule.group.where is not None:
            columns = (column for key in rule.group.where.keys for column in self.plan.quantity(key).columns)
            asked = python(tuple(dict.fromkeys(columns)))
            group = f"group={self.predicates[rule.group]}, asked={asked}, told={python(rule.group.where.text)}"
        faults = ", ".join(f"{fault.name.lower()}=True" for fault in rule.faults)
        award = f"award={python(rule.award)}" if rule.award else ""
        named = [python(rule.id), python(rule.place.cited()), self.predicates[rule.subject], python(rule.subject.name)]
        yield f"# {comment(rule.text)}"
        yield from _call("Exclusion", [*named, *filter(None, (award, question, forms, group, faults))])

    def quota(self, quota: Quota) -> Iterator[str]:
        """Lines of source; what a quota does not have is left out."""
        arguments = [python(quota.id), python(quota.place.cited()), self.predicates[quota.subject], f"limit={python(quota.limit)}"]
        if quota.per_unit:
            arguments.append(f"per_unit={python_set(quota.per_unit)}")
        if quota.together:
            arguments.append("together=True")
        if quota.share is not None:
            arguments.append(f"share={self._share(quota.share)}")
        if quota.small_units:
            arguments.append(f"small_units={_tuple(map(_small, quota.small_units))}")
        if quota.ranking:
            keys = (f"({self.statistics[key.quantity].name}, {python(key.greatest_first)})" for key in quota.ranking)
            arguments.append(f"ranking={_tuple(keys)}")
        if quota.compositions:
            arguments.append(f"compositions={_tuple(map(self._composition, quota.compositions))}")
        if quota.after:
            arguments.append(f"after={python_set(quota.after)}")
        if left_out := barring(self.plan, quota):
            arguments.append(f"left_out={python_set(rule.id for rule in left_out)}")
        if quota.by_authority:
            arguments.append("by_authority=True")
        yield f"# {comment(quota.text)}"
        yield from _call("Quota", arguments)

    def _share(self, share: Share) -> str:
        told = f"text={python(share.text)}, rounding={python(share.rounding)}"
        return f"Share({python(share.percent)}, {self.predicates[share.counted]}, up_from={python(share.up_from)}, {told})"

    def _composition(self, asked: Composition) -> str:
        inside, name, words = self.predicates[asked.subject], python(asked.subject.name), python(asked.words)
        amount = f"{python(asked.count)}, percent={python(asked.percent)}, capped={python(asked.capped)}"
        amount += ", beyond=True" if asked.beyond else ""
        return f"Composition({inside}, {name}, {words}, {amount})"


def _small(units: SmallUnits) -> str:
    """Least and greatest number of people, places."""
    least, greatest = units.people.in_steps()
    return f"({python(least)}, {python(greatest)}, {units.limit})"


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items).rstrip(' ')})"


def _days(rule: NotDisciplined | Exclusion) -> tuple[str, str]:
    return ("None", "None") if rule.window is None else (python(rule.window.first), python(rule.window.last))


def _call(function: str, arguments: Iterable[str]) -> Iterator[str]:
    yield f"{function}("
    for argument in arguments:
        inside = argument == _ITEMS or argument.startswith(_INDENT)
        yield _INDENT + (argument if inside else f"{argument},")
    yield "),"
