"""Places of rules, and references to them."""

import pytest

from tests.unit.check.writing import RATE, analysed, only, pointed_at, sound, written
from thads_dsl.model.rules import TargetsMet

BRANCH, OFFICER = "Chi cục THADS", "Chấp hành viên"
GOAL = f"đạt {RATE} 77%"


@pytest.mark.parametrize(
    ("body", "steps", "short"),
    [
        (f"I. A\n1. B\n1.1. C\n- D\n+ {BRANCH} {GOAL} về việc;", ("I", "1", "1.1", "-1", "+1"), "I.1.1-1+1"),
        (f"I. A\n1. B\n- C\n- {BRANCH} {GOAL} về việc;", ("I", "1", "-2"), "I.1-2"),
        (f"III. A\n3. B\n3.1. C\n- D\n+ E\n+ {BRANCH} {GOAL} về việc;", ("III", "3", "3.1", "-1", "+2"), "III.3.1-1+2"),
        (f"+ A\n- {BRANCH} {GOAL} về việc;", ("+1", "-1"), "+1-1"),
        (f"1. A\na) {BRANCH} {GOAL} về việc;", ("1", "a"), "1.a"),
        (f"Điều 2. A\n1. {BRANCH} {GOAL} về việc;", ("Điều 2", "1"), "Điều 2.1"),
    ],
)
def test_a_place_is_the_path_of_markers(body: str, steps: tuple[str, ...], short: str) -> None:
    (target,) = sound(written(body)).targets
    assert target.place.steps == steps
    assert (str(target.place), target.id) == (short, short)


def test_rules_of_one_line_have_ids_of_their_own() -> None:
    body = f"1. Đối với {BRANCH}\n- {GOAL} về việc và 39% về tiền."
    assert [target.id for target in sound(written(body)).targets] == ["1-1", "1-1 (2)"]


def test_a_place_is_cited_from_the_inside_outwards() -> None:
    (target,) = sound(written(f"III. A\n3. B\n3.1. C\n- D\n+ E\n+ {BRANCH} {GOAL} về việc;")).targets
    assert target.place.cited() == "dấu cộng thứ hai, gạch đầu dòng thứ nhất, điểm 3.1, mục III"


CITED = f"""
III. NỘI DUNG
3. Chỉ tiêu
3.1. Đối với {BRANCH}
- Về việc:
+ {GOAL};
- Về tiền:
+ {GOAL}.
3.2. Đối với {OFFICER}
- Về việc:
+ {GOAL}.
IV. KHEN THƯỞNG
Giấy khen được tặng cho {{who}} đạt các tiêu chuẩn sau:
- Đạt các chỉ tiêu{{which}}.
"""


@pytest.mark.parametrize(
    ("who", "which", "meant"),
    [
        ("tập thể", "", ["III.3.1-1+1", "III.3.1-2+1"]),
        ("tập thể", " về việc", ["III.3.1-1+1"]),
        ("tập thể", " về việc và về tiền", ["III.3.1-1+1", "III.3.1-2+1"]),
        ("tập thể", " tại điểm 3.1 mục III", ["III.3.1-1+1", "III.3.1-2+1"]),
        ("tập thể", " tại III.3.1", ["III.3.1-1+1", "III.3.1-2+1"]),
        ("tập thể", " tại III.3.1-2", ["III.3.1-2+1"]),
        ("tập thể", " tại III.3.1-1+1", ["III.3.1-1+1"]),
        ("tập thể", " tại gạch đầu dòng thứ hai, điểm 3.1, mục III", ["III.3.1-2+1"]),
        ("tập thể", " tại mục III", ["III.3.1-1+1", "III.3.1-2+1"]),
        ("tập thể", " về tiền tại điểm 3.1 mục III", ["III.3.1-2+1"]),
        ("cá nhân", " tại mục III", ["III.3.2-1+1"]),
        ("cá nhân", " tại điểm 3.1 mục III và điểm 3.2 mục III", ["III.3.2-1+1"]),
    ],
)
def test_cited_targets_are_those_of_the_place_the_facet_and_the_base(who: str, which: str, meant: list[str]) -> None:
    (standard,) = sound(written(CITED.format(who=who, which=which))).standards
    (condition,) = standard.conditions
    assert isinstance(condition, TargetsMet)
    assert list(condition.targets) == meant


def test_a_place_that_the_plan_lacks_is_refused_at_its_words() -> None:
    analysis = analysed(written(CITED.format(who="tập thể", which=" tại điểm 9.9 mục III")))
    (found,) = only(analysis, "TH205")
    assert pointed_at(analysis, found.at.span) == "điểm 9.9 mục III"
