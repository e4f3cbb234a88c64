"""Lines of an example → what is supposed of one subject, and what must come of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from thads_dsl.check import Draft
from thads_dsl.check.names.undeclared import not_declared, resembles_a_known
from thads_dsl.check.scoping import wave_label
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH802
from thads_dsl.examples.points import PointsRow, points_rows, unsound_rows
from thads_dsl.examples.shortened import bare_waves, facts_in_full, outcomes_apart
from thads_dsl.examples.tables import ReadRow, named_subject, read_rows, table_subject, unknown_titles
from thads_dsl.source import Passage, Span
from thads_dsl.syntax import example_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.holes import UnknownName, is_missing, names_statistic
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline_tree import Example
from thads_dsl.syntax.unknown_names import unknown_in_step

_FAMILIES = {"SUPPOSE": ("given",), "WHEN_CONSIDERING": ("given",), "THEN": ("outcome", "day_outcome")}
_OF_DAYS = example_tree.LastDayOutcome | example_tree.TimelyOutcome | example_tree.PeriodOutcome


@dataclass(frozen=True, slots=True)
class ReadExample:
    """One example: its subject, what is given of it, and the outcomes to check; about days alone it has no subject."""

    title: str
    heading: Passage
    subject: tree.Subject | None
    given: tuple[tree.Statement, ...]
    outcomes: tuple[tree.Statement, ...]
    points: tuple[PointsRow, ...] = ()  # its table “Tiêu chí | Số liệu | Điểm”


def read_examples(draft: Draft, example: Example) -> tuple[list[ReadExample], list[Diagnostic]]:
    """The example, or one for each row of its table; and complaints why something of it cannot be run."""
    if example.rows and len(example.rows) == len(example.lines):
        return _read_table(draft, example, example.rows)
    return _read_steps(draft, example, example.rows)


def _read_table(draft: Draft, example: Example, rows: tuple[Passage, ...]) -> tuple[list[ReadExample], list[Diagnostic]]:
    subject = table_subject(draft, example.heading)
    if subject is None:
        message = "tên ví dụ chưa nói đối tượng nào"
        return [], [Diagnostic(code=TH802, message=message, at=Label(example.heading.span()), why=_TABLE_FORM)]
    read, found = [], []
    if unknown := list(unknown_titles(draft, rows[0])):
        return [], [_unknown_title(draft, cell, message) for cell, message in unknown]
    for row, meant in read_rows(draft, rows, subject):
        if meant is None:
            message, heading = "máy chưa đọc được dòng này của bảng", Label(rows[0].span())
            found.append(Diagnostic(code=TH802, message=message, at=Label(row.span()), also=(heading,), why=_TABLE_FORM))
        else:
            read.append(ReadExample(example.heading.text, example.heading, subject, *_in_wave(draft, example.heading, meant)))
    return read, found


def _unknown_title(draft: Draft, cell: Passage, message: str) -> Diagnostic:
    name = cell.text.partition(" (")[0]  # “Chuyển kỳ sau (năm 2022)”
    if names_statistic(name) or resembles_a_known(draft, name, NameKind.QUANTITY):
        return not_declared(draft, UnknownName(NameKind.QUANTITY, name, cell.span(0, len(name))))
    return Diagnostic(code=TH802, message=message, at=Label(cell.span()), why=_TABLE_FORM)


def _in_wave(draft: Draft, heading: Passage, row: ReadRow) -> tuple[tuple[tree.Statement, ...], tuple[tree.Statement, ...]]:
    """What a row supposes and expects; of the wave that the heading names, where a column names no time."""
    wave = next((cast(int, lexeme.value) for lexeme in lex(heading, draft.names) if lexeme.terminal == "WAVE"), 0)
    if not wave:
        return row.given, (row.outcome,)
    given = tuple(replace(each, when=_in(each.when, wave_label(wave))) for each in row.given)
    return given, (replace(row.outcome, wave=row.outcome.wave or wave),)


def _in(when: str, wave: str) -> str:
    """“cùng kỳ” of a wave is as long as the wave; another year is that year."""
    return f"{when}, {wave}" if when.startswith("cùng kỳ") and "đợt" not in when else when or wave


_TABLE_FORM = "Dòng đầu của bảng là tên các số liệu và “Kết quả”; mỗi dòng sau là một ví dụ, kết quả ghi như “đạt 77%”."


def read_statements(
    draft: Draft, example: Example, *, opening: bool = False
) -> tuple[list[tree.Statement], list[tree.Statement], list[Diagnostic]]:
    """What the steps of an example suppose, and what they expect; rows of tables are left out.

    With `opening`, “Giả sử X có:” above a table says only of whom the example is.
    """
    given: list[tree.Statement] = []
    outcomes: list[tree.Statement] = []
    found: list[Diagnostic] = []
    for step in _steps(draft, example):
        lexemes = step.lexemes
        if opening and not given and (subject := _opening(lexemes)) is not None:
            given.append(example_tree.GivenFigures(subjects=(subject,), facts=(), span=step.line.span()))
            continue
        family = _FAMILIES.get(lexemes[0].terminal) if lexemes else None
        statement = read_tokens(lexemes, family) if family else None
        if statement is None:
            found.append(_unread(draft, step))
        else:
            (given if family == _FAMILIES["SUPPOSE"] else outcomes).append(_continued(statement, given))
    return given, outcomes, found


def _continued(statement: tree.Statement, given: list[tree.Statement]) -> tree.Statement:
    """“Và có …” behind “trong đợt 2 có …” is of that wave too."""
    figures = [each for each in given if isinstance(each, example_tree.GivenFigures)]
    if not isinstance(statement, example_tree.GivenFigures) or statement.subjects or statement.when or not figures:
        return statement
    return replace(statement, when=figures[-1].when) if figures[-1].when.startswith("đợt") else statement


def _read_steps(draft: Draft, example: Example, rows: tuple[Passage, ...]) -> tuple[list[ReadExample], list[Diagnostic]]:
    given, outcomes, found = read_statements(draft, example, opening=bool(rows))
    if found := found or [unusable(row.span(), message) for row, message in unsound_rows(rows)]:
        return [], found
    subject = next((each.subjects[0] for each in given if isinstance(each, example_tree.GivenFigures) and each.subjects), None)
    of_days = bool(outcomes) and not given and all(isinstance(outcome, _OF_DAYS) for outcome in outcomes)
    if not outcomes or (subject is None and not of_days):
        missing = "dòng “Giả sử <đối tượng> có …”" if subject is None else "dòng “Thì …”"
        return [], [Diagnostic(code=TH802, message=f"ví dụ chưa có {missing}", at=Label(example.heading.span()), why=_FORM)]
    return [ReadExample(example.heading.text, example.heading, subject, tuple(given), tuple(outcomes), points_rows(rows))], []


_HAVING = ("", "có", "có số liệu", "số liệu")  # what may stand between X and the colon
_FORM = "Một ví dụ gồm: Giả sử <đối tượng> có <số liệu>; Và …; Thì <kết quả>; Và …."


def _opening(lexemes: tuple[Lexeme, ...]) -> tree.Subject | None:
    """“Giả sử X có:” above a table: X."""
    if not lexemes or lexemes[0].terminal != "SUPPOSE" or lexemes[-1].terminal != "COLON":
        return None
    if " ".join(each.text.casefold() for each in lexemes if each.terminal == WORD) not in _HAVING:
        return None
    return next((named_subject(lexeme) for lexeme in lexemes if lexeme.terminal == "SUBJECT"), None)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one line supposes, or one of the outcomes that it expects."""

    line: Passage
    written: Passage  # without the signs at its end
    mode: str  # SUPPOSE or THEN
    lexemes: tuple[Lexeme, ...]


def _steps(draft: Draft, example: Example) -> Iterator[_Step]:
    """Each step with its tokens; “Và” goes on with what stands above it."""
    mode = "SUPPOSE"
    for line in example.lines:
        if line.is_row:
            continue
        written = line.passage.cut(0, len(line.passage.text.rstrip(" .;,")))
        lexemes = lex(written, draft.names)
        mode = lexemes[0].terminal if lexemes and lexemes[0].terminal in ("SUPPOSE", "THEN") else mode
        for part in _parts(lexemes, mode):
            yield _Step(line.passage, written, mode, part)


def _parts(lexemes: tuple[Lexeme, ...], mode: str) -> Iterator[tuple[Lexeme, ...]]:
    lexemes = bare_waves(lexemes)
    if lexemes and lexemes[0].terminal == "AND":
        lexemes = (replace(lexemes[0], terminal=mode), *lexemes[1:])
    yield from outcomes_apart(lexemes) if mode == "THEN" else (facts_in_full(lexemes),)


def _unread(draft: Draft, step: _Step) -> Diagnostic:
    """A name that nobody knows, if with one the step would be read."""

    def with_name(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
        return next((part for part in _parts(lexemes, step.mode) if any(map(is_missing, part))), ())

    families = _FAMILIES[step.mode]
    unknown = unknown_in_step(step.written, step.lexemes, draft.names, families, with_name)
    return not_declared(draft, unknown) if unknown is not None else unusable(step.line.span(), "máy chưa đọc được dòng này của ví dụ")


def unusable(at: Span, message: str) -> Diagnostic:
    """A line of an example that cannot be run."""
    return Diagnostic(code=TH802, message=message, at=Label(at), why=_FORM)
