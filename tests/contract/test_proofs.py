"""What the checker proves (language.md §5): plans with one mistake, or two, that are told at their lines and bring nothing else; sound ones
that look nearly like them.

Plans stand below `=== name`; `《TH904》` at the end of a line is a complaint about it, `《TH112|TH405》` one of two. One without is sound.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.ready_lines import pasted
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.pipeline import Analysis, analyse

PROOFS = sorted((Path(__file__).parent / "proofs").glob("*.txt"))
_MARK = re.compile(r"《([^》]*)》")
_FRONT = "Tên loại: KẾ HOẠCH\nTrích yếu: Phát động đợt thi đua năm {0}\nCơ quan ban hành: {1}\nDanh mục dùng chung: THADS\n"


def plans() -> Iterator[tuple[str, str]]:
    """Each plan with its marks; `@@2026` is one of the new agencies, `@@ ` a line of the front matter."""
    for file in PROOFS:
        for part in file.read_text().split("=== ")[1:]:
            name, _, body = part.partition("\n")
            later = body.startswith("@@2026\n")
            lines = body.removeprefix("@@2026\n").splitlines()
            keys = [f"{line.removeprefix('@@ ')}\n" for line in lines if line.startswith("@@ ")]
            front = _FRONT.format("2026" if later else "2024", "THADS tỉnh A" if later else "Cục Thi hành án dân sự tỉnh A")
            rest = [line for line in lines if not line.startswith("@@ ")]
            yield f"{file.stem}: {name}", f"{front}{''.join(keys)}\n" + "\n".join(rest)


PLANS = list(plans())


def read(marked: str) -> tuple[Analysis, list[tuple[set[str], int]]]:
    wanted = [(set(mark[1].split("|")), number) for number, line in enumerate(marked.splitlines(), 1) for mark in _MARK.finditer(line)]
    return analyse("in.plan", _MARK.sub("", marked)), wanted


def about(complaint: Diagnostic) -> set[int]:
    return {label.span.line for label in (complaint.at, *complaint.also)}


@pytest.mark.parametrize(("name", "marked"), PLANS, ids=[name for name, _ in PLANS])
def test_every_mistake_is_told_at_its_line_and_nothing_else(name: str, marked: str) -> None:
    analysis, wanted = read(marked)
    beside = []
    for complaint in analysis.diagnostics:
        meant = next((each for each in wanted if complaint.code.id in each[0] and each[1] in about(complaint)), None)
        if meant is None:
            beside.append((complaint.code.id, complaint.message, complaint.at.span.line))
        else:
            wanted.remove(meant)
    assert (wanted, beside) == ([], []), name


@pytest.mark.parametrize(("name", "marked"), PLANS, ids=[name for name, _ in PLANS])
def test_a_ready_line_ends_what_it_is_offered_for(name: str, marked: str) -> None:
    analysis, _ = read(marked)
    for complaint in analysis.diagnostics:
        for way in complaint.ways:
            text = pasted(analysis, way) if "ví dụ" not in way.how else None
            if text is not None:
                left = [each for each in analyse("in.plan", text).diagnostics if each.code is complaint.code]
                same = [each for each in analysis.diagnostics if each.code is complaint.code]
                assert len(left) < len(same), (name, way)


def test_each_proof_has_mistakes_and_sound_plans() -> None:
    for file in PROOFS:
        of_file = [marked for name, marked in PLANS if name.startswith(f"{file.stem}: ")]
        faulty = [marked for marked in of_file if _MARK.search(marked)]
        assert len(faulty) >= 5, file.stem
        assert file.stem == "two_mistakes" or len(of_file) - len(faulty) >= 3, file.stem
