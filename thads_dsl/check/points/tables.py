"""Points tables as written → points tables as meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.amended.cells import mending_sentences
from thads_dsl.check.amended.limits import limit_left
from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Header, Lowering
from thads_dsl.check.names.subjects import subject
from thads_dsl.check.points import findings
from thads_dsl.check.points.beside import beside_the_points
from thads_dsl.check.points.cell import Written
from thads_dsl.check.points.named import fits_the_target, turned
from thads_dsl.check.points.narrowed import all_is_scored
from thads_dsl.check.points.scoring import scoring
from thads_dsl.check.targets.facets import facet_named
from thads_dsl.check.targets.figures import misspelt
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.model.points import Criterion, FullPoints, OnAverage, Part, PointsTable
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.model.units import Facet
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable, parts_of
from thads_dsl.syntax.scoring_cells import read_scoring
from thads_dsl.syntax.sentences import Sentence

_FACETS = {"CASES": Facet.CASES, "MONEY": Facet.MONEY}


@dataclass(frozen=True, slots=True)
class _Table:
    """A table being read."""

    lowering: Lowering
    line: Line
    written: WrittenTable
    subject: Subject
    header: Header
    amended: AmendedTable | None

    def id_of(self, row: WrittenRow) -> str:
        """The id of a criterion, a part or the total."""
        if row.kind is RowKind.TOTAL:
            return f"{self.header['id']}, tổng cộng"
        return f"{self.header['id']}, {row.kind.value} {row.name}"


def lower_table(lowering: Lowering, line: Line, written: WrittenTable, amended: AmendedTable | None = None) -> None:
    """The table of a line, for the subject of the line's context; `amended` says what changed in it, if anything.

    Rows with a complaint are left out, so that what stands around the table is still read; such a plan is never compiled.
    """
    who = subject(lowering, (), line.scope, written.heading.span())
    if who is None:
        return
    written = _sound_rows(lowering, written)
    if not written.criteria:
        return
    lowering.found += beside_the_points(written, lowering.draft.names)
    header = lowering.header(line, Sentence(written.heading, (), None))
    header["text"] = f"Bảng tiêu chí chấm điểm đối với {who.name}"
    table = _Table(lowering, line, written, who, header, amended)
    points = {id(row): _points(lowering, row) for row in written.rows}
    criteria = _with_parts(tuple(_criteria(table, points)))
    for row in written.rows:
        lowering.spans[table.id_of(row)] = row.row.span()
    total = next((row for row in written.rows if row.kind is RowKind.TOTAL), None)
    lowering.rules.append(
        PointsTable(
            **header,
            subject=who,
            parts=tuple(_parts(table, points)),
            criteria=criteria,
            standard=(points[id(total)] if total is not None else None) or Fraction(0),
            balance=() if amended is None else amended.balance,
        )
    )


# ---- rows


def _sound_rows(lowering: Lowering, written: WrittenTable) -> WrittenTable:
    """The table without the rows that are not what they look like; complains about its form."""
    found = [*_misformed(written), *_numbered_twice(written)]
    totals = [row for row in written.rows if row.kind is RowKind.TOTAL]
    if not written.criteria:
        found.append(
            findings.bad_row(written.heading.span(), "bảng chưa có tiêu chí nào", "Dưới dòng đầu bảng phải có các tiêu chí.", _ROW)
        )
    elif len(totals) == 1 and totals[0] is not written.rows[-1]:
        found.append(_above_others(written, totals[0]))
    elif len(totals) != 1:
        message = "bảng chưa có dòng Tổng cộng ở cuối" if len(totals) < 2 else "bảng có hai dòng Tổng cộng"
        row = (totals[1] if len(totals) > 1 else written.rows[-1]).row
        found.append(findings.bad_row(row.span(), message, "Dòng cuối của bảng ghi tổng số điểm để máy kiểm tra.", _TOTAL))
    lowering.found += found
    wrong = {each.at.span.line for each in found}
    last = [row for row in totals[:1] if row.whole]
    sound = (row for row in written.rows if row.whole and row.kind is not RowKind.TOTAL and row.row.line not in wrong)
    return replace(written, rows=(*sound, *last))


def _above_others(written: WrittenTable, total: WrittenRow) -> Diagnostic:
    """A total with rows below it, which it may or may not count."""
    below = written.rows[written.rows.index(total) + 1 :]
    message = f"dưới dòng Tổng cộng còn {len(below):02d} dòng của bảng"
    rows = "\n".join(canonical(row.row.text) for row in (*below, total))
    found = findings.bad_row(total.row.span(), message, "Dòng Tổng cộng là dòng cuối của bảng, cộng mọi dòng trên nó.")
    return replace(found, also=tuple(Label(row.row.span()) for row in below), ways=(Way("Chuyển dòng Tổng cộng xuống cuối:", rows),))


_ROW = "| 1 | Chấp hành chế độ báo cáo | 10 | Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn |"
_TOTAL = "| | Tổng cộng | 100 | |"


def _misformed(written: WrittenTable) -> Iterator[Diagnostic]:
    for row in written.rows:
        if not row.whole:
            continue  # is told of any table
        if row.kind is RowKind.CRITERION and not (row.number.text and row.title.text):
            yield findings.bad_row(row.row.span(), "tiêu chí chưa có số thứ tự hoặc tên", "Tiêu chí được dẫn bằng số và tên.", _ROW)
        elif not row.points.text and (row.kind is RowKind.TOTAL or (row.kind is RowKind.CRITERION and not row.scoring.text)):
            yield findings.bad_row(row.row.span(), f"{row.kind.value} chưa có điểm", "Cột điểm của dòng này còn trống.", _ROW)


def _numbered_twice(written: WrittenTable) -> Iterator[Diagnostic]:
    first: dict[str, WrittenRow] = {}
    for row in written.criteria:
        above = first.setdefault(row.name, row)
        if above is not row:
            why = "Các tiêu chí đánh số liền nhau qua mọi phần của bảng, để dẫn “tiêu chí 3” chỉ hiểu một cách."
            twice = findings.bad_row(row.number.span(), f"hai tiêu chí cùng số {row.name}", why)
            yield replace(twice, also=(Label(above.number.span()),))


def _points(lowering: Lowering, row: WrittenRow) -> Fraction | None:
    """The figure of the points column; None for a part that leaves it empty, or after a complaint."""
    if not row.points.text:
        return None
    figure = row.figure(lowering.draft.names)
    if figure is not None and figure.value is not None:
        return figure.value
    right = figure.right if figure is not None else ""
    lowering.found.append(misspelt(row.points.text, right, row.points.span()))
    return None


def _parts(table: _Table, points: dict[int, Fraction | None]) -> Iterator[Part]:
    around = dict(zip(map(id, table.written.rows), parts_of(table.written), strict=True))
    for part in table.written.rows:
        stated = points[id(part)]
        if part.kind is RowKind.PART and stated is not None:
            inside = tuple(table.id_of(row) for row in table.written.criteria if part in around[id(row)])
            yield Part(part.name, canonical(part.title.text), stated, inside)


# ---- criteria


def _criteria(table: _Table, points: dict[int, Fraction | None]) -> Iterator[Criterion]:
    sentences = {row.name: read_scoring(row.scoring, table.lowering.draft.names) for row in table.written.criteria}
    ids = {row.name: table.id_of(row) for row in table.written.criteria}
    averages = {name for name, found in sentences.items() if any(isinstance(each.statement, tree.PointsOnAverage) for each in found)}
    known = {name: id for name, id in ids.items() if name not in averages}
    for row in table.written.criteria:
        standard = points[id(row)]
        if not row.scoring.text:
            table.lowering.found.append(findings.no_scoring(row.row, canonical(row.title.text)))
        elif (standard is not None or not row.points.text) and (read := _resolved(table, row, sentences)) is not None:
            criterion = _criterion(table, row, standard or Fraction(0), read, known)
            if criterion is not None:
                yield criterion


def _with_parts(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """The criteria without averages of others that could not be read."""
    known = {each.id for each in criteria}
    return tuple(each for each in criteria if not isinstance(each.start, OnAverage) or known.issuperset(id for id, _ in each.start.parts))


def _resolved(table: _Table, row: WrittenRow, sentences: dict[str, tuple[Sentence, ...]]) -> tuple[Sentence, ...] | None:
    """The sentences of the cell, or of the criterion that “Như tiêu chí n” points at."""
    own = sentences[row.name]
    alike = [each.statement for each in own if isinstance(each.statement, tree.PointsLike)]
    for each in alike:
        table.lowering.settle(table.id_of(row), "tiêu chí được dẫn", each.span, each.number)
    if not alike:
        return own
    like = alike[0]
    models = [name for name, found in sentences.items() if not any(isinstance(each.statement, tree.PointsLike) for each in found)]
    if like.number not in models:
        table.lowering.found.append(findings.no_criterion(like.span, like.number, models))
        return None
    return (*(each for each in own if each.statement not in alike), *sentences[like.number])


def _criterion(
    table: _Table, row: WrittenRow, standard: Fraction, sentences: tuple[Sentence, ...], ids: dict[str, str]
) -> Criterion | None:
    title = canonical(row.title.text)
    written = Written(
        number=row.name,
        row=row,
        named=row.title,
        title=title,
        key=f"Tiêu chí {row.name}. {title}",
        standard=standard,
        quantity=_quantity(table.lowering, row.title),
        turned=turned(table.lowering, row.title),
        subject=table.subject,
        span=row.scoring.span(),
        line=table.line,
        sentences=sentences,
    )
    found = scoring(table.lowering, written, ids)
    if found is None or not fits_the_target(table.lowering, row, written, found):
        return None
    criterion = Criterion(
        id=table.id_of(row),
        place=table.line.place,
        line=row.row.line,
        text=canonical(row.scoring.text),
        number=written.number,
        title=title,
        key=written.key,
        standard=standard,
        start=found.start,
        changes=found.changes,
        highest=found.highest,
        nothing=found.nothing,
        gains=found.gains,
        losses=found.losses,
        former=_former(table.amended, written.number),
    )
    most = replace(criterion, nothing=None).range[1]
    if criterion.nothing is not None and standard and most is not None and criterion.nothing > max(most, standard):
        table.lowering.found.append(findings.nothing_above_standard(row.row.span(), written.number, criterion.nothing, standard))
        return None
    if not all_is_scored(table.lowering, row, written, criterion.quantities) or not _reaches_standard(table, criterion, row):
        return None
    if table.amended is not None:
        old = table.amended.raised.get(row.name)
        table.lowering.found += limit_left(criterion, old, table.amended.old.get(row.name, ""), row.row.span())
    return criterion


def _former(amended: AmendedTable | None, number: str) -> str:
    """The number that the base gives a criterion, if it is another one."""
    old = "" if amended is None else amended.old.get(number, "")
    return old if old != number else ""


def _quantity(lowering: Lowering, title: Passage) -> Quantity | None:
    """The statistic that the name of a criterion speaks of; None without one, or where its facet is not said."""
    lexemes = lex(title, lowering.draft.names)
    name = next((lexeme.value for lexeme in lexemes if isinstance(lexeme.value, Name) and lexeme.terminal == "QUANTITY"), None)
    if name is None:
        return None
    said = next((_FACETS[lexeme.terminal] for lexeme in lexemes if lexeme.terminal in _FACETS), None)
    facet = said or facet_named(name.facet)  # “số việc chuyển kỳ sau” tells it by itself
    if facet is None and lowering.draft.vocabulary.has_facets(name.canonical):
        return None
    return known_quantity(lowering, name.canonical, facet)


def _reaches_standard(table: _Table, criterion: Criterion, row: WrittenRow) -> bool:
    """The most that a criterion gives before anything is added is its điểm chuẩn; where all is added, the most of that."""
    most = criterion.best
    only_changes = isinstance(criterion.start, FullPoints) and not criterion.start.points
    if isinstance(criterion.start, OnAverage) or most is None or most == criterion.standard:
        return True
    if only_changes and not criterion.standard:
        return True  # points added or deducted beside the điểm chuẩn of the table
    if not row.points.text:
        why = "Chỉ tiêu chí điểm cộng, điểm trừ mới để trống cột điểm."
        table.lowering.found.append(findings.bad_row(row.row.span(), "tiêu chí chưa có điểm", why, _ROW))
        return False
    amended = table.amended
    if amended is None or row.name not in amended.old:
        table.lowering.found.append(findings.not_standard(row.points.span(), criterion.number, most, criterion.standard))
    elif not amended.partly:  # else the sentence that puts it right may be the one that is not read
        old = amended.old[row.name]
        said = mending_sentences(f"tiêu chí {old} “{criterion.title}”", criterion.text, most, criterion.standard)
        table.lowering.found.append(findings.not_standard(row.row.span(), old, most, criterion.standard, *said))
    return False
