"""What belongs to what in a sentence of targets, in whatever order its words stand."""

from pathlib import Path

import pytest

from thads_dsl.cli.files import beside
from thads_dsl.pipeline import analyse

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua hai đợt
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. CHỈ TIÊU
Phát động 02 đợt thi đua như sau:
1. Đợt 1: từ ngày 01/10/2023 đến hết ngày 31/3/2024.
2. Đợt 2: từ ngày 01/4/2024 đến hết ngày 30/9/2024.
3. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.
"""
RATE = "tỷ lệ thi hành xong"


def read(*lines: str) -> list[tuple[str, str, str, str]]:
    """Whom, which wave, which side and from how much, of each target of the lines."""
    plan = analyse("a.plan", (FRONT + "\n".join(lines) + "\n").encode(), beside(Path("a.plan"))).plan
    assert plan is not None
    found = list(plan.targets)
    return [
        (
            " ".join(rule.subject.any_of),
            rule.wave,
            rule.facet.value if rule.facet else "",
            str(rule.goal.low.value) if rule.goal and rule.goal.low else "",
        )
        for rule in found
    ]


def codes(*lines: str) -> set[str]:
    """The codes of what is complained about."""
    return {each.code.id for each in analyse("a.plan", (FRONT + "\n".join(lines) + "\n").encode(), beside(Path("a.plan"))).diagnostics}


BOTH = [("Chi cục THADS", "", "về việc", "80"), ("Chi cục THADS", "", "về tiền", "45")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Chi cục THADS đạt {RATE} 80% về việc, 45% về tiền",
        f"Chi cục THADS: {RATE} về việc: 80%; về tiền: 45%",
        f"Chi cục THADS đạt 80% về việc và 45% về tiền theo {RATE}",
        f"{RATE} đối với Chi cục THADS phải đạt 80% về việc và 45% về tiền",
        f"{RATE} đạt 80% về việc và 45% về tiền đối với các Chi cục THADS",
        f"Chi cục THADS có {RATE} về việc 80%, về tiền 45%",
        f"Chi cục THADS cần đạt {RATE} là 80% về việc và 45% về tiền",
    ],
)
def test_the_order_of_the_words_does_not_change_what_is_asked(sentence: str) -> None:
    assert read(f"4. {sentence}.") == BOTH


def test_waves_named_one_by_one_have_each_their_figure() -> None:
    said = f"4. Chi cục THADS: {RATE} 40% về việc trong đợt 1 và 82% trong đợt 2."
    assert read(said) == [("Chi cục THADS", "đợt 1", "về việc", "40"), ("Chi cục THADS", "đợt 2", "về việc", "82")]


def test_subjects_of_one_sentence_have_each_their_figure() -> None:
    said = f"4. Chi cục THADS đạt 80%, Chấp hành viên đạt 82% về việc theo {RATE}."
    assert read(said) == [("Chi cục THADS", "", "về việc", "80"), ("Chấp hành viên", "", "về việc", "82")]


def test_a_context_may_say_several_things() -> None:
    lines = (
        "Trong đợt 1, đối với Chấp hành viên, về việc:",
        f"- {RATE} 44%.",
        "Đối với Chi cục THADS",
        f"- {RATE} 80% về việc trong đợt 2.",
    )
    assert read("4. Chỉ tiêu", *lines) == [("Chấp hành viên", "đợt 1", "về việc", "44"), ("Chi cục THADS", "đợt 2", "về việc", "80")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Chi cục THADS đạt {RATE} trên 80% về việc, Chấp hành viên đạt 82% về việc",  # trên 82%?
        f"Chi cục THADS có {RATE} về việc trên 80%, về tiền trên 45%",  # a band, or two targets
        f"Chi cục THADS đạt {RATE} về việc 80% về tiền",
        "Chấp hành viên giải quyết 100 việc",  # enforced, or handled
    ],
)
def test_what_does_not_fit_together_is_refused(sentence: str) -> None:
    assert codes(f"4. {sentence}.") & {"TH101", "TH102", "TH112"}


@pytest.mark.parametrize("verb", ["thụ lý", "được giao giải quyết", "giải quyết"])
def test_verbs_of_the_work_say_which_statistic_a_band_is_of(verb: str) -> None:
    lines = [
        f"4. Chấp hành viên {verb} dưới 90 việc: {RATE} 84% về việc.",
        f"5. Chấp hành viên {verb} từ 90 việc trở lên: {RATE} 82% về việc.",
    ]
    assert read(*lines) == [("Chấp hành viên", "", "về việc", "84"), ("Chấp hành viên", "", "về việc", "82")]
