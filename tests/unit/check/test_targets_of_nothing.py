"""A target that no figure misses is told; one that any figure could miss is not."""

import pytest

from tests.unit.check.writing import RATE, analysed, only, written


def target(words: str) -> str:
    """A plan with one standard of a Chi cục."""
    return written(f"I. TIÊU CHUẨN\n1. “Giấy khen” được xét, tặng cho tập thể đạt các tiêu chuẩn sau:\n- Chi cục THADS {words}.")


@pytest.mark.parametrize(
    ("words", "told", "ready"),
    [
        (f"đạt {RATE} ít nhất 0% về việc", "từ 0% trở lên", "từ …% trở lên"),
        (f"đạt {RATE} từ 0% trở lên về tiền", "từ 0% trở lên", "từ …% trở lên"),
        (f"đạt {RATE} không quá 100% về việc", "không quá 100%", "không quá …%"),
        ("giải quyết xong ít nhất 0 việc", "từ 0 việc trở lên", "từ … việc trở lên"),
    ],
)
def test_what_everybody_meets_is_told(words: str, told: str, ready: str) -> None:
    analysis = analysed(target(words))
    (found,) = only(analysis, "TH963")
    assert (found.message, [way.line for way in found.ways]) == (told, [ready])
    assert analysis.plan is not None, "a warning"


@pytest.mark.parametrize(
    "words",
    [
        f"đạt {RATE} trên 0% về việc",
        f"đạt {RATE} 0% về việc",
        f"đạt {RATE} 100% về việc",
        f"đạt {RATE} dưới 100% về việc",
        "giải quyết xong ít nhất 1 việc",
        "giảm số có điều kiện chuyển kỳ sau về việc từ 0% trở lên so với năm trước",
    ],
)
def test_what_somebody_may_miss_is_not(words: str) -> None:
    analysis = analysed(target(words))
    assert analysis.plan is not None
    assert only(analysis, "TH963") == []
