"""The text of a generated scorer: the same every time, readable, and never more than the plan says."""

import ast
import re
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.unit.evaluate.hau_giang import BRANCH, hau_giang
from tests.unit.evaluate.statistics import statistics, unit
from tests.unit.python_scorer.drawing import Drawing, plan_of
from tests.unit.python_scorer.running import Scorer
from thads_dsl.backends.python_scorer import python_scorer
from thads_dsl.backends.python_scorer.literals import comment, docstring, python
from thads_dsl.backends.python_scorer.names import Names
from thads_dsl.evaluate import evaluate
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.place import Place
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.rules import Target

PLAN = hau_giang()
SOURCE = python_scorer(PLAN)


def test_the_same_plan_gives_the_same_text() -> None:
    assert python_scorer(hau_giang()) == SOURCE


def test_every_rule_is_cited_in_short_and_in_full() -> None:
    rules = (*PLAN.targets, *PLAN.judged_targets, *PLAN.both_standards, *PLAN.quotas, *PLAN.dossiers)
    for rule in (*rules, *(condition for standard in PLAN.standards for condition in standard.conditions)):
        assert repr(rule.id) in SOURCE
        assert repr(rule.place.cited()) in SOURCE
        assert rule.text in SOURCE


def test_only_the_standard_library_is_imported() -> None:
    imported = {alias.name for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, ast.ImportFrom)}
    assert imported == {
        "__future__", "codecs", "collections", "csv", "dataclasses", "datetime", "fractions", "functools", "io", "itertools", "json", "os",
        "pathlib", "re", "sys", "unicodedata",
    }  # fmt: skip


def test_no_float_stands_in_the_program() -> None:
    tree = ast.walk(ast.parse(SOURCE))
    assert not [node for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert not [node for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, ast.Div)]


def test_bands_are_flat_tests_with_the_numbers_of_the_plan() -> None:
    assert "    if figure < 800:\n" in SOURCE
    assert "    if 800 <= figure < 1000:\n" in SOURCE
    assert "    if figure >= 300_000_000_000:\n" in SOURCE


def test_every_top_level_name_is_given_once() -> None:
    for source in (SOURCE, *(python_scorer(plan_of(Drawing(seed))) for seed in range(20))):
        names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        assert len(names) == len(set(names))


def test_names_avoid_keywords_builtins_the_template_and_each_other() -> None:
    names = Names("def is_subject_1(row): pass")
    assert names.take("is_subject", "1") == "is_subject_1_2"
    assert names.take("targets", "III.3.1-1+2") == "targets_iii_3_1_1_2"
    assert names.take("targets", "III.3.1+1-2") == "targets_iii_3_1_1_2_2"
    assert names.take("print", "") == "print_2"
    assert names.take("class", "") == "class_2"


@pytest.mark.parametrize(
    "text",
    [
        "hết dòng\nimport os",
        "hết\r\x0b\x0c\x1c\x85\u2028\u2029import os",
        '""" + boom() + """',
        "\\",
        'cuối là "',
        'ba \\""" nháy',
        "\u202eđảo chiều",
        "{{ 7 * 7 }}",
        "{% for %}",
        "\ud800",
        "\x00",
    ],
)
def test_no_text_of_the_author_leaves_its_place(text: str) -> None:
    assert ast.literal_eval(python(text)) == text
    assert python(text).isprintable()
    assert ast.dump(ast.parse(f"# {comment(text)}\nx = 1")) == ast.dump(ast.parse("# c\nx = 1"))
    body = ast.parse(f'def f():\n    """{docstring(text)}"""\n').body[0]
    assert isinstance(body, ast.FunctionDef)
    assert ast.get_docstring(body) is not None
    assert len(body.body) == 1


def test_a_hostile_plan_is_still_the_same_program() -> None:
    hostile = '"""\nimport os\n{{ x }} \\ {% y %} \u2028 boom()'
    document = replace(PLAN.document, abstract=hostile, agency=hostile, type_name=hostile)
    targets = tuple(replace(target, text=hostile) for target in PLAN.targets)
    quotas = tuple(replace(quota, text=hostile) for quota in PLAN.quotas)
    source = python_scorer(replace(PLAN, document=document, targets=targets, quotas=quotas))

    def shape(text: str) -> list[str]:
        return [type(node).__name__ for node in ast.walk(ast.parse(text))]

    assert shape(source) == shape(SOURCE)


def test_fractions_stay_exact() -> None:
    assert python(Fraction(163, 2)) == "Fraction(163, 2)"
    assert python(Fraction(77)) == "77"


def many_bands(count: int) -> tuple[Target, ...]:
    first = next(target for target in PLAN.targets if target.subject == BRANCH)
    assert first.region is not None
    (key,) = first.region.keys
    edges = [Bound(Fraction(10 * number), True) for number in range(1, count)]
    intervals = zip([None, *edges], [*(Bound(edge.value, False) for edge in edges), None], strict=True)
    return tuple(
        replace(
            first,
            id=f"I.1-{number}",
            place=Place(("I", "1", f"-{number}")),
            region=Region(((Band(key, Interval(low, high)),),), f"mức {number}"),
        )
        for number, (low, high) in enumerate(intervals, 1)
    )


def test_hundreds_of_bands_are_no_burden() -> None:
    plan = replace(PLAN, targets=many_bands(800), standards=(), quotas=())
    scorer = Scorer.of(plan)
    rows = [
        unit(f"Chi cục THADS số {total}", cases=(total, min(total, 100), min(total, 80)))
        for total in (0, 9, 10, 11, 4_000, 7_989, 7_990, 10**9)
    ]
    subjects = evaluate(plan, statistics(*rows)).subjects
    assert [subject.targets[0].rule for subject in subjects] == [f"I.1-{number}" for number in (1, 1, 2, 2, 401, 799, 800, 800)]
    said = scorer.on(plan, statistics(*rows), "--json")
    assert re.findall(r'"rule": "(.+?)"', said.out) == [subject.targets[0].rule for subject in subjects]
