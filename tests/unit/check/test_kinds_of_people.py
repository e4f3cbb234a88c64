"""Posts of the danh mục: which of them a plan lists, and whom “công chức” means."""

import json

import pytest

from tests.unit.check.writing import RATE, codes, sound, written
from thads_dsl.backends.exchange import rules_json
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Row

_TARGET = f"I. CHỈ TIÊU\n1. Chi cục THADS đạt {RATE} 76% về việc.\nII. SỐ LƯỢNG\n"


def _listed(plan: Plan) -> list[str]:
    return [kind.name for kind in plan.kinds if kind.base is Base.INDIVIDUAL]


def _quota(line: str) -> tuple[Plan, Quota]:
    plan = sound(written(_TARGET + line))
    return plan, plan.quotas[0]


def _whom(line: str, *posts: str) -> list[str]:
    """Of these posts those that the quota of a line is for."""
    plan, quota = _quota(line)
    rows = {post: Row(Base.INDIVIDUAL, "A", "B", post, False, {}, {}) for post in posts}
    return [post for post, row in rows.items() if quota.subject.covers(kinds_of(plan, row))]


def test_a_plan_lists_no_post_that_no_rule_speaks_of() -> None:
    plan = sound(written(_TARGET + "- Động viên công chức, Kế toán, Thư ký thi hành án phấn đấu."))
    assert _listed(plan) == ["Thủ trưởng đơn vị"]


def test_a_post_brings_its_ranks_and_nothing_above_it() -> None:
    plan = sound(written(_TARGET + "1. Thẩm tra viên: 01 cá nhân, do Hội đồng bình xét lựa chọn."))
    own = [kind for kind in plan.kinds if kind.name.startswith("Thẩm tra viên")]
    assert len(own) == 6
    assert {kind.parents for kind in own} == {(), ("Thẩm tra viên",)}
    assert set(_listed(plan)) == {"Thủ trưởng đơn vị", *(kind.name for kind in own)}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1. Công chức: 02 cá nhân, do Hội đồng bình xét lựa chọn.", ["Chấp hành viên trung cấp", "Kế toán", "Phó phòng"]),
        ("1. Người lao động: 02 cá nhân, do Hội đồng bình xét lựa chọn.", ["Nhân viên lái xe", "Người lao động, Tạp vụ"]),
        ("1. Công chức không là Chấp hành viên: 02 cá nhân, do Hội đồng bình xét lựa chọn.", ["Kế toán", "Phó phòng"]),
        ("1. Cá nhân không là công chức: 02 cá nhân, do Hội đồng bình xét lựa chọn.", ["Nhân viên lái xe", "Người lao động, Tạp vụ"]),
        ("1. Chấp hành viên, Kế toán: 02 cá nhân, do Hội đồng bình xét lựa chọn.", ["Chấp hành viên trung cấp", "Kế toán"]),
    ],
)
def test_a_post_that_nobody_knows_is_one_of_a_civil_servant_unless_it_is_said_to_be_a_worker(line: str, meant: list[str]) -> None:
    posts = ("Chấp hành viên trung cấp", "Kế toán", "Phó phòng", "Nhân viên lái xe", "Người lao động, Tạp vụ")
    assert _whom(line, *posts) == meant


@pytest.mark.parametrize("words", ["công chức, người lao động", "công chức và người lao động", "cán bộ, công chức và người lao động"])
def test_civil_servants_and_workers_together_are_all_people(words: str) -> None:
    plan, quota = _quota(f"1. Cá nhân: không quá 15% tổng số {words} của mỗi Chi cục, làm tròn xuống, do Hội đồng bình xét lựa chọn.")
    assert quota.share is not None
    assert (quota.share.counted.any_of, quota.share.counted.none_of) == ((), ())
    assert _listed(plan) == ["Thủ trưởng đơn vị"]


def test_a_share_of_civil_servants_counts_no_workers() -> None:
    plan, quota = _quota("1. Cá nhân: không quá 15% tổng số công chức của mỗi Chi cục, làm tròn xuống, do Hội đồng bình xét lựa chọn.")
    assert quota.share is not None
    worker, official = (Row(Base.INDIVIDUAL, "A", "B", post, False, {}, {}) for post in ("Nhân viên bảo vệ", "Chuyên viên"))
    assert [quota.share.counted.covers(kinds_of(plan, row)) for row in (worker, official)] == [False, True]


def test_of_civil_servants_in_each_unit_or_in_all_the_author_says_which() -> None:
    assert codes(written(_TARGET + "1. Cá nhân: không quá 15% tổng số công chức của Phòng, làm tròn xuống.")) == ["TH112"]


def test_other_programs_are_told_whom_a_kind_leaves_out() -> None:
    plan, _ = _quota("1. Công chức: 02 cá nhân, do Hội đồng bình xét lựa chọn.")
    kinds = {kind["name"]: kind for kind in json.loads(rules_json(plan))["kinds"]}
    assert kinds["Công chức"]["without"] == ["Người lao động"]
    assert "without" not in kinds["Kế toán"]
