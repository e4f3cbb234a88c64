"""Writes plans/tuyen-quang-2023/so-lieu.xlsx: invented statistics on the edges of its bands.

Run `python -m tests.samples.tuyen_quang_2023` after a change; a test keeps the workbook fresh. No office in it is real.
"""

from collections.abc import Mapping

from tests.samples.named_rows import EMPTY, PLANS, Figures, compiled, workbook
from tests.samples.sheets import Cell

NAME = "tuyen-quang-2023"
PATH = PLANS / NAME / "so-lieu.xlsx"
_YEAR = " (năm 2022)"
_TY = 10**9


def _of(facet: str, received: Cell, carried: tuple[Cell, Cell, Cell], before: tuple[Cell, Cell, Cell]) -> dict[str, Cell]:
    """Received this year; to be enforced, finished and set apart this year and in 2022."""
    names = ("tổng số phải thi hành", "thi hành xong", "số đã chuyển sổ theo dõi riêng")
    now = {f"{name} {facet}": figure for name, figure in zip(names, carried, strict=True)}
    then = {f"{name} {facet}{_YEAR}": figure for name, figure in zip(names, before, strict=True)}
    return {f"tổng số giải quyết {facet}": received, **now, **then}


def _unit(cases: dict[str, Cell], money: dict[str, Cell]) -> Figures:
    return {**cases, **money}


_CASES, _MONEY = "về việc", "về tiền"
UNITS: Mapping[str, tuple[str, Figures]] = {
    # exactly 6% of the cases, one đồng short of 5% of the money
    "Phòng Nghiệp vụ và tổ chức THA": (
        "Phòng chuyên môn",
        _unit(
            _of(_CASES, 499, (480, 198, 0), (500, 200, 0)),
            _of(_MONEY, 10 * _TY, (9 * _TY, 4 * _TY, 249_999_999), (9 * _TY, 3 * _TY, 999_999_999)),
        ),
    ),
    "Văn phòng": ("Phòng chuyên môn", {}),
    # 467 → 439 cases: 5,9957%; exactly 6% of the money
    "Chi cục THADS huyện A": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 499, (489, 50, 0), (517, 50, 0)),
            _of(_MONEY, 10 * _TY - 1, (6 * _TY, 1_300_000_000, 0), (6 * _TY, _TY, 0)),
        ),
    ),
    "Chi cục THADS huyện B": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 500, (490, 190, 15), (480, 150, 30)),
            _of(_MONEY, 40 * _TY, (38 * _TY, 18_800_000_000, 0), (36 * _TY, 16 * _TY, 0)),
        ),
    ),
    "Chi cục THADS huyện C": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 1000, (980, 404, 0), (960, 360, 0)),
            _of(_MONEY, 40 * _TY - 1, (38 * _TY, 19 * _TY, 0), (38 * _TY, 18 * _TY, 0)),
        ),
    ),
    "Chi cục THADS huyện D": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 1500, (1450, 577, 0), (1400, 500, 0)),
            _of(_MONEY, 100 * _TY, (97 * _TY, 48_500_000_000, 0), (90 * _TY, 40 * _TY, 0)),
        ),
    ),
    "Chi cục THADS huyện E": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 2000, (1900, 724, 0), (1900, 700, 0)),
            _of(_MONEY, 200 * _TY, (190 * _TY, 92 * _TY, 0), (190 * _TY, 90 * _TY, 0)),
        ),
    ),
    # exactly 1% on both edges of the last bands
    "Chi cục THADS thành phố F": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 2500, (2400, 915, 0), (2400, 900, 0)),
            _of(_MONEY, 500 * _TY, (480 * _TY, 232_500_000_000, 0), (480 * _TY, 230 * _TY, 0)),
        ),
    ),
    # nothing was carried over from 2022, and what became of the money is not known
    "Chi cục THADS huyện G": (
        "Chi cục THADS",
        _unit(
            _of(_CASES, 120, (118, 90, 0), (100, 100, 0)),
            _of(_MONEY, 5 * _TY, (5 * _TY, EMPTY, 0), (4 * _TY, 2 * _TY, 0)),
        ),
    ),
    "Cục THADS tỉnh": (
        "Cục THADS",
        _unit(
            _of(_CASES, 9000, (8600, 3800, 0), (8500, 3500, 0)),
            _of(_MONEY, 900 * _TY, (880 * _TY, 405_000_000_001, 0), (880 * _TY, 380 * _TY, 0)),
        ),
    ),
}

if __name__ == "__main__":
    PATH.write_bytes(workbook(compiled(NAME), UNITS))
