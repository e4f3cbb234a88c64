"""The sample statistics of plans whose targets look at an earlier year reach every target and every verdict."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.samples import he_thong_2022, nganh_tu_phap_2017, tuyen_quang_2023
from tests.samples.named_rows import Figures, compiled, workbook
from thads_dsl.data import read_statistics
from thads_dsl.evaluate import evaluate
from thads_dsl.model.results import TargetResult, Verdict

Sample = tuple[str, Path, Mapping[str, tuple[str, Figures]], set[Verdict]]
SAMPLES: list[Sample] = [
    (tuyen_quang_2023.NAME, tuyen_quang_2023.PATH, tuyen_quang_2023.UNITS, {Verdict.MET, Verdict.FAILED, Verdict.UNKNOWN}),
    (he_thong_2022.NAME, he_thong_2022.PATH, he_thong_2022.UNITS, set(Verdict)),
    (nganh_tu_phap_2017.NAME, nganh_tu_phap_2017.PATH, nganh_tu_phap_2017.UNITS, set(Verdict)),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample[0])
def test_the_workbook_beside_the_plan_is_fresh(sample: Sample) -> None:
    name, path, units, _ = sample
    assert path.read_bytes() == workbook(compiled(name), units), f"write {path.name} of {name} again"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample[0])
def test_every_target_takes_somebody_and_every_verdict_occurs(sample: Sample) -> None:
    name, path, _, verdicts = sample
    plan = compiled(name)
    statistics, complaints = read_statistics(plan, path)
    assert statistics is not None
    assert {complaint.code.id for complaint in complaints} == {"TH906"}
    found: list[TargetResult] = [result for subject in evaluate(plan, statistics).subjects for result in subject.targets]
    assert {target.id for target in plan.targets} == {result.rule for result in found}
    assert {result.verdict for result in found} == verdicts
    assert any(result.margin == 0 for result in found)
    assert 1 in {result.shortfall for result in found}
