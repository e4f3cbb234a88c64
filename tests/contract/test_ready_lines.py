"""A ready line says what its author said: it is read at its place, and brings no figure that the author has not written."""

from collections.abc import Iterator

import pytest

from tests.contract.places import CORPUS
from tests.contract.ready_lines import figures, own_figures, pasted
from tests.contract.test_corpus import beside
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import Load

UNREAD = ("TH101", "TH102", "TH110")
CASES = sorted({case for code in UNREAD for case in (CORPUS / "bad").glob(f"{code}-*/")})


def offered() -> Iterator[tuple[str, Analysis, Diagnostic, Way, Load]]:
    """Every line that is offered for a sentence that no family reads; what marks it as prose or asks the council is no reading."""
    for case in CASES:
        analysis = analyse("in.plan", (case / "in.plan").read_bytes(), beside(case))
        for complaint in analysis.diagnostics:
            for way in complaint.ways if complaint.code.id in UNREAD else ():
                if ">" not in way.how and "Hội đồng" not in way.how:
                    yield case.name, analysis, complaint, way, beside(case)


def test_there_are_ready_lines_to_test() -> None:
    assert len({name for name, *_ in offered()}) > 20


def test_a_ready_line_brings_no_figure_of_its_own() -> None:
    spelled = "Viết bằng chữ số"  # digits for the author's words
    whole_cell = "viết lại cả ô"  # of which the complaint is no line
    days_of_waves = ("Nếu chỉ tính kết quả", "Nếu mỗi đợt chỉ tính", "Nếu tính lũy kế")  # which the plan says in another line
    for name, analysis, complaint, way, _ in offered():
        if not way.how.startswith((spelled, *days_of_waves)) and whole_cell not in way.how:
            assert figures(way.line) - figures(way.how) <= own_figures(analysis, complaint), (name, way)


def test_a_ready_line_is_read_at_its_place() -> None:
    for name, analysis, complaint, way, load in offered():
        text = pasted(analysis, way)
        if text is not None:
            left = [(each.code, each.at.span) for each in analyse("in.plan", text, load).diagnostics]
            assert (complaint.code, complaint.at.span) not in left, (name, way)


@pytest.mark.parametrize("code", UNREAD)
def test_each_complaint_about_an_unread_sentence_is_among_them(code: str) -> None:
    assert any(complaint.code.id == code for _, _, complaint, _, _ in offered())


NOTES = ("Hiểu là", "Đính chính")
OF_NOTES = {"TH105", "TH106", "TH107", "TH114"}


def test_a_note_that_is_offered_can_be_pasted_as_it_is() -> None:
    """Of every complaint of every code: its phrase stands once in the line, and its brackets say what it adds."""
    offered = 0
    for case in sorted((CORPUS / "bad").glob("TH*/")):
        analysis = analyse("in.plan", (case / "in.plan").read_bytes(), beside(case))
        before = {each.code.id for each in analysis.diagnostics}
        for complaint in analysis.diagnostics:
            own = complaint.at.source is None and complaint.code.id not in OF_NOTES
            for way in (way for way in complaint.ways if own and way.line.startswith(NOTES)):
                text = pasted(analysis, way)
                if text is not None:
                    offered += 1
                    again = analyse("in.plan", text, beside(case)).diagnostics
                    assert not {each.code.id for each in again} & OF_NOTES - before, (case.name, way)
                    assert (complaint.code, complaint.at.span) not in [(each.code, each.at.span) for each in again], (case.name, way)
    assert offered > 100
