"""Numbers of awards for units with few people: no unit has two of them; a unit in none of them has the number for all."""

import pytest

from tests.unit.check.writing import analysed, codes, edited, sound, written

ALL = "I. SỐ LƯỢNG\n- Mỗi Chi cục THADS 03 cá nhân, do Hội đồng bình xét lựa chọn"
LINE = f"{ALL}; đơn vị {{}}: tối đa 01 cá nhân; đơn vị {{}}: tối đa 02 cá nhân."
WRONG = {
    ("dưới 10 người", "dưới 15 người"): "đơn vị đến 9 người thuộc cả hai mức",
    ("đến 10 người", "từ 10 đến dưới 15 người"): "đơn vị đúng 10 người thuộc cả hai mức",
}


@pytest.mark.parametrize("bands", WRONG)
def test_what_two_numbers_share_is_told(bands: tuple[str, str]) -> None:
    text = written(LINE.format(*bands))
    (found,) = analysed(text).diagnostics
    assert found.message == WRONG[bands]
    assert found.ways
    for way in found.ways:
        assert way.edit is not None
        assert len(sound(edited(text, way.edit)).quotas[0].small_units) == 2


@pytest.mark.parametrize("bands", [("dưới 10 người", "từ 10 đến dưới 15 người"), ("đến 9 người", "từ 15 người trở lên")])
def test_numbers_apart_are_sound(bands: tuple[str, str]) -> None:
    assert codes(written(LINE.format(*bands))) == []
