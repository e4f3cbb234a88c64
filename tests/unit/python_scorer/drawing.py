"""Random plans and random statistics, thick where verdicts change: at every edge and one step to both sides."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import TypeVar

from tests.unit.evaluate.hau_giang import hau_giang
from tests.unit.python_scorer.points_drawing import entered, with_points
from thads_dsl.model.award_places import Composition, RankKey, Share, SmallUnits
from thads_dsl.model.dates import Period
from thads_dsl.model.inputs import figures, figures_of, judgments, other_times, parts_and_wholes, questions
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.membership import file_waves, key_in_file, kinds_of
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.rules import (
    BothStandards,
    ByAuthority,
    Condition,
    Deadline,
    Dossier,
    Exclusion,
    FileFault,
    Judged,
    JudgedTarget,
    Measure,
    NotDisciplined,
    Quota,
    SomeOf,
    Standard,
    Target,
    TargetsMet,
    Whose,
)
from thads_dsl.model.statistics import Base, DossierRecord, Kind, Quantity, Row, Sanction, Statistics, Subject, Sum
from thads_dsl.model.units import CASE, DONG, PERCENT, Unit
from thads_dsl.source import canonical

T = TypeVar("T")

# What must not break out of a string, a comment, a docstring, a template or a format.
_ODD = ("a", "Đơn vị", "'", '"""', "\\", "\\n", "{x}", "{{ y }}", "{% z %}", "#", "%s", "''' + 1 + '''", "$\\N{BEL}", "/*", "đồng,", ";")
_IN_FIVES = replace(DONG, declared=Fraction(5))
_WINDOW = Period(date(2023, 10, 1), date(2024, 6, 30))
_DAYS = [*(day + timedelta(days=step) for day in (_WINDOW.first, _WINDOW.last) for step in (-1, 0, 1)), date(2024, 1, 5), date(2024, 2, 29)]


class Drawing:
    """One example of a seed: draws, and gives every name a number so that no two are alike.

    Not a Hypothesis strategy for each draw: that shrinks better, and is too slow for as many examples as edges need.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._count = 0

    def one(self, choices: tuple[T, ...]) -> T:
        """One of these."""
        return self._random.choice(choices)

    def some(self, choices: tuple[T, ...], least: int = 0) -> tuple[T, ...]:
        """Some of these, in their order."""
        count = self._random.randint(min(least, len(choices)), len(choices))
        return tuple(choices[index] for index in sorted(self._random.sample(range(len(choices)), count)))

    def number(self, low: int, high: int) -> int:
        """An integer, both ends included."""
        return self._random.randint(low, high)

    def window(self) -> Period:
        """A period at whose ends decisions are signed."""
        return _WINDOW

    def chance(self) -> bool:
        """Yes or no."""
        return self.number(0, 1) == 1

    def name(self, word: str) -> str:
        """A name that holds something odd, as readers would give it."""
        self._count += 1
        return canonical(f"{word} {self.one(_ODD)} n{self._count}")

    def place(self) -> tuple[str, Place, str]:
        """Id, place and sentence of a rule."""
        self._count += 1
        place = Place(("I", str(self._count), self.one(("-1", "+2", "a"))))
        return str(place), place, f"câu {self.one(_ODD)}"


def _kinds(d: Drawing) -> tuple[Kind, ...]:
    found: list[Kind] = []
    for base in Base:
        for _ in range(d.number(1, 3)):
            above = tuple(kind.name for kind in found if kind.base is base)
            total = base is Base.COLLECTIVE and d.number(0, 3) == 0
            without = d.some(above) if base is Base.INDIVIDUAL and d.chance() else ()
            found.append(Kind(d.name("Loại"), base, d.some(above), total=total, without=without))
    return tuple(found)


def _subject(d: Drawing, kinds: tuple[Kind, ...], base: Base) -> Subject:
    names = tuple(kind.name for kind in kinds if kind.base is base)
    return Subject(d.name("Đối tượng"), base, d.some(names) if d.chance() else (), d.some(names) if d.number(0, 3) == 0 else ())


def _grouped(d: Drawing, subject: Subject, quantities: tuple[Quantity, ...]) -> Subject:
    """Now and then only those whose figures lie somewhere."""
    if d.number(0, 4):
        return subject
    return replace(subject, where=Region(((Band(d.one(quantities).key, _goal(d)),),), d.one(_ODD)))


def _quantities(d: Drawing) -> tuple[Quantity, ...]:
    columns = [Quantity(d.name("số"), None, d.one((CASE, DONG, _IN_FIVES))) for _ in range(3)]
    first, second, third = (column.key for column in columns)
    before = tuple(replace(column, when="năm 2022") for column in columns[:2])
    rate = _share(d.name("tỷ lệ"), "", first, second)
    others = (
        _share(rate.name, "năm 2022", before[0].key, before[1].key),
        Quantity(d.name("bình quân"), None, Unit("việc/người", False), numerator=Sum(((1, third),)), denominator=Sum((), 9), lever=third),
        Quantity(d.name("còn lại"), None, CASE, numerator=Sum(((1, second), (-1, first)), d.number(0, 2)), lever=first),
        Quantity(d.name("tỷ lệ"), None, PERCENT, when="được giao"),
    )
    return (*columns, *before, rate, *others)


def _share(name: str, when: str, part: str, whole: str) -> Quantity:
    return Quantity(name, None, PERCENT, when, Sum(((1, part),)), Sum(((1, whole),)), lever=part)


def _edge(d: Drawing) -> Fraction:
    return Fraction(d.one((0, 100, *[d.number(0, 200)] * 4)), d.one((1, 1, 2, 3)))


def _goal(d: Drawing) -> Interval:
    low, high = sorted((_edge(d), _edge(d)))
    kind = d.number(0, 4)
    closed = d.chance(), d.chance()
    if kind < 3:
        return Interval(low=Bound(low, closed[0]))
    return Interval(Bound(low, closed[0]) if kind == 4 else None, Bound(high, closed[1]))


def _regions(d: Drawing, quantity: Quantity, other: Quantity) -> tuple[Region | None, ...]:
    """A closed table, or one with gaps or a second key, or a single row for all."""
    if d.number(0, 4) == 0:
        return (None,)
    edges = sorted({_edge(d) for _ in range(d.number(1, 4))})
    lows = [Bound(edge, d.chance()) for edge in edges]
    ends = [None, *lows, None]
    intervals = [Interval(low, high and Bound(high.value, not high.closed)) for low, high in pairwise(ends)]
    kept = d.some(tuple(intervals), least=1)
    return tuple(_region(d, Band(quantity.key, each), Band(other.key, _goal(d))) for each in kept)


def _region(d: Drawing, band: Band, other: Band) -> Region:
    boxes = d.one((((band,),), ((band,),), ((band, other),), ((band,), (other,))))
    return Region(boxes, d.one(_ODD))


def _targets(d: Drawing, kinds: tuple[Kind, ...], quantities: tuple[Quantity, ...]) -> tuple[Target, ...]:
    found: list[Target] = []
    for _ in range(d.number(0, 3)):
        subject, quantity, key = _subject(d, kinds, d.one(tuple(Base))), d.one(quantities), d.one(quantities)
        measure = d.one((Measure.VALUE, *Measure))
        against = None if measure is Measure.VALUE else d.one(quantities).key
        for region in _regions(d, key, d.one(quantities)):
            rule, place, text = d.place()
            found.append(
                Target(
                    id=rule,
                    place=place,
                    line=1,
                    text=text,
                    subject=subject,
                    facet=None,
                    region=region,
                    quantity=quantity.key,
                    measure=measure,
                    against=against,
                    goal=_goal(d) if d.number(0, 6) else None,
                    period=None,
                )
            )
    return tuple(found)


def _condition(d: Drawing, targets: tuple[str, ...], discipline: tuple[str, ...], depth: int = 0) -> Condition:
    rule, place, text = d.place()
    match d.number(0, 4 if depth < 2 else 3):
        case 0:
            window = _WINDOW if d.number(0, 3) else None
            whose = d.one(tuple(Whose))
            forms = d.some(discipline, least=1)
            return NotDisciplined(id=rule, place=place, line=1, text=text, forms=forms, window=window, whose=whose)
        case 1:
            return Judged(id=rule, place=place, line=1, text=text, judgment=d.name("Hội đồng"))
        case 4:
            items = tuple(
                tuple(_condition(d, targets, discipline, depth + 1) for _ in range(d.number(1, 2))) for _ in range(d.number(1, 3))
            )
            least = d.number(1, len(items))
            return SomeOf(id=rule, place=place, line=1, text=text, least=least, exactly=d.number(0, 3) == 0, items=items)
        case _ if d.number(0, 15) == 0:
            return ByAuthority(id=rule, place=place, line=1, text=text)
        case _:
            asked = d.some(targets, least=1)
            needed = d.number(1, len(asked)) if d.number(0, 2) == 0 else None
            required = d.some(asked) if needed and d.chance() else ()
            exactly = needed is not None and d.number(0, 3) == 0
            return TargetsMet(id=rule, place=place, line=1, text=text, targets=asked, least=needed, exactly=exactly, required=required)


def _standards(d: Drawing, kinds: tuple[Kind, ...], targets: tuple[str, ...], discipline: tuple[str, ...]) -> tuple[Standard, ...]:
    found = []
    for base in d.some((Base.COLLECTIVE, Base.INDIVIDUAL, Base.INDIVIDUAL), least=1):
        rule, place, text = d.place()
        conditions = tuple(_condition(d, targets, discipline) for _ in range(d.number(1, 3)))
        subject = _subject(d, kinds, base)
        found.append(Standard(id=rule, place=place, line=1, text=text, award="Giấy khen", subject=subject, conditions=conditions))
    return tuple(found)


def _exclusions(d: Drawing, kinds: tuple[Kind, ...], discipline: tuple[str, ...]) -> tuple[Exclusion, ...]:
    found = []
    for _ in range(d.number(0, 2)):
        rule, place, text = d.place()
        subject = _subject(d, kinds, d.one(tuple(Base)))
        kind = d.number(0, 4)
        question = d.name("trường hợp") if kind < 2 else ""
        forms = d.some(discipline, least=1) if kind == 2 else ()
        window = _WINDOW if forms and d.chance() else None
        faults = d.some(tuple(FileFault)) if kind == 3 else ()
        whose = Whose.MEMBERS if forms and d.chance() else Whose.OWN
        people = d.some(tuple(each.name for each in kinds if each.base is Base.INDIVIDUAL)) if whose is Whose.MEMBERS else ()
        made = Exclusion(id=rule, place=place, line=1, text=text, subject=subject, question=question, faults=faults)
        found.append(replace(made, forms=forms, window=window, whose=whose, people=people))
    return tuple(found)


def _quotas(d: Drawing, kinds: tuple[Kind, ...], quantities: tuple[Quantity, ...]) -> tuple[Quota, ...]:
    units = tuple(kind.name for kind in kinds if kind.base is Base.COLLECTIVE)
    found: list[Quota] = []
    for _ in range(d.number(0, 4)):
        rule, place, text = d.place()
        subject = _subject(d, kinds, d.one(tuple(Base)))
        limit = d.one((None, 1, 2, 3))
        share = _a_share(d, kinds) if limit is None and d.chance() else None
        per_unit = d.some(units) if d.chance() else ()
        bounded = limit is not None or share is not None
        before = tuple(each.id for each in found if each.subject.base is subject.base)
        ranked = d.some(quantities[:2] + quantities[-4:], least=1)[:2] if bounded and d.chance() else ()
        found.append(
            Quota(
                id=rule,
                place=place,
                line=1,
                text=text,
                subject=subject,
                limit=limit,
                per_unit=per_unit,
                council_chooses=d.chance(),
                together=bool(per_unit) and d.number(0, 2) == 0,
                share=share,
                small_units=tuple(_small(d) for _ in range(d.number(0, 2))) if per_unit else (),
                ranking=tuple(RankKey(quantity.key, d.chance()) for quantity in ranked),
                compositions=tuple(_composition(d, kinds, subject.base) for _ in range(d.number(0, 2))) if bounded and d.chance() else (),
                after=d.some(before) if before and d.chance() else (),
                by_authority=not bounded and d.number(0, 3) == 0,
            )
        )
    return tuple(found)


def _a_share(d: Drawing, kinds: tuple[Kind, ...]) -> Share:
    up_from = d.one((None, Fraction(0), Fraction(1, 2), Fraction(1, 3)))
    return Share(Fraction(d.number(0, 200), d.one((1, 2, 3))), _subject(d, kinds, d.one(tuple(Base))), up_from)


def _small(d: Drawing) -> SmallUnits:
    low, high = sorted((d.number(0, 4), d.number(0, 4)))
    people = Interval(Bound(Fraction(low), d.chance()) if d.chance() else None, Bound(Fraction(high), d.chance()))
    return SmallUnits(people, d.number(0, 2), d.one(_ODD))


def _composition(d: Drawing, kinds: tuple[Kind, ...], base: Base) -> Composition:
    percent = d.chance()
    count = Fraction(d.number(0, 100), d.one((1, 1, 3))) if percent else Fraction(d.number(0, 2))
    return Composition(_subject(d, kinds, base), count, percent, capped=d.chance(), beyond=d.chance())


def _dossiers(d: Drawing, kinds: tuple[Kind, ...]) -> tuple[tuple[Dossier, ...], tuple[Deadline, ...]]:
    dossiers, deadlines = [], []
    for _ in range(d.number(0, 2)):
        rule, place, text = d.place()
        dossiers.append(Dossier(id=rule, place=place, line=1, text=text, documents=tuple(d.name("Giấy") for _ in range(d.number(0, 2)))))
    for what in d.some(("Báo cáo", "Hồ sơ đề nghị", "Hồ sơ của đợt sau", "Nộp hồ sơ")):
        rule, place, text = d.place()
        subject = _subject(d, kinds, d.one(tuple(Base))) if d.chance() else None
        addressee = "nơi không ai biết" if subject is None and d.chance() else ""
        deadlines.append(
            Deadline(
                id=rule,
                place=place,
                line=1,
                text=text,
                what=what,
                last_day=d.one(tuple(_DAYS)),
                addressee=addressee,
                subject=subject,
                files="hồ sơ" in what.casefold(),
            )
        )
    return tuple(dossiers), tuple(deadlines)


def plan_of(d: Drawing) -> Plan:
    """A small plan of any shape that the model allows."""
    kinds, quantities = _kinds(d), _quantities(d)
    discipline = tuple(d.name("hình thức") for _ in range(3))
    targets = _targets(d, kinds, quantities)
    judged = tuple(_judged_target(d, kinds) for _ in range(d.number(0, 2)))
    ids = (*(target.id for target in targets), *(target.id for target in judged), "không có")
    dossiers, deadlines = _dossiers(d, kinds)
    plan = Plan(
        document=hau_giang().document,
        kinds=kinds,
        head_kind=d.one(tuple(kind.name for kind in kinds if kind.base is Base.INDIVIDUAL)),
        quantities=quantities,
        discipline=discipline,
        targets=targets,
        judged_targets=judged,
        standards=tuple(replace(each, subject=_grouped(d, each.subject, quantities)) for each in _standards(d, kinds, ids, discipline)),
        both_standards=tuple(_both(d, kinds) for _ in range(d.number(0, 1))),
        exclusions=_exclusions(d, kinds, discipline),
        quotas=_quotas(d, kinds, quantities),
        dossiers=dossiers,
        deadlines=deadlines,
    )
    return with_points(d, plan)


def _judged_target(d: Drawing, kinds: tuple[Kind, ...]) -> JudgedTarget:
    rule, place, text = d.place()
    subject = _subject(d, kinds, d.one(tuple(Base)))
    return JudgedTarget(id=rule, place=place, line=1, text=text, subject=subject, judgment=d.name("Nhiệm vụ"))


def _both(d: Drawing, kinds: tuple[Kind, ...]) -> BothStandards:
    rule, place, text = d.place()
    return BothStandards(id=rule, place=place, line=1, text=text, subject=_subject(d, kinds, Base.INDIVIDUAL))


def statistics_of(d: Drawing, plan: Plan) -> Statistics:
    """Statistics that a plan can be asked about: figures at the plan's edges, people of units that are there."""
    named = d.some(tuple(kind.name for kind in plan.kinds if kind.base is Base.COLLECTIVE)) if d.chance() else ()
    names = (*named, *(d.name("Tên") for _ in range(d.number(1, 2))))
    units = tuple(_row(d, plan, Base.COLLECTIVE, name, "") for name in names)
    people = tuple(_row(d, plan, Base.INDIVIDUAL, d.name("Tên"), d.one(units).name) for _ in range(d.number(0, 5)))
    return Statistics(units, people, _sanctions(d, plan, people), _records(d, plan, (*units, *people)))


def _row(d: Drawing, plan: Plan, base: Base, name: str, unit: str) -> Row:
    kinds = tuple(kind.name for kind in plan.kinds if kind.base is base)
    joined = d.one((", ", "; ", " và ", " kiêm ", " - ")).join(d.one(kinds) for _ in range(2))
    several = joined if canonical(joined) == joined else kinds[0]  # quotes of two odd names would turn one another round
    kind = d.one((*kinds, "Thư ký", several, f"Thư ký, {several}")) if base is Base.INDIVIDUAL else d.one((*kinds, several))
    row = Row(
        base=base,
        name=name,
        unit=unit,
        kind=kind,
        head=base is Base.INDIVIDUAL and d.chance(),
        figures=_figures(d, plan, base),
        judgments={
            **{judgment: d.one((*[True] * 12, False, None)) for judgment in judgments(plan, base)},
            **{question: d.one((*[False] * 8, True, None)) for question in questions(plan, base)},
        },
    )
    return entered(d, plan, row)


def _figures(d: Drawing, plan: Plan, base: Base) -> dict[str, int | None]:
    """Whole figures first, then parts that are not greater: near the edges of bands, and near what the goals ask of the whole."""
    wholes: dict[str, list[str]] = {}
    for part, whole in parts_and_wholes(plan):
        wholes.setdefault(part, []).append(whole)
    ratios = {each.columns[0]: each.columns[1] for each in plan.quantities if each.unit == PERCENT and not each.is_column}
    found: dict[str, int | None] = {}
    others = [column for when in other_times(plan) for column in figures_of(plan, when)]
    for column in sorted([*figures(plan, base), *others], key=lambda column: _depth(wholes, column.key)):
        wanted = _near(d, plan, column.key, found.get(ratios.get(column.key) or ""))
        limits = [limit for whole in wholes.get(column.key, ()) if (limit := found.get(whole)) is not None]
        found[column.key] = None if wanted is None else _on_grid(max(0, min([wanted, *limits])), column.unit)
    return found


def _on_grid(figure: int, unit: Unit) -> int:
    """A figure that can be entered: one step at most below what is wanted."""
    assert unit.step is None or unit.step.denominator == 1
    return figure if unit.step is None else figure - figure % unit.step.numerator


def _depth(wholes: dict[str, list[str]], key: str) -> int:
    """How many wholes stand one inside the other around a part."""
    return max((1 + _depth(wholes, whole) for whole in wholes.get(key, ())), default=0)


def _near(d: Drawing, plan: Plan, key: str, whole: int | None) -> int | None:
    if d.number(0, 11) == 0:
        return None
    quantities = {quantity.key: quantity for quantity in plan.quantities}
    edges = [bound.value for target in plan.targets for bound in _bounds(quantities, target, key, whole)]
    if not edges or d.number(0, 4) == 0:
        # Whole hundreds, of which every percentage can be met exactly.
        return d.number(0, 300) * d.one((0, 1, 100, 100, 10**12 + 1))
    return max(0, int(d.one(tuple(edges))) + d.number(-1, 1))


def _bounds(quantities: dict[str, Quantity], target: Target, key: str, whole: int | None) -> list[Bound]:
    """The figures of a column at which a band or the goal of a target changes; of a part, those of its whole."""
    asked = [(target.quantity, target.goal)] if target.goal is not None else []
    if target.region is not None:
        asked += [(band.quantity, band.interval) for box in target.region.boxes for band in box]
    found = []
    for name, interval in asked:
        quantity = quantities[name]
        times = Fraction(1)
        if not quantity.is_column and quantity.columns[0] == key and whole is not None:
            times = Fraction(whole, 100 if quantity.unit == PERCENT else 1)
        elif quantity.key != key:
            continue
        found += [Bound(bound.value * times, bound.closed) for bound in (interval.low, interval.high) if bound is not None]
    return found


def _sanctions(d: Drawing, plan: Plan, people: tuple[Row, ...]) -> tuple[Sanction, ...] | None:
    if d.number(0, 5) == 0:
        return None
    found = []
    for _ in range(d.number(0, 2) if people else 0):
        person = d.one(people)
        found.append(Sanction(person.name, person.unit, d.one(plan.discipline), d.one(tuple(_DAYS)), kinds_of(plan, person)))
    return tuple(found)


def _records(d: Drawing, plan: Plan, rows: tuple[Row, ...]) -> tuple[DossierRecord, ...] | None:
    if d.number(0, 3) == 0:
        return None
    documents = tuple(document for dossier in plan.dossiers for document in dossier.documents)
    files = [(row, wave) for row in d.some(rows) for wave in d.some(file_waves(plan))]
    return tuple(_record(d, row, wave, documents, by_wave=file_waves(plan) != ("",)) for row, wave in files)


def _record(d: Drawing, row: Row, wave: str, documents: tuple[str, ...], by_wave: bool) -> DossierRecord:
    """Of waves only what a table can say: a file of which nothing is known is none there."""
    held = {key_in_file(document, wave): d.one((True, True, False, None)) for document in documents}
    nothing = all(known is None for known in held.values())
    return DossierRecord(row.name, row.unit, held, d.one(tuple(_DAYS) if nothing and by_wave else (None, *_DAYS)), wave)
