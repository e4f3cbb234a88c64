"""A points table that lacks rows, or is cut in two, is answered with a complaint and never by giving up."""

from itertools import product

import pytest

from tests.contract.places import ROOT
from thads_dsl.pipeline import analyse

INSTEAD: tuple[list[str], ...] = (
    [],
    [""],
    ["Các đơn vị tự chấm điểm."],
    ["# ghi chú"],
    ["|---|---|---|---|"],
    ["", "|---|---|---|---|", ""],
)


def cut(name: str) -> tuple[list[str], list[int]]:
    """The lines of a sample, and which of them are rows of its table."""
    lines = (ROOT / "tests" / "samples" / name).read_text("utf-8").splitlines()
    return lines, [at for at, line in enumerate(lines) if line.startswith("|")]


def codes(lines: list[str]) -> list[str]:
    return [each.code.id for each in analyse("x.plan", "\n".join(lines)).diagnostics]


@pytest.mark.parametrize("name", ["bang-tieu-chi.plan", "bang-muc-tru.plan"])
def test_each_run_of_rows_taken_out_of_a_points_table_is_complained_of(name: str) -> None:
    lines, rows = cut(name)
    runs = [(first, last) for first in rows for last in rows if first <= last and last - first + 1 < len(rows)]
    for (first, last), instead in product(runs, INSTEAD):
        assert codes([*lines[:first], *instead, *lines[last + 1 :]]), (first, last, instead)


def test_anything_between_the_heading_and_the_rows_of_a_points_table_leaves_a_table_without_criteria() -> None:
    lines, rows = cut("bang-tieu-chi.plan")
    for instead in INSTEAD[1:3]:
        assert "TH604" in codes([*lines[: rows[0] + 1], *instead, *lines[rows[0] + 1 :]]), instead
    for instead in (*INSTEAD, ["| | | | |"]):
        assert "TH604" in codes([*lines[: rows[0] + 1], *instead, *lines[rows[-1] + 1 :]]), instead


def test_a_line_of_dashes_below_the_heading_changes_nothing() -> None:
    lines, rows = cut("bang-tieu-chi.plan")
    assert codes([*lines[: rows[0] + 1], *INSTEAD[4], *lines[rows[0] + 1 :]]) == codes(lines)
