"""quy-tac.json: what the plan means, for programs that are not ours."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.unit.evaluate.hau_giang import hau_giang
from tests.unit.python_scorer.drawing import Drawing, plan_of
from thads_dsl.backends.exchange import SCHEMA_FILE, rules_json
from thads_dsl.model.place import Place
from thads_dsl.model.rules import Restatement

PLAN = hau_giang()
VALIDATOR = Draft202012Validator(json.loads(SCHEMA_FILE.read_text("utf-8")))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


def test_hau_giang_and_random_plans_fit_the_schema() -> None:
    for plan in (PLAN, *(plan_of(Drawing(seed)) for seed in range(40))):
        VALIDATOR.validate(json.loads(rules_json(plan)))


def test_the_schema_refuses_what_the_version_does_not_know() -> None:
    for change in ({"schema": "thads.rules/2"}, {"comment": "x"}, {"discipline": [1]}):
        with pytest.raises(ValidationError):
            VALIDATOR.validate(json.loads(rules_json(PLAN)) | change)


def test_a_target_says_all_that_decides_it() -> None:
    [target] = [each for each in json.loads(rules_json(PLAN))["targets"] if each["id"] == "III.3.2-2+2"]
    ((band,),) = target["region"]["any_of"]
    assert band["interval"] == {
        "low": {"value": "10000000000", "included": True},
        "high": {"value": "50000000000", "included": False},
    }
    assert target["goal"] == {"low": {"value": "43", "included": True}, "high": None}
    assert target["cited"] == "dấu cộng thứ hai, gạch đầu dòng thứ hai, điểm 3.2, mục III"
    assert target["period"] == {"first": "2023-10-01", "last": "2024-06-30"}


def test_lines_of_the_file_are_no_part_of_the_rules() -> None:
    moved = replace(PLAN, targets=tuple(replace(target, line=target.line + 7) for target in PLAN.targets), asides=(3,))
    assert rules_json(moved) == rules_json(PLAN)


def test_restatements_are_told_with_their_place() -> None:
    restated = Restatement(
        line=9, place=Place(("III", "-1")), written="từ trên 1.500 việc", meant="từ 1.500 việc trở lên", correction=False
    )
    [found] = json.loads(rules_json(replace(PLAN, restatements=(restated,))))["restatements"]
    assert found["cited"] == "gạch đầu dòng thứ nhất, mục III"
    assert (found["written"], found["meant"], found["correction"]) == ("từ trên 1.500 việc", "từ 1.500 việc trở lên", False)


def test_the_text_is_vietnamese_and_no_number_is_a_float() -> None:
    text = rules_json(PLAN)
    assert "\\u" not in text

    def refuse(number: str) -> float:
        raise AssertionError(number)

    json.loads(text, parse_float=refuse)
