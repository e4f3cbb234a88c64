"""VÍ DỤ with points: the table “Tiêu chí | Số liệu | Điểm” of an example, and the plan with what it gives.

A row with figures is computed and its points are compared; a row with points alone is given. “Các tiêu chí còn lại” are given together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thads_dsl.examples.points_counts import SHARE, column_of, contradicted, count_of_event, counted, pieces, written
from thads_dsl.examples.points_turned import TURNS, turned
from thads_dsl.model.inputs import greater_than_whole
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import NOTHING_AROSE, ByCouncil, ByLevel, Criterion, FullPoints, Merit, PerEvent
from thads_dsl.model.rules import Measure
from thads_dsl.model.statistics import ASSIGNED, Quantity
from thads_dsl.model.units import number
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.literals import CRITERION_NUMBER
from thads_dsl.syntax.written_forms import figure_value

_WORD = re.compile(r"[^\W\d_]+")
_HEADINGS = ("tieu chi", "so lieu", "diem")
_NUMBER = re.compile(rf"(?:tiêu chí )?({CRITERION_NUMBER})\b.*", re.IGNORECASE)
_REST = re.compile(r"cac tieu chi (?:con lai|khac)")
_TURN = re.compile(r"(giảm|tăng) ([\d.,]+) ?%", re.IGNORECASE)
_SCORE = re.compile(r"(?P<minus>(?:trừ|âm|[-−–]) ?)?(?P<figure>\d[\d.,]*)(?: điểm)?", re.IGNORECASE)
_YES = {"co": True, "dat": True, "khong": False, "khong dat": False}


@dataclass(frozen=True, slots=True)
class PointsRow:
    """One row: which criterion (None: all that are left), what is known of it (empty: its points are given), its points."""

    name: Passage
    known: Passage
    points: Passage
    row: Passage

    @property
    def number(self) -> str | None:
        """The number of the criterion."""
        found = _NUMBER.fullmatch(self.name.text)
        return found[1] if found else None

    @property
    def figure(self) -> Fraction | None:
        """The points in figures; None where the cell holds none."""
        found = _SCORE.fullmatch(self.points.text)
        value = figure_value(found["figure"]).value if found else None
        return -value if value is not None and found is not None and found["minus"] else value


@dataclass(slots=True)
class Entered:
    """What a row of the statistics holds besides, of the one subject of the example."""

    figures: dict[str, int | Fraction | None] = field(default_factory=dict)
    judgments: dict[str, bool | None] = field(default_factory=dict)
    levels: dict[str, str | None] = field(default_factory=dict)
    scores: dict[str, Fraction | None] = field(default_factory=dict)


def points_rows(rows: tuple[Passage, ...]) -> tuple[PointsRow, ...]:
    """The rows of such a table; those that `unsound_rows` complains of are left out."""
    body = [(row, cells(row)) for row in rows[1:]]
    return tuple(
        PointsRow(found[0], found[1], found[2], row) for row, found in body if len(found) == len(_HEADINGS) and row.text.strip("|-: ")
    )


def unsound_rows(rows: tuple[Passage, ...]) -> Iterator[tuple[Passage, str]]:
    """Rows that are not of such a table, each with what is wrong: of another table only its heading."""
    if rows and tuple(plain(cell.text) for cell in cells(rows[0])) != _HEADINGS:
        yield rows[0], "bảng của một đối tượng phải có ba cột “Tiêu chí | Số liệu | Điểm”"
        return
    for row in rows[1:]:
        if row.text.strip("|-: ") and len(cells(row)) != len(_HEADINGS):
            yield row, f"dòng này có {len(cells(row))} ô, bảng có {len(_HEADINGS)} cột"


def row_of_cell(name: Passage, cell: Passage) -> PointsRow:
    """A criterion across the table: a cell with a score gives its points, any other one says what is known of it."""
    nothing = cell.cut(0, 0)
    known, points = (nothing, cell) if _SCORE.fullmatch(cell.text) else (cell, nothing)
    return PointsRow(name, known, points, cell)


def names_criteria(name: Passage) -> bool:
    """Whether a heading is that of a criterion, or of all that are left."""
    return _NUMBER.fullmatch(name.text) is not None or _REST.fullmatch(plain(name.text)) is not None


def unusable_rows(plan: Plan, rows: tuple[PointsRow, ...]) -> Iterator[tuple[Passage, str, Criterion | None]]:
    """Rows that hold no points, or of which nothing can be known; each with what is wrong, and with its criterion."""
    for row in rows:
        wrong = "cột Điểm phải ghi một số điểm" if row.figure is None else None
        if message := unknowable(plan, row, rows) or wrong:
            yield row.row, message, criterion_of(plan, row)


def criterion_of(plan: Plan, row: PointsRow) -> Criterion | None:
    """The criterion that a row is about; None for the rest, or where the table has no such one."""
    return next((each for table in plan.points[:1] for each in table.criteria if each.number == row.number), None)


def _nothing_left(plan: Plan, row: PointsRow, rows: tuple[PointsRow, ...]) -> str | None:
    """Why a row for all that are left says nothing: each criterion has a row, or the rest has two."""
    if [each for each in rows if each.number is None] != [row]:
        return "các tiêu chí còn lại chỉ ghi một dòng"
    named = {each.number for each in rows}
    left = any(criterion.number not in named for table in plan.points[:1] for criterion in table.criteria)
    return None if left else "mọi tiêu chí đã có dòng riêng"


def unknowable(plan: Plan, row: PointsRow, rows: tuple[PointsRow, ...]) -> str | None:
    """Why a row, one of `rows`, says nothing: there is no such criterion, or its figures are not of it; None where it does."""
    criterion = criterion_of(plan, row)
    if criterion is None:
        return _nothing_left(plan, row, rows) if _REST.fullmatch(plain(row.name.text)) else "bảng điểm không có tiêu chí này"
    if (other := _other_words(row, criterion)) is not None:
        return f"tiêu chí {criterion.number} của bảng là “{criterion.title}”, không có chữ “{other}”; chép lại tên ấy hoặc chỉ ghi số"
    if (otherwise := _spelt_otherwise(row, criterion)) is not None:
        return f"tiêu chí {criterion.number} của bảng là “{criterion.title}”, ví dụ viết “{otherwise}”; chép lại tên ấy hoặc chỉ ghi số"
    said = Entered()
    if row.known.text and not _entered(plan, criterion, row.known.text, said):
        return f"máy chưa hiểu số liệu “{row.known.text}” của tiêu chí {criterion.number}; viết như: {_as_written(plan, criterion)}"
    for part, whole in greater_than_whole(plan, said.figures):
        return f"“{row.known.text}” của tiêu chí {criterion.number} quá 100%: {part} không thể nhiều hơn {whole}"
    numbered = {each.number: each for table in plan.points[:1] for each in table.criteria}
    above = [(numbered[each.number], each.known.text) for each in rows[: rows.index(row)] if each.number in numbered]
    return contradicted(criterion, row.known.text, above)


def _spelt_otherwise(row: PointsRow, criterion: Criterion) -> str | None:
    """The name of a criterion with all its words, but in another order or one of them twice: here or in the table there is a slip."""
    _, _, said = row.name.text.partition(f"{criterion.number}")
    written, named = _WORD.findall(said.casefold()), _WORD.findall(criterion.title.casefold())
    return canonical(said.lstrip(". ")) if set(written) == set(named) and written != named else None


def _other_words(row: PointsRow, criterion: Criterion) -> str | None:
    """The first word beside the number of a criterion that its name does not have; abbreviations (“KNTC”) are not looked at."""
    _, _, said = row.name.text.partition(f"{criterion.number}")
    known = set(_WORD.findall(criterion.title.casefold()))
    return next((word for word in _WORD.findall(said) if word.casefold() not in known and not word.isupper()), None)


def entered(plan: Plan, rows: tuple[PointsRow, ...]) -> Entered:
    """The figures of all rows that hold some."""
    found = Entered()
    criteria = {criterion.number: criterion for table in plan.points[:1] for criterion in table.criteria}
    known = [(criteria[row.number], row.known.text) for row in rows if row.number in criteria and row.known.text]
    # Rates first: a fall is then made of what they leave open.
    for criterion, text in sorted(known, key=lambda each: _TURN.search(each[1]) is not None):
        _entered(plan, criterion, text, found)
    return found


def with_given(plan: Plan, rows: tuple[PointsRow, ...]) -> Plan:
    """The plan in which criteria whose points are only given have just these; what is given for the rest is shared by điểm chuẩn.

    Where all that is left only adds or deducts, so that it has no điểm chuẩn, the first has what is given. A share of the units in a
    class says nothing of one unit alone.
    """
    if not plan.points:
        return plan
    table = plan.points[0]
    named = {row.number: row for row in rows if row.number is not None}
    rest = next((row.figure for row in rows if row.number is None), None)
    left = [criterion for criterion in table.criteria if criterion.number not in named]
    worth = sum((criterion.standard for criterion in left), Fraction(0))
    criteria = []
    for criterion in table.criteria:
        row = named.get(criterion.number)
        if row is not None and not row.known.text and row.figure is not None:
            criteria.append(_fixed(criterion, row.figure))
        elif row is None and rest is not None:
            share = criterion.standard / worth if worth else Fraction(criterion is left[0])
            criteria.append(_fixed(criterion, rest * share))
        else:
            criteria.append(criterion)
    return replace(plan, points=(replace(table, criteria=tuple(criteria), quotas=()), *plan.points[1:]))


def _fixed(criterion: Criterion, points: Fraction) -> Criterion:
    return replace(criterion, start=FullPoints(points), changes=(), nothing=None, gains=None, losses=None)


def _as_written(plan: Plan, criterion: Criterion) -> str:
    """What the column Số liệu can say of a criterion: of its own kind."""
    start, forms = criterion.start, list[str]()
    if isinstance(start, ByLevel):
        forms += [name for name, _ in start.levels[:2]]
    elif isinstance(start, ByCouncil):
        forms.append(number(start.high))
    elif column := column_of(plan, criterion):
        forms.append(written(column))
    else:
        for key in criterion.quantities[:1]:
            forms += _of_quantity(plan, key)
    for change in criterion.changes:
        if isinstance(change, PerEvent):
            forms.append(f"2 {change.event}")
        elif isinstance(change, Merit):
            forms += [change.merit, f"không {change.merit[0].lower()}{change.merit[1:]}"]
    several = "; nhiều điều thì cách nhau bằng dấu chấm phẩy" if len(criterion.changes) > 1 else ""
    return "   |   ".join(f"“{form}”" for form in forms) + several


def _of_quantity(plan: Plan, key: str) -> list[str]:
    """“giảm 5%” where a target measures the fall, else a rate, with what is assigned where the plan looks at it."""
    turns = {target.measure for target in plan.targets if target.quantity == key} & set(TURNS)
    if turns:
        return ["giảm 5%" if Measure.DECREASE in turns else "tăng 5%"]
    return ["76%", *(["76%, được giao 78%"] if any(_is_assigned(each, plan.quantity(key)) for each in plan.quantities) else [])]


# ---- figures of one criterion


def _entered(plan: Plan, criterion: Criterion, text: str, found: Entered) -> bool:
    """Whether every piece of a cell says something of its criterion; what it says is put into `found`."""
    return all(_piece(plan, criterion, piece, found) for piece in pieces(criterion, text))


def _piece(plan: Plan, criterion: Criterion, piece: str, found: Entered) -> bool:
    if plain(piece) == plain(NOTHING_AROSE) and criterion.quantities:
        found.figures |= dict.fromkeys(_all_columns(plan, criterion), 0)
        return True
    if (column := column_of(plan, criterion)) and (figure := counted(column, piece)) is not None:
        found.figures[column.key] = figure
        return True
    if turn := _TURN.fullmatch(piece):
        return turned(plan, criterion, turn[1].casefold() == "giảm", turn[2], found.figures)
    if share := SHARE.fullmatch(piece):
        return _share(plan, criterion, share[1], share[2], found)
    if isinstance(criterion.start, ByLevel) and (level := _same(piece, [name for name, _ in criterion.start.levels])):
        found.levels[criterion.key] = level
        return True
    if isinstance(criterion.start, ByCouncil) and (score := _SCORE.fullmatch(piece)):
        given = None if score["minus"] else figure_value(score["figure"]).value
        found.scores[criterion.key] = given
        return given is not None and criterion.start.low <= given <= criterion.start.high
    return _change(criterion, piece, found)


def _same(piece: str, names: list[str]) -> str | None:
    return next((name for name in names if plain(name) == plain(piece)), None)


def _change(criterion: Criterion, piece: str, found: Entered) -> bool:
    merits = {plain(change.merit): change.key for change in criterion.changes if isinstance(change, Merit)}
    if count := count_of_event(criterion, piece):
        column, figure = count
        return found.figures.setdefault(column, figure) == figure
    key = plain(piece)
    if key in _YES and len(merits) == 1:
        found.judgments |= dict.fromkeys(merits.values(), _YES[key])
        return True
    met = key in merits
    named = merits.get(key) or merits.get(key.removeprefix("khong "))
    if named is not None:
        found.judgments[named] = met
    return named is not None


def _share(plan: Plan, criterion: Criterion, actual: str, assigned: str | None, found: Entered) -> bool:
    """“84,6%, được giao 84%”: as good as 846 of 1.000."""
    value = figure_value(actual).value
    quantity = next((plan.quantity(key) for key in criterion.quantities), None)
    if value is None or quantity is None or quantity.numerator is None or quantity.denominator is None:
        return False
    (_, over), (_, under) = quantity.numerator.terms[0], quantity.denominator.terms[0]
    found.figures |= {over: (value / 100).numerator, under: (value / 100).denominator}
    if assigned is None:
        return True
    column = next((each for each in plan.quantities if _is_assigned(each, quantity)), None)
    if column is None:
        return False
    found.figures[column.key] = figure_value(assigned).value
    return True


def _all_columns(plan: Plan, criterion: Criterion) -> Iterator[str]:
    """What the quantities of a criterion are computed from, now and at the other times that the plan looks at."""
    for asked in map(plan.quantity, criterion.quantities):
        for quantity in plan.quantities:
            if (quantity.name, quantity.facet) == (asked.name, asked.facet):
                yield from quantity.columns


def _is_assigned(each: Quantity, quantity: Quantity) -> bool:
    return (each.name, each.facet, each.when) == (quantity.name, quantity.facet, ASSIGNED)
