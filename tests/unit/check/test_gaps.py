"""The gaps of Hậu Giang 2024 as issued, and of tables like it."""

import random
from fractions import Fraction
from itertools import pairwise

import pytest

from tests.unit.check.writing import analysed, edited, hau_giang, only, pointed_at, sound, without_phrases, written
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.model.units import CASE, DONG, Amount
from thads_dsl.pipeline import Analysis

ISSUED = without_phrases(hau_giang())
AS_WRITTEN = {
    "1.500 việc": ("từ 1.000 việc đến dưới 1.500 việc", "từ trên 1.500 việc", "từ 1.500 việc trở lên"),
    "300 tỷ đồng": ("từ 150 tỷ đồng đến dưới 300 tỷ đồng", "trên 300 tỷ đồng", "từ 300 tỷ đồng trở lên"),
    "300 việc": ("từ 200 việc đến dưới 300 việc", "trên 300 việc", "từ 300 việc trở lên"),
    "100 tỷ đồng": ("từ 50 tỷ đồng đến dưới 100 tỷ đồng", "từ trên 100 tỷ đồng", "từ 100 tỷ đồng trở lên"),
}


@pytest.fixture(scope="module")
def issued() -> Analysis:
    return analysed(ISSUED)


def gap(analysis: Analysis, witness: str) -> Diagnostic:
    return next(each for each in only(analysis, "TH401") if each.message == f"chưa có mức cho đúng {witness}")


def test_the_issued_rows_leave_exactly_four_gaps(issued: Analysis) -> None:
    errors = [each for each in issued.diagnostics if each.severity is Severity.ERROR]
    assert [(each.code.id, each.message) for each in errors] == [("TH401", f"chưa có mức cho đúng {witness}") for witness in AS_WRITTEN]
    assert issued.plan is None


@pytest.mark.parametrize("witness", AS_WRITTEN)
def test_a_gap_quotes_both_rows(issued: Analysis, witness: str) -> None:
    below, above, _ = AS_WRITTEN[witness]
    found = gap(issued, witness)
    assert above in pointed_at(issued, found.at.span)
    assert [below in pointed_at(issued, label.span) for label in found.also] == [True]


@pytest.mark.parametrize("witness", AS_WRITTEN)
def test_an_issued_plan_is_first_offered_the_line_that_restates_the_upper_row(issued: Analysis, witness: str) -> None:
    _, above, closed = AS_WRITTEN[witness]
    first, *others = gap(issued, witness).ways
    assert first.line == f"Hiểu là: cụm từ “{above}” là “{closed}”"
    assert first.edit is not None and first.edit.new_line and first.edit.text == first.line
    changed = [way for way in others if closed in way.line and not way.line.startswith("Hiểu là")]
    assert [pointed_at(issued, way.edit.span) != "" for way in changed if way.edit] == [True]


def test_a_draft_is_first_offered_the_changed_row() -> None:
    found = gap(analysed(ISSUED.replace("Tình trạng: đã ban hành", "Tình trạng: dự thảo")), "1.500 việc")
    assert found.ways[0].line.startswith("+ Chi cục THADS có tổng số giải quyết từ 1.500 việc trở lên")


@pytest.mark.parametrize("witness", AS_WRITTEN)
def test_every_way_out_of_a_gap_closes_it_and_no_other(issued: Analysis, witness: str) -> None:
    ways = gap(issued, witness).ways
    assert {way.line.startswith("Hiểu là") for way in ways} == {True, False}
    for way in ways:
        assert way.edit is not None
        left = [each.message for each in analysed(edited(ISSUED, way.edit)).diagnostics if each.severity is Severity.ERROR]
        assert left == [f"chưa có mức cho đúng {other}" for other in AS_WRITTEN if other != witness], way.line


def test_the_offered_lines_together_make_the_shipped_plan(issued: Analysis) -> None:
    text = ISSUED
    for found in sorted(only(issued, "TH401"), key=lambda each: -each.at.span.line):
        edit = found.ways[0].edit
        assert edit is not None
        text = edited(text, edit)
    assert text == hau_giang()


SUBJECTS = ("Chi cục THADS", "Chấp hành viên", "Phòng chuyên môn", "cá nhân không là Chấp hành viên", "Cụm thi đua số hai")
SCALES = {"việc": 1, "đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}
BEYOND = ("từ trên {}", "trên {}", "hơn {}")


@pytest.mark.parametrize("seed", range(100))
def test_the_witness_of_a_drawn_table_is_the_bound_drawn(seed: int) -> None:
    chance = random.Random(seed)
    subject, scale = chance.choice(SUBJECTS), chance.choice(list(SCALES))
    edges = sorted(chance.sample(range(2, 5_000), chance.randint(2, 5)))
    texts = [f"{edge:,}".replace(",", ".") + f" {scale}" for edge in edges]
    bands = [f"dưới {texts[0]}", *(f"từ {low} đến dưới {high}" for low, high in pairwise(texts))]
    bands.append(chance.choice(BEYOND).format(texts[-1]))
    facet = "việc" if scale == "việc" else "tiền"
    rows = [f"- {subject} có tổng số giải quyết {band}, phấn đấu đạt tỷ lệ thi hành xong đạt {70 - at}%;" for at, band in enumerate(bands)]
    text = written(f"Về {facet}:\n" + "\n".join(rows), subjects=("Cụm thi đua số hai: tập thể",) if subject.startswith("Cụm") else ())

    analysis = analysed(text)

    witness = Amount(Fraction(edges[-1] * SCALES[scale]), CASE if scale == "việc" else DONG)
    assert [(each.code.id, each.message) for each in analysis.diagnostics] == [("TH401", f"chưa có mức cho đúng {witness}")]
    found = analysis.diagnostics[0]
    assert bands[-1] in pointed_at(analysis, found.at.span)
    assert [bands[-2] in pointed_at(analysis, label.span) for label in found.also] == [True]
    assert analysis.source.lines[found.at.span.line - 1] == rows[-1]
    assert [analysis.source.lines[label.span.line - 1] for label in found.also] == [rows[-2]]
    assert found.ways[0].edit is not None
    closed = sound(edited(text, found.ways[0].edit)).targets[-1].region
    assert closed is not None and closed.alone is not None and edges[-1] * SCALES[scale] in closed.alone.interval
