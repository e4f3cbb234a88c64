"""Several faults in one plan: the run with many files is `python -m tests.contract.faults`; here a few, and how they are judged."""

from collections import Counter

from tests.contract.faults import COUNTS, Plan, Put, outcome, report, run_here
from tests.contract.mutants import Mutant as Fault
from thads_dsl.source import nothing

FRONT = "Tên loại: KẾ HOẠCH\nTrích yếu: A\nCơ quan ban hành: Cục THADS tỉnh B\nDanh mục dùng chung: THADS\n\n"
TEXT = f"{FRONT}I. CHỈ TIÊU\n- Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện 80% về việc.\n- Lời văn."


def put(line: int, written: str, becomes: str) -> Put:
    start = TEXT.split("\n")[line - 1].index(written)
    return Put(Fault(line, start, start + len(written), "kind", written, becomes), range(line, line + 1))


def judged(*faults: Put) -> tuple[int, int]:
    """How many are hidden, and how much is said beyond one complaint for each."""
    found = outcome(Plan("a.plan", TEXT, nothing, Counter()), faults)
    return len(found.hidden), len(found.extra)


def test_a_fault_that_nothing_tells_is_hidden() -> None:
    assert judged(put(8, "Lời văn", "Lời khác")) == (1, 0)


def test_a_fault_is_told_by_a_complaint_about_its_line_alone() -> None:
    assert judged(put(7, "80%", "8,0,0%")) == (0, 0)
    assert judged(put(7, "80%", "8,0,0%"), put(8, "Lời văn", "Lời khác")) == (1, 0)


def test_what_is_said_beyond_one_complaint_for_each_fault_is_too_much() -> None:
    two = put(7, "80%", "8,0,0% về tiền, 7,0,0%")
    assert judged(two) == (0, 1)


def test_of_two_faults_in_one_line_each_needs_a_complaint_of_its_own() -> None:
    behind, before = put(7, "80%", "8,0,0%"), put(7, "đạt", "đạt được")
    assert judged(behind, before) == (1, 0)
    assert judged(put(7, "việc.", "việc!"), put(7, "THADS", "TADS")) == (1, 1)  # a short form unknown: an error, and a notice beside it


def test_nearly_all_faults_are_told_in_one_run_and_nearly_nothing_else() -> None:
    found = run_here(20 * len(COUNTS), seed=1)
    faults = [each for one in found for each in one.faults]
    assert len({each.fault.kind for each in faults}) >= 10
    assert sum(len(one.hidden) for one in found) <= len(faults) // 100, list(report(found))
    assert sum(len(one.extra) for one in found) <= len(faults) // 100, list(report(found))
