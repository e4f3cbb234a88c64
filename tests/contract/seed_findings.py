"""The faults of the real texts, found in the texts themselves: python -m tests.contract.seed_findings FOLDER.

FOLDER holds the five texts as they are; they are not in this repository. Of each text its bold marks are left out, a plan attached to a
decision is read by itself, and what `thads check --fix` puts right unasked is put right: five slips of “phấn đấu”. Nothing is declared,
nothing is said that the text does not say. Corpus cases hold the same faults in other words (test_seed_findings.py).
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from thads_dsl.diagnostics import Diagnostic
from thads_dsl.tools.mending import mended

_FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Phong trào thi đua
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Tình trạng: dự thảo
Danh mục dùng chung: THADS

"""
_BANDS = ("TH401", "TH402", "TH403")
_TURNED = re.compile(r"giảm dưới|mức sàn|mức trần")  # a target that the better result misses
_ATTACHED = re.compile(r"^KẾ HOẠCH\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one text, as messages say it; directions and dates with the lines they stand in."""

    slips: int
    bands: tuple[str, ...]
    directions: tuple[str, ...]
    dates: tuple[str, ...]
    anniversaries: tuple[str, ...]


_NONE = Findings(0, (), (), (), ())
# The faults that people found in these texts by hand, by the beginning of the file's name.
EXPECTED = {
    "cong-van": _NONE,
    "hau-giang": Findings(
        5,
        (
            "chưa có mức cho đúng 1.500 việc",
            "chưa có mức cho đúng 300 tỷ đồng",
            "chưa có mức cho đúng 300 việc",
            "chưa có mức cho đúng 100 tỷ đồng",
        ),
        (),
        (),
        (),
    ),
    "he-thong": Findings(0, (), (), ("30/2/2022",), ()),
    "nganh": Findings(0, (), (), ("30/2/2017",), ()),
    "tuyen-quang": Findings(
        0,
        ("đúng 2.500 việc thuộc cả hai mức",),
        (
            "từ 2.000 việc đến 2.500 việc: “giảm dưới 2%”",
            "từ 2.500 việc trở lên: “giảm dưới 1%”",
            "từ 500 tỷ đồng trở lên: “giảm dưới 1%”",
        ),
        (),
        (),
    ),
}


def findings(text: str) -> Findings:
    """What the compiler finds in a text."""
    text = re.sub(r"\*\*|__", "", text)
    found = [mended("van-ban.plan", f"{_FRONT}{part}".encode(), lambda _: None) for part in _ATTACHED.split(text)]
    told = [(each.analysis.source.lines, complaint) for each in found for complaint in each.analysis.diagnostics]
    return Findings(
        slips=sum(len(each.done) for each in found),
        bands=tuple(each.message for _, each in told if each.code.id in _BANDS),
        directions=tuple(way for lines, each in told for way in _directions(lines, each)),
        dates=tuple(each.message for _, each in told if each.code.id == "TH501"),
        anniversaries=tuple(each.message for _, each in told if each.code.id == "TH505"),
    )


def _directions(lines: tuple[str, ...], complaint: Diagnostic) -> Iterator[str]:
    if complaint.code.id in ("TH112", "TH405") and _TURNED.search(complaint.message):
        band = re.search(r"(?:từ|dưới|trên) [^:]*(?=:)", lines[complaint.at.span.line - 1])
        yield f"{band[0] if band else ''}: {complaint.message.partition(':')[0]}"


def main() -> int:
    """Prints what was found in each text; 1 where it is not what people found."""
    wrong = 0
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        found = findings(path.read_text("utf-8"))
        expected = next((each for name, each in EXPECTED.items() if path.name.startswith(name)), None)
        print(f"{path.name}: {'as by hand' if found == expected else f'NOT as by hand: {expected}'}")
        print(f"  slips put right: {found.slips}; anniversaries told: {len(found.anniversaries)}")
        for each in (*found.bands, *found.directions, *found.dates, *found.anniversaries):
            print(f"  {each}")
        wrong += found != expected
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
