"""What the reader of statistics refuses, `scorer.py` refuses; what both take, they judge alike. Cells are broken as offices break them."""

import csv
import json
import random
from pathlib import Path

import pytest

from tests.unit.evaluate.hau_giang import hau_giang
from tests.unit.evaluate.statistics import officer, person, reprimand, statistics, unit
from tests.unit.python_scorer.running import Scorer, write
from thads_dsl.data import read_statistics
from thads_dsl.evaluate import evaluate
from thads_dsl.evaluate.report import as_json

PLAN = hau_giang()
SCORER = Scorer.of(PLAN)
STATISTICS = statistics(unit(), officer(), person(), sanctions=(reprimand(PLAN.periods[-1].period.first),))
CELLS = (
    "", "-", "…", "0", "1", "1.500", "1,500", "1.5", "-3", "1e3", "1 500", "00", "1500 việc", "1.000.000", "null", "=1+1", "  ",
    "đạt", "Không đạt", "dat", "có", "x", "KHÔNG", "30/6/2024", "31/6/2024", "2024-06-30", "khiển trách", "Cảnh cáo ",
    "Chi cục THADS", "chi cục thads", "Văn phòng", "Chấp hành viên", "Chấp hành viên trung cấp", "Trưởng phòng, Chấp hành viên",
    "Chấp hành viên kiêm Trưởng phòng", "Chi cục THADS và Phòng khác", "Phòng chuyên môn; Chi cục THADS", "799", "800", "100000000000",
)  # fmt: skip


def broken(folder: Path, chance: random.Random) -> None:
    """One or two cells of the files say something else."""
    write(PLAN, STATISTICS, folder)
    for _ in range(chance.randint(1, 2)):
        path = chance.choice(sorted(folder.glob("*.csv")))
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened))
        row = chance.randrange(1, len(rows)) if len(rows) > 1 else 0
        rows[row][chance.randrange(len(rows[row]))] = chance.choice(CELLS)
        with path.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows(rows)


@pytest.mark.parametrize("seed", range(40))
def test_the_reader_and_the_scorer_refuse_the_same_files_and_judge_the_others_alike(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for number in range(5):
        folder = tmp_path / str(number)
        folder.mkdir()
        broken(folder, chance)
        read, complaints = read_statistics(PLAN, folder)
        said = SCORER.main(str(folder), "--json")
        expected = "" if read is None else json.dumps(as_json(PLAN, evaluate(PLAN, read)), ensure_ascii=False, indent=2) + "\n"
        assert (said.code == 0, said.out) == (read is not None, expected), [each.message for each in complaints]


def test_some_broken_files_are_taken_and_some_are_refused(tmp_path: Path) -> None:
    chance, taken = random.Random(0), []
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        broken(folder, chance)
        taken.append(read_statistics(PLAN, folder)[0] is not None)
    assert any(taken)
    assert not all(taken)
