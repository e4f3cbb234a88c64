"""“bước 0,1%”: the figures of a statistic that is entered lie on a grid, and so do its bands, bounds and cells."""

import json
import random
from fractions import Fraction
from pathlib import Path

import pytest

from tests.unit.check.writing import analysed, codes, edited, only, sound
from tests.unit.python_scorer.running import Scorer
from thads_dsl.backends.exchange import rules_json
from thads_dsl.data import read_statistics
from thads_dsl.evaluate import evaluate
from thads_dsl.evaluate.report import as_json
from thads_dsl.pipeline import analyse

PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. CHỈ TIÊU
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/6/2024.
2. Tỷ lệ thi hành xong trên có điều kiện của Chi cục THADS:
{rows}

PHẦN KHÔNG IN

SỐ LIỆU VÀ CÁCH TÍNH
- {definition}
"""
RATE = "tỷ lệ hài lòng: %"
MONEY = "tiền thưởng: đồng"


def plan(definition: str, *bands: str) -> str:
    """A table of falling targets by these bands of what is defined."""
    name = definition.partition(":")[0]
    rows = "\n".join(f"- Chi cục THADS có {name} {band}: đạt {90 - at}% về việc;" for at, band in enumerate(bands))
    return PLAN.format(rows=rows, definition=definition)


@pytest.mark.parametrize(
    ("definition", "bands"),
    [
        (f"{RATE}, bước 0,1%", ("đến 94,9%", "từ 95% trở lên")),
        (f"{RATE} bước 0,1 %", ("đến 94,9%", "từ 95% trở lên")),
        (f"{RATE}, bước 1%. Cách viết: “mức hài lòng”", ("đến 94%", "từ 95% đến 98%", "từ 99% trở lên")),
        (f"{RATE}, bước 0,5%", ("dưới 95%", "từ 95% trở lên")),
        (f"{MONEY}, bước 1.000 đồng", ("đến 99.000 đồng", "từ 100.000 đồng trở lên")),
        (f"{MONEY}, bước 1 nghìn đồng", ("đến 99.000 đồng", "từ 100.000 đồng trở lên")),
        ("số việc lạ: việc, bước 1 việc", ("đến 94 việc", "từ 95 việc trở lên")),
    ],
)
def test_bands_that_are_one_step_apart_leave_nothing(definition: str, bands: tuple[str, ...]) -> None:
    assert not only(analysed(plan(definition, *bands)), "TH401")
    sound(plan(definition, *bands))


@pytest.mark.parametrize(
    ("definition", "bands", "missing"),
    [
        (RATE, ("đến 94,9%", "từ 95% trở lên"), "từ trên 94,9% đến dưới 95%"),
        (f"{RATE}, bước 0,1%", ("dưới 94,9%", "từ 95% trở lên"), "đúng 94,9%"),
        (f"{RATE}, bước 0,1%", ("đến 94,8%", "từ 95% trở lên"), "đúng 94,9%"),
        (f"{MONEY}, bước 1.000 đồng", ("đến 99.000 đồng", "từ 101.000 đồng trở lên"), "đúng 100 nghìn đồng"),
    ],
)
def test_what_two_bands_leave_out_is_a_figure_of_the_grid(definition: str, bands: tuple[str, ...], missing: str) -> None:
    assert [each.message for each in only(analysed(plan(definition, *bands)), "TH401")] == [f"chưa có mức cho {missing}"]


def test_what_two_bands_share_lies_on_the_grid() -> None:
    found = only(analysed(plan(f"{RATE}, bước 0,1%", "đến 95%", "từ 95% trở lên")), "TH402")
    assert [each.message for each in found] == ["đúng 95% thuộc cả hai mức"]
    sound(plan(f"{RATE}, bước 0,1%", "dưới 95%", "trên 94,9%"))


@pytest.mark.parametrize("definition", [RATE, f"{RATE}. Cách viết: “mức hài lòng”"])
def test_the_step_is_offered_and_closes_the_table_as_pasted(definition: str) -> None:
    text = plan(definition, "đến 94,9%", "từ 95% trở lên")
    (found,) = only(analysed(text), "TH401")
    (offered,) = [way for way in found.ways if "bước" in way.line]
    assert offered.line == f"- {definition.replace('%', '%, bước 0,1%', 1)}"
    assert offered.edit is not None
    mended = sound(edited(text, offered.edit))
    assert mended.quantity("tỷ lệ hài lòng").unit.step == Fraction(1, 10)


@pytest.mark.parametrize("at", range(3))
def test_every_way_out_of_the_gap_closes_it(at: int) -> None:
    text = plan(RATE, "đến 94,9%", "từ 95% trở lên")
    edit = only(analysed(text), "TH401")[0].ways[at].edit
    assert edit is not None
    sound(edited(text, edit))


@pytest.mark.parametrize(
    ("definition", "bands"),
    [
        (RATE, ("dưới 90%", "từ 95% trở lên")),
        (RATE, ("đến 94,9%", "từ 95,05% trở lên")),
        ("tỷ lệ hài lòng: % = thi hành xong / có điều kiện thi hành", ("đến 94,9%", "từ 95% trở lên")),
        (MONEY, ("đến 99.000 đồng", "từ 100.000 đồng trở lên")),
    ],
)
def test_no_step_is_offered_that_does_not_close_the_table(definition: str, bands: tuple[str, ...]) -> None:
    (found,) = only(analysed(plan(definition, *bands)), "TH401")
    assert not [way.line for way in found.ways if "bước" in way.line]


def test_a_step_that_another_figure_of_the_plan_does_not_lie_on_is_not_offered() -> None:
    text = plan(RATE, "đến 94,9%", "từ 95% trở lên").replace(
        "\n\nPHẦN", "\n3. Phòng chuyên môn đạt tỷ lệ hài lòng từ 91,25% trở lên.\n\nPHẦN"
    )
    (found,) = only(analysed(text), "TH401")
    assert not [way.line for way in found.ways if "bước" in way.line]


def test_a_step_of_a_danh_muc_holds_for_the_plan() -> None:
    of_office = "PHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- tỷ lệ hài lòng: %, bước 0,1%\n"
    text = plan("số phiếu: vụ", "x").replace("Danh mục dùng chung: THADS", "Danh mục dùng chung: THADS\nDanh mục dùng chung: tinh-a")
    rows = (
        "- Chi cục THADS có tỷ lệ hài lòng đến 94,9%: đạt 90% về việc;\n- Chi cục THADS có tỷ lệ hài lòng từ 95% trở lên: đạt 89% về việc."
    )
    text = text.replace("- Chi cục THADS có số phiếu x: đạt 90% về việc;", rows)
    analysis = analyse("thu.plan", text, load=lambda name: of_office.encode() if name == "tinh-a.danhmuc" else None)
    assert [each.code.id for each in analysis.diagnostics if each.code.id != "TH941"] == []


@pytest.mark.parametrize(
    ("definition", "band", "nearest"),
    [
        (f"{RATE}, bước 0,1%", "từ 94,95% trở lên", ["94,9%", "95%"]),
        (f"{RATE}, bước 0,5%", "từ 94,9% trở lên", ["94,5%", "95%"]),
        (f"{MONEY}, bước 1.000 đồng", "từ 99.500 đồng trở lên", ["99 nghìn đồng", "100 nghìn đồng"]),
    ],
)
def test_a_bound_off_the_grid_is_told_with_the_nearest_figures(definition: str, band: str, nearest: list[str]) -> None:
    name = definition.partition(":")[0]
    text = PLAN.format(rows=f"2. Chi cục THADS đạt {name} {band}.", definition=definition).replace(
        "2. Tỷ lệ thi hành xong trên có điều kiện của Chi cục THADS:\n", ""
    )
    (found,) = analysed(text).diagnostics
    assert found.code.id == "TH303"
    assert [way.line for way in found.ways] == nearest
    for way in found.ways:
        assert way.edit is not None
        sound(edited(text, way.edit))


@pytest.mark.parametrize(
    ("definition", "why"),
    [
        (f"{RATE} = thi hành xong / có điều kiện thi hành, bước 0,1%", "tính từ số liệu khác"),
        (f"{RATE}, bước 0,1% = thi hành xong / có điều kiện thi hành", "tính từ số liệu khác"),
        ("tiền thưởng: việc, đồng, bước 1.000 đồng", "nhiều đơn vị"),
        (f"{RATE}, bước 1 việc", "đúng đơn vị"),
        ("số việc lạ: việc, bước 5 việc", "đếm từng việc một"),
        (f"{MONEY}, bước 0,5 đồng", "số nguyên"),
        (f"{RATE}, bước 0%", "lớn hơn 0"),
        (f"{RATE}, bước nhỏ", "lớn hơn 0"),
        (f"{RATE}, bước", "lớn hơn 0"),
        (f"{RATE}, bước 0,1", "lớn hơn 0"),
    ],
)
def test_a_step_that_is_none_is_refused_and_the_line_without_it_compiles(definition: str, why: str) -> None:
    text = PLAN.format(rows="- Chi cục THADS đạt 80% về việc.", definition=definition)
    (found,) = analysed(text).diagnostics
    assert found.code.id == "TH209"
    assert why in found.why
    edit = found.ways[-1].edit
    assert edit is not None
    assert "bước" not in edit.text
    sound(edited(text, edit))


def test_a_step_with_a_point_is_spelt_rightly() -> None:
    found = only(analysed(PLAN.format(rows="- Chi cục THADS đạt 80% về việc.", definition=f"{RATE}, bước 0.1%")), "TH209")
    assert found[0].ways[0].line == f"- {RATE}, bước 0,1%"


def test_a_name_may_speak_of_a_step() -> None:
    names = "số vụ qua bước đầu: vụ\n- số vụ hòa giải: vụ, trong số vụ qua bước đầu, kết quả"
    text = PLAN.format(rows="- Chi cục THADS đạt 80% về việc.", definition=names)
    assert codes(text) == ["TH941"]  # no sentence uses it


def test_another_step_than_that_of_the_danh_muc_must_be_said_to_differ() -> None:
    of_office = "PHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- tỷ lệ hài lòng: %, bước 0,1%\n"
    text = plan(f"{RATE}, bước 1%", "đến 94%", "từ 95% trở lên").replace("chung: THADS", "chung: THADS\nDanh mục dùng chung: tinh-a")
    found = analyse("thu.plan", text, load=lambda name: of_office.encode() if name == "tinh-a.danhmuc" else None).diagnostics
    assert "TH241" in [each.code.id for each in found]


POINTS = """I. THANG ĐIỂM
Đối với Chi cục THADS:

| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Tỷ lệ hài lòng | 10 | từ 95% trở lên: 10 điểm; đến 94,9%: 0 điểm |
| | Tổng cộng | 10 | |
"""


def of_points(definition: str) -> str:
    """A points table by bands of what is defined."""
    front, _, rest = PLAN.format(rows="", definition=definition).partition("I. CHỈ TIÊU")
    return front + POINTS + rest[rest.index("\nPHẦN KHÔNG IN") :]


def test_bands_of_points_are_closed_on_the_grid_and_the_step_is_offered() -> None:
    assert codes(of_points(f"{RATE}, bước 0,1%")) == []
    (found,) = analysed(of_points(RATE)).diagnostics
    (offered,) = [way for way in found.ways if "bước" in way.line]
    assert (found.code.id, offered.line) == ("TH606", f"- {RATE}, bước 0,1%")
    assert offered.edit is not None
    sound(edited(of_points(RATE), offered.edit))


CELLS = {
    RATE: ("94,9%", "95", "94,95%", "0%", "0,1%", "0,15%", "", "-", "100%", "94,90"),
    MONEY: ("99.000", "99000", "99.500", "0", "1", "", "-", "999"),
}


@pytest.mark.parametrize(("definition", "step"), [(RATE, "0,1%"), (MONEY, "1.000 đồng")])
def test_a_cell_off_the_grid_is_refused_by_the_reader_and_by_the_scorer(definition: str, step: str, tmp_path: Path) -> None:
    bands = ("đến 94,9%", "từ 95% trở lên") if definition == RATE else ("đến 99.000 đồng", "từ 100.000 đồng trở lên")
    found = sound(plan(f"{definition}, bước {step}", *bands))
    scorer, chance, name = Scorer.of(found), random.Random(1), definition.partition(":")[0]
    refused = []
    for at, cell in enumerate(CELLS[definition]):
        folder = tmp_path / str(at)
        folder.mkdir()
        heading = f'Tên đơn vị,Loại đơn vị,{name},"Có điều kiện thi hành, số việc","Thi hành xong, số việc"'
        (folder / "tap-the.csv").write_text(f'{heading}\nA,Chi cục THADS,"{cell}",100,{chance.randint(80, 95)}\n', "utf-8")
        read, complaints = read_statistics(found, folder)
        said = scorer.main(str(folder), "--json")
        expected = "" if read is None else json.dumps(as_json(found, evaluate(found, read)), ensure_ascii=False, indent=2) + "\n"
        assert (said.code == 0, said.out) == (read is not None, expected), complaints
        if read is None:
            refused.append(cell)
            assert cell in said.err
            assert any("bước mà kế hoạch khai báo" in each.message for each in complaints) or cell == "-"
    assert refused == (["94,95%", "0,15%", "-"] if definition == RATE else ["99.500", "1", "999"])


def test_a_cell_off_the_grid_is_told_with_its_place_and_the_nearest_figures(tmp_path: Path) -> None:
    found = sound(plan(f"{RATE}, bước 0,1%", "đến 94,9%", "từ 95% trở lên"))
    heading = 'Tên đơn vị,Loại đơn vị,Tỷ lệ hài lòng,"Có điều kiện thi hành, số việc","Thi hành xong, số việc"'
    (tmp_path / "tap-the.csv").write_text(f'{heading}\nA,Chi cục THADS,"94,95%",100,90\n', "utf-8")
    (complaint,) = [each for each in read_statistics(found, tmp_path)[1] if each.code.id == "TH703"]
    assert complaint.message == "A, tỷ lệ hài lòng: ghi “94,95%”; cần bội số của 0,1% (bước mà kế hoạch khai báo)"
    assert complaint.why == "Gần nhất là 94,9% hoặc 95%."


def test_the_step_is_written_for_other_programs() -> None:
    told = json.loads(rules_json(sound(plan(f"{RATE}, bước 0,1%", "đến 94,9%", "từ 95% trở lên"))))
    assert {each["name"]: each.get("step") for each in told["quantities"]}["tỷ lệ hài lòng"] == "1/10"
