"""Equal complaints are one: an undeclared name from its second line on, others from the third."""

from thads_dsl.check.same import gathered
from thads_dsl.diagnostics import Code, Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH201, TH206
from thads_dsl.source import Span


def told(code: Code, line: int, way: Way | None = None) -> Diagnostic:
    return Diagnostic(code=code, message="“X”", at=Label(Span(line, 0, 1)), ways=(way,) if way else ())


def messages(*found: Diagnostic) -> list[tuple[str, list[int]]]:
    return [(each.message, [label.span.line for label in (each.at, *each.also)]) for each in gathered(found)]


def test_a_name_is_told_once_with_all_its_lines_whatever_line_a_way_is_about() -> None:
    found = messages(told(TH201, 3, Way("Dán dưới dòng 3:", "A")), told(TH201, 7, Way("Dán dưới dòng 7:", "A")))
    assert found == [("“X” (2 chỗ: dòng 3, 7)", [3, 7])]


def test_two_of_anything_else_are_two_and_three_are_one() -> None:
    assert messages(told(TH206, 3), told(TH206, 7)) == [("“X”", [3]), ("“X”", [7])]
    assert messages(told(TH206, 3), told(TH206, 7), told(TH206, 9)) == [("“X” (3 chỗ: dòng 3, 7, 9)", [3, 7, 9])]


def test_what_is_mended_in_its_own_place_is_told_for_each_place() -> None:
    ways = [Way("Có phải:", "A", Edit(Span(line, 0, 1), "A")) for line in (3, 7)]
    assert len(messages(*(told(TH201, way.edit.span.line, way) for way in ways if way.edit))) == 2
