"""VÍ DỤ with several subjects: a table of them between “Giả sử … có số liệu:” and “Khi xét … Thì đúng như cột Kết quả”."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, partial

from thads_dsl.check import Draft
from thads_dsl.check.awards.conditions import places_named
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.evaluate import evaluate
from thads_dsl.examples.given import without_files
from thads_dsl.examples.lacking import NO_SANCTION, lacking, supposing
from thads_dsl.examples.steps import read_statements, unusable
from thads_dsl.examples.wrong import Wrong, told
from thads_dsl.model.inputs import greater_than_whole, judgments, questions
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import SubjectResult, Verdict
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Row, Statistics
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax import example_tree, tree
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.outline_tree import Example
from thads_dsl.syntax.written_forms import Figure

_BASES = {"ca nhan": Base.INDIVIDUAL, "ho va ten": Base.INDIVIDUAL, "tap the": Base.COLLECTIVE, "don vi": Base.COLLECTIVE}
_COUNCIL, _POST, _RESULT = plain("Hội đồng bình xét"), plain("Chức danh"), plain("Kết quả")
_DISCIPLINE = plain("Kỷ luật")
_JUDGED = {"dat": True, "khong dat": False, "": None}
_FACETS = {"CASES": "về việc", "MONEY": "về tiền"}
_A_FIGURE = "ghi một con số có đơn vị tính (“46 việc”, “81%”), hoặc để trống"
_OVER_ALL = "tỷ lệ trên “{}” không thể quá 100%"
_NO_COLUMN = (
    "cột “{}” chưa phải số liệu nào của kế hoạch; giữa cột đầu và cột “Kết quả” chỉ có cột số liệu (như “Có điều kiện, về việc”), "
    "“Hội đồng bình xét”, “Chức danh”"
)
_UNIT = "(đơn vị của ví dụ)"
_NOT_SUBJECT = "không thuộc đối tượng"


@dataclass(frozen=True, slots=True)
class _Member:
    """One row of the table: its subject, and the words and the place of what is expected of it."""

    row: Row
    expected: Passage


def is_group(draft: Draft, example: Example) -> bool:
    """Whether an example supposes a table of subjects."""
    given, _, _ = read_statements(draft, example)
    return any(isinstance(each, example_tree.GivenGroup) for each in given)


def run_group(draft: Draft, plan: Plan | None, example: Example) -> Iterator[Diagnostic]:
    """Complaints about an example that cannot be read; with a plan, also where a result is not the one in its column."""
    given, outcomes, found = read_statements(draft, example)
    group = next(each for each in given if isinstance(each, example_tree.GivenGroup))
    asked = next((each for each in given if isinstance(each, example_tree.GivenQuota)), None)
    yield from found
    if asked is None or not any(isinstance(each, example_tree.ColumnOutcome) for each in outcomes):
        if found:
            return  # a line that is not read may be the one that lacks
        yield unusable(example.heading.span(), "ví dụ có bảng phải có dòng “Khi xét … tại …” và “Thì đúng như cột Kết quả”")
        return
    if plan is None or found:
        return
    quotas = _quotas(draft, plan, asked)
    if not quotas:
        yield unusable(asked.span, "chỗ được dẫn không có số lượng khen thưởng nào như vậy")
        return
    rows = list(example.rows)
    members = list(_members(draft, plan, group, given, rows))
    if wrong := [each for each in members if isinstance(each, Diagnostic)]:
        yield from wrong
        return
    yield from _compared(draft, plan, example, quotas, [each for each in members if isinstance(each, _Member)], given)


def _quotas(draft: Draft, plan: Plan, asked: example_tree.GivenQuota) -> list[Quota]:
    places = [place for ref in asked.places for place in places_named(draft, ref.steps)]
    words = plain(canonical(asked.written))
    return [
        quota
        for quota in plan.quotas
        if words in plain(quota.text) and (not asked.places or any(place.holds(quota.place) for place in places))
    ]


def _compared(
    draft: Draft, plan: Plan, example: Example, quotas: list[Quota], members: list[_Member], given: list[tree.Statement]
) -> Iterator[Diagnostic]:
    rows = tuple(member.row for member in members)
    nobody_punished = any(isinstance(each, example_tree.GivenSanction) and each.form is None for each in given)
    units = tuple(row for row in rows if row.base is Base.COLLECTIVE) or (_unit(plan, given),)
    people = tuple(row for row in rows if row.base is Base.INDIVIDUAL)
    statistics = Statistics(units, people, () if nobody_punished else None)
    ids = {quota.id for quota in quotas}

    @cache
    def said(at: int, steps: frozenset[str]) -> str:
        """What comes of the row at a place of the table, with some steps more."""
        known = supposing(plan, statistics, steps)
        row = (known.collectives if rows[0].base is Base.COLLECTIVE else known.individuals)[at]
        return _said(next(each for each in evaluate(without_files(plan), known).subjects if each.row == row), ids)

    for at, member in enumerate(members):
        result = said(at, frozenset())
        if plain(result) != plain(member.expected.text):
            steps, judged = lacking(result, partial(said, at))
            open_ = bool(steps or judged)
            why = f"{member.row.name}: máy tính ra {result}{_for_want_of(judged=judged) if open_ else ''}."
            lines = tuple(quota.line for quota in quotas)
            wrong = Wrong(member.expected.span(), why, "" if open_ else result, lines, "\n".join(steps))
            yield told(draft, example.heading.text, wrong)


def _for_want_of(*, judged: bool) -> str:
    """Why nothing is known of a row, where the example could say more."""
    column = "; cột “Hội đồng bình xét” của mọi dòng phải ghi “đạt” hoặc “không đạt”" if judged else ""
    return f", vì ví dụ chưa nói đủ{column}"


def _said(subject: SubjectResult, quotas: set[str]) -> str:
    """What the numbers of awards do to a subject; the last one that it was a candidate of says it."""
    if subject.eligible is Verdict.NOT_APPLICABLE:
        return _NOT_SUBJECT
    found = [quota.words for quota in subject.quotas if quota.quota in quotas]
    return found[-1] if found else _NOT_SUBJECT


def _unit(plan: Plan, given: list[tree.Statement]) -> Row:
    """The unit of the people of the table."""
    group = next(each for each in given if isinstance(each, example_tree.GivenGroup))
    name = (group.subject.narrowed or group.subject.name).canonical
    parents = next((kind.parents for kind in plan.kinds if kind.name == name), ())
    return Row(Base.COLLECTIVE, name if parents else _UNIT, "", parents[0] if parents else name, False, {}, {})


def _members(
    draft: Draft, plan: Plan, group: example_tree.GivenGroup, given: list[tree.Statement], rows: list[Passage]
) -> Iterator[_Member | Diagnostic]:
    header = cells(rows[0]) if rows else []
    base = _BASES.get(plain(header[0].text)) if header else None
    if base is None or plain(header[-1].text) != _RESULT:
        yield unusable(group.span, "bảng phải có cột đầu là “Cá nhân” hoặc “Tập thể”, cột cuối là “Kết quả”")
        return
    answers = dict.fromkeys(questions(plan, base), False) if any(isinstance(each, example_tree.GivenNotLeftOut) for each in given) else {}
    unit = _unit(plan, given)
    for row in rows[1:]:
        if not row.text.strip("|-: "):
            continue
        values = cells(row)
        if len(values) != len(header):
            yield unusable(row.span(), f"dòng này có {len(values)} ô, dòng tiêu đề của bảng có {len(header)} ô")
            continue
        found = _cells(draft, plan, base, header, values)
        if isinstance(found, Diagnostic):
            yield found
            continue
        figures, judged, kind = found
        said = {key: value for key, value in figures.items() if key not in _of_rates(plan, header)}
        yield from (unusable(row.span(), f"{part} nhiều hơn {whole}") for part, whole in greater_than_whole(plan, said))
        kind = kind or (unit.kind if base is Base.COLLECTIVE else "")
        decided = dict.fromkeys(judgments(plan, base), judged) | answers
        belongs = "" if base is Base.COLLECTIVE else unit.name
        yield _Member(Row(base, values[0].text, belongs, kind, False, figures, decided), values[-1])


def _of_rates(plan: Plan, header: Sequence[Passage]) -> set[str]:
    """The columns that only a rate gives: of so many in a hundred, which are no figures of the statistics."""
    titles = [plain(title.text) for title in header]
    return {
        key for each in plan.quantities if not each.is_column and any(plain(each.name) in title for title in titles) for key in each.columns
    }


def _cells(
    draft: Draft, plan: Plan, base: Base, header: Sequence[Passage], values: Sequence[Passage]
) -> tuple[dict[str, int | Fraction | None], bool | None, str] | Diagnostic:
    """The figures of a row, what the council judged, and the post; a complaint of the first cell that says something else."""
    figures: dict[str, int | Fraction | None] = {}
    judged, kind = None, ""
    for title, cell in list(zip(header, values, strict=True))[1:-1]:
        match plain(title.text):
            case heading if heading == _COUNCIL:
                if plain(cell.text) not in _JUDGED:
                    return _wrong_cell(title, cell, "ghi đạt, không đạt, hoặc để trống")
                judged = _JUDGED[plain(cell.text)]
            case heading if heading == _POST:
                kind = canonical(cell.text)
            case _:
                titled = lex(title, draft.names)
                known = _figures(plan, titled, lex(cell, draft.names))
                if known is None:
                    of_plan = _figures(plan, titled, ()) is not None
                    return _wrong_cell(title, cell, _A_FIGURE) if of_plan else _no_column(title)
                if wholes := [whole for _, whole in greater_than_whole(plan, known)]:
                    return _wrong_cell(title, cell, _OVER_ALL.format(wholes[0]))
                figures |= known
    return figures, judged, kind


def _no_column(title: Passage) -> Diagnostic:
    """A column that no row can have; discipline is said of all rows by a step."""
    complaint = unusable(title.span(), _NO_COLUMN.format(title.text))
    if not plain(title.text).startswith(_DISCIPLINE):
        return complaint
    how = "Bỏ cột này. Mọi người trong bảng không ai bị kỷ luật thì thêm ngay dưới bảng (người bị kỷ luật thì viết một ví dụ riêng):"
    return replace(complaint, ways=(Way(how, NO_SANCTION),))


def _wrong_cell(title: Passage, cell: Passage, wanted: str) -> Diagnostic:
    return unusable(cell.span(), f"ô “{cell.text}” ở cột “{title.text}”: {wanted}")


def _figures(plan: Plan, title: tuple[Lexeme, ...], cell: tuple[Lexeme, ...]) -> dict[str, int | Fraction | None] | None:
    """The columns that a figure gives: its own, or those of a rate; an empty cell is not known."""
    name = next((lexeme.value.canonical for lexeme in title if isinstance(lexeme.value, Name) and lexeme.terminal == "QUANTITY"), None)
    figure = cell[0].value if len(cell) == 1 else None
    facet = next((_FACETS[lexeme.terminal] for lexeme in title if lexeme.terminal in _FACETS), "")
    quantity = next((each for each in plan.quantities if each.key == f"{name} {facet}".strip()), None)
    if quantity is None or (cell and (not isinstance(figure, Figure) or figure.value is None)):
        return None
    if not isinstance(figure, Figure) or figure.value is None:
        return dict.fromkeys(quantity.columns)
    if quantity.numerator is None:
        if quantity.unit.beside(figure.value):
            return None
        return {quantity.key: int(figure.value) if figure.value.denominator == 1 else figure.value}
    if quantity.denominator is None or len(quantity.numerator.terms) != 1 or len(quantity.denominator.terms) != 1:
        return None
    part, whole = quantity.numerator.terms[0][1], quantity.denominator.terms[0][1]
    return {part: figure.value.numerator, whole: 100 * figure.value.denominator}
