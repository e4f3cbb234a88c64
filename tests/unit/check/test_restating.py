"""`Hiểu là:`, `Đính chính:` and `>`: what lines mean when their author says so."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, pointed_at, sound, written
from thads_dsl.model.intervals import Interval
from thads_dsl.model.rules import Restatement, Target
from thads_dsl.source import fold

BELOW = f"- Chi cục có tổng số giải quyết dưới 800 việc, đạt {RATE} 77%;"
ABOVE = f"- Chi cục có tổng số giải quyết trên 800 việc, đạt {RATE} 76%."


def table(*notes: str) -> str:
    """A table whose last row leaves a gap, with notes under it."""
    return written("\n".join(("Về việc:", BELOW, ABOVE, *notes)))


def last(text: str) -> Target:
    return sound(text).targets[-1]


def test_a_phrase_is_replaced_where_it_stands() -> None:
    found = last(table("Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”"))
    assert found.region is not None and found.region.alone is not None and 800 in found.region.alone.interval
    assert found.text == f"Chi cục có tổng số giải quyết từ 800 việc trở lên, đạt {RATE} 76%"


def test_phrases_may_be_several_in_one_note_or_in_two() -> None:
    one = table("Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”; cụm từ “76%” là “trên 76%”")
    two = table("Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”", "Hiểu là: cụm từ “76%” là “trên 76%”")
    assert last(one).goal == last(two).goal
    assert 76 not in (last(one).goal or Interval())


def test_a_phrase_may_bring_targets_that_the_line_did_not_set() -> None:
    line = f"1. Đối với Chi cục THADS:\n- Đạt {RATE} về việc 77%."
    note = f"Hiểu là (thêm 60; thêm 70): cụm từ “77%” là “77%, {RATE} về tiền 70%, tỷ lệ thi hành xong trên phải thi hành về việc 60%”"
    assert [each.threshold for each in sound(written(f"{line}\n{note}")).targets] == [77, 70, 60]


def test_whole_sentences_stand_for_the_line() -> None:
    found = last(table(f"Hiểu là: Chi cục có tổng số giải quyết từ 800 việc trở lên đạt {RATE} từ 76% trở lên"))
    assert found.region is not None and found.region.alone is not None and 800 in found.region.alone.interval
    assert found.threshold == 76


def test_a_restatement_is_kept_with_what_was_written_and_what_is_meant() -> None:
    plan = sound(table("Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”"))
    (found,) = plan.restatements
    assert found == Restatement(
        line=plan.targets[-1].line,
        place=plan.targets[-1].place,
        written=ABOVE[2:],
        meant="cụm từ “trên 800 việc” là “từ 800 việc trở lên”",
        correction=False,
    )


def test_the_document_prints_the_line_as_its_author_wrote_it() -> None:
    plan = sound(table("Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”"))
    assert ABOVE[2:] in [getattr(block, "text", "") for block in plan.document.body]


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("Hiểu là: cụm từ “trên 900 việc” là “từ 900 việc trở lên”", "không có"),
        ("Hiểu là: cụm từ “đạt” là “từ 800 việc trở lên”", "không có"),
        ("Hiểu là: cụm từ “i” là “ai”", "lần"),
    ],
)
def test_the_phrase_must_stand_in_the_line_just_once(note: str, message: str) -> None:
    row = ABOVE.replace("đạt ", "")
    analysis = analysed(written("\n".join(("Về việc:", BELOW, row, note))))
    (found,) = only(analysis, "TH105")
    assert message in found.message
    assert pointed_at(analysis, found.at.span) in note


def test_a_restatement_that_cannot_be_read_is_refused() -> None:
    assert "TH106" in codes(table("Hiểu là: mức từ 800 việc trở lên thì theo 76%"))


def test_a_number_that_only_the_restatement_has_is_named() -> None:
    (found,) = only(analysed(table(f"Hiểu là: Chi cục có tổng số giải quyết từ 900 việc trở lên đạt {RATE} 76%")), "TH107")[:1]
    assert "800" in found.message or "900" in found.message


@pytest.mark.parametrize("terms", ["bỏ 800; thêm 900", "thêm 900; bỏ 800"])
def test_brackets_excuse_numbers(terms: str) -> None:
    note = f"Hiểu là ({terms}): Chi cục có tổng số giải quyết từ 900 việc trở lên đạt {RATE} 76%"
    assert "TH107" not in codes(table(note))


def test_only_the_numbers_in_the_brackets_are_excused() -> None:
    note = f"Hiểu là (bỏ 800): Chi cục có tổng số giải quyết từ 900 việc trở lên đạt {RATE} 76%"
    (found,) = only(analysed(table(note)), "TH107")
    assert "900" in found.message and "800" not in found.message


def test_a_proposal_is_an_error_until_a_person_confirms_it() -> None:
    text = table("Đề xuất hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”")
    (found,) = only(analysed(text), "TH108")
    assert fold(found.ways[0].line) == fold("Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”")
    assert last(text.replace("Đề xuất hiểu là", "Hiểu là")).region is not None


@pytest.mark.parametrize("note", ["Hiểu là: cụm từ “a” là “b”", "Đính chính: “a” thành “b”"])
def test_a_note_needs_a_line_above_it(note: str) -> None:
    (found,) = only(analysed(written(f"{note}\n- Lời văn.")), "TH109")
    assert found.at.span.line == written(note).split("\n").index(note) + 1


def test_a_note_below_a_blank_line_or_a_comment_still_belongs_to_the_line_above() -> None:
    text = table("", "# ghi chú", "Hiểu là: cụm từ “trên 800 việc” là “từ 800 việc trở lên”")
    assert last(text).region is not None


def test_a_correction_is_printed_and_meant() -> None:
    plan = sound(written("1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 31/6/2024.\nĐính chính: “31/6/2024” thành “30/6/2024”"))
    assert str(plan.periods[0].period.last) == "2024-06-30"
    assert plan.restatements[0].correction
    assert [getattr(block, "text", "") for block in plan.document.body] == ["Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024."]


def test_a_judgment_may_stand_beside_rules_of_a_restatement() -> None:
    body = f"""
1. Đối với Chi cục THADS
- đạt {RATE} 77% về việc.
2. Tiêu chuẩn
Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:
- Lập thành tích xuất sắc;
Hiểu là: đạt các chỉ tiêu tại khoản 1 mục I; Hội đồng bình xét “Lập thành tích”"""
    plan = sound(written(body.replace("\n1.", "\nI. A\n1.", 1)))
    (standard,) = plan.standards
    assert [type(condition).__name__ for condition in standard.conditions] == ["TargetsMet", "Judged"]


def test_a_restatement_that_turns_the_comparator_round_is_warned_of() -> None:
    text = written(f"Về việc:\n- Chi cục đạt {RATE} từ 77% trở lên.\nHiểu là: cụm từ “từ 77% trở lên” là “dưới 77%”")
    assert "TH907" in codes(text)


# ---- prose


@pytest.mark.parametrize("line", ["- > Cơ bản 80% hồ sơ được số hóa.", "> - Cơ bản 80% hồ sơ được số hóa.", "> Cơ bản 80% hồ sơ."])
def test_a_line_marked_as_prose_may_hold_numbers_and_is_listed(line: str) -> None:
    text = written(line)
    assert sound(text).asides == (text.split("\n").index(line) + 1,)


def test_the_sign_of_prose_is_not_printed() -> None:
    plan = sound(written("- > Cơ bản 80% hồ sơ."))
    assert [getattr(block, "text", "") for block in plan.document.body] == ["Cơ bản 80% hồ sơ."]


@pytest.mark.parametrize(
    "line",
    [f"- > Chi cục đạt {RATE} 77% về việc.", "> Hồ sơ gửi trước ngày 01/7/2024.", "- > Phấn đấu ít nhất 80% hồ sơ được số hóa."],
)
def test_a_rule_may_not_be_marked_as_prose(line: str) -> None:
    assert codes(written(line)) == ["TH110"]


def test_an_impossible_day_is_found_in_prose_too() -> None:
    assert codes(written("> Họp ngày 30/02/2024.")) == ["TH501"]


@pytest.mark.parametrize(
    ("line", "meant", "told"),
    [
        ("01 cá nhân/Kế toán và Chi cục", "01 cá nhân/Chi cục, do Hội đồng bình xét lựa chọn", ""),
        ("01 cá nhân/Phòng Tổ chức cán bộ", "01 cá nhân/Chi cục, do Hội đồng bình xét lựa chọn", "cách hiểu nói Chi cục THADS"),
        ("01 cá nhân/đơn vị", "01 cá nhân/Chi cục, do Hội đồng bình xét lựa chọn", ""),
        ("01 cá nhân/Chi cục", "01 cá nhân/tập thể, do Hội đồng bình xét lựa chọn", "cách hiểu nói tập thể"),
        ("02 tập thể", "02 cá nhân, do Hội đồng bình xét lựa chọn", "câu gốc nói 02 tập thể, cách hiểu nói 02 cá nhân"),
        ("02 tập thể", "02 tập thể, do Hội đồng bình xét lựa chọn", ""),
    ],
)
def test_what_stands_for_a_line_keeps_whom_it_names_and_its_units(line: str, meant: str, told: str) -> None:
    found = only(analysed(written(f"1. Số lượng Giấy khen\n- Khen thưởng: {line}.\nHiểu là: {meant}")), "TH907")
    assert [told in each.message for each in found] == ([True] if told else [])


@pytest.mark.parametrize(
    ("line", "note", "told"),
    [
        ("Chấp hành viên thi hành xong ít nhất 12 việc", "cụm từ “ít nhất” là “không quá”", "đổi chiều so sánh"),
        ("Chấp hành viên thi hành xong ít nhất 12 việc", "cụm từ “12 việc” là “12 tỷ đồng”", "12 việc, cách hiểu nói 12 tỷ đồng"),
        (f"Chi cục thi hành xong cỡ trên 45% của {RATE}", f"Chi cục đạt {RATE} về việc dưới 45%", "trên 45%, cách hiểu nói dưới 45%"),
        ("Phòng chuyên môn gửi hồ sơ trước ngày 15/7/2024", "cụm từ “Phòng chuyên môn” là “Chi cục”", "cách hiểu nói Chi cục THADS"),
        (f"Cả cụm cố gắng giữ {RATE} trên 45% về tiền", f"Chi cục đạt {RATE} trên 45% về việc", "45% về tiền, cách hiểu nói 45% về việc"),
        (f"Cả cụm giữ {RATE} về việc cỡ trên 70%", f"Chi cục đạt {RATE} trên 70% về tiền", "70% về việc, cách hiểu nói 70% về tiền"),
        (f"Cả cụm giữ {RATE} về việc cỡ trên 70%", f"Chi cục đạt {RATE} trên 70% về việc", ""),
        ("Chi cục để số chuyển kỳ sau tăng cỡ 5%", "Chi cục giảm số việc chuyển kỳ sau từ 5% trở lên so với năm trước", "nói tăng"),
        ("Chi cục cỡ giảm 5% số việc chuyển kỳ sau", "Chi cục giảm số việc chuyển kỳ sau từ 5 điểm phần trăm trở lên so với năm trước", ""),
        (f"Chi cục giữ {RATE} về việc cỡ trên 70 điểm phần trăm", f"Chi cục đạt {RATE} trên 70% về việc", "cách hiểu nói 70%"),
        (f"Chi cục giữ cỡ 70 việc, tức là {RATE} về việc trên 70%", f"Chi cục đạt {RATE} trên 70% về việc", "nói 70 việc"),
        (f"Chi cục không để dưới 45% {RATE}", f"Chi cục đạt {RATE} về việc từ 45% trở lên", ""),
        (f"Chi cục quyết tâm cỡ 45% {RATE}", f"Chi cục đạt {RATE} về việc trên 45%", ""),
    ],
)
def test_the_words_of_every_line_keep_the_side_of_its_bounds_its_units_and_whom_it_names(line: str, note: str, told: str) -> None:
    found = only(analysed(written(f"- {line}.\nHiểu là: {note}")), "TH907")
    assert [told in each.message for each in found] == ([True] if told else [])


@pytest.mark.parametrize(
    ("figure", "terms", "told"), [("12%", "bỏ 12%", 0), ("12 việc", "bỏ 12%", 1), ("12 việc", "bỏ 12 việc; thêm 9%", 0)]
)
def test_what_the_brackets_leave_out_has_the_unit_of_the_line(figure: str, terms: str, told: int) -> None:
    line = f"- Chi cục giữ {RATE} về việc cỡ trên 70%, phấn đấu {figure} nữa."
    assert codes(written(f"{line}\nHiểu là ({terms}): Chi cục đạt {RATE} trên 70% về việc")).count("TH907") == told


def test_clauses_may_say_what_figures_are_about_before_or_behind_them() -> None:
    line = f"- Cả cụm giữ {RATE} trên 70% về việc; về tiền thì cỡ trên 45%."
    turned = analysed(written(f"{line}\nHiểu là: Chi cục đạt {RATE} trên 45% về việc và trên 70% về tiền")).diagnostics
    kept = analysed(written(f"{line}\nHiểu là: Chi cục đạt {RATE} trên 70% về việc và trên 45% về tiền")).diagnostics
    assert [each.code.id for each in turned] == ["TH907", "TH907"]
    assert "TH907" not in {each.code.id for each in kept}


def test_a_restated_phrase_keeps_its_figures_but_for_what_the_brackets_say() -> None:
    changed = table("Hiểu là: cụm từ “76%” là “75%”")
    (found,) = only(analysed(changed), "TH107")
    assert found.ways[0].line == "Hiểu là (thêm 75): cụm từ “76%” là “75%”"
    assert "TH107" not in codes(table(found.ways[0].line))
    assert "TH107" in codes(table("Hiểu là: cụm từ “76%” là “từ 76% trở lên, phấn đấu 76,01%”"))


@pytest.mark.parametrize(("quoted", "told"), [("Lập thành tích xuất sắc", 0), ("lập thành tích xuất sắc.", 0), ("Đạt thành tích cao", 1)])
def test_what_the_council_judges_stands_in_the_printed_line(quoted: str, told: int) -> None:
    head = "Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n- Lập thành tích xuất sắc trong năm;"
    text = written(f"{head}\nHiểu là: không bị kỷ luật (từ ngày 01/01/2024 đến ngày 30/6/2024); Hội đồng bình xét “{quoted}”")
    assert codes(text).count("TH907") == told
