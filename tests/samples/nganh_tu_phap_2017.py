"""Writes plans/nganh-tu-phap-2017/so-lieu.xlsx: invented statistics, on the edge of every target.

Run `python -m tests.samples.nganh_tu_phap_2017` after a change; a test keeps the workbook fresh. No office in it is real.
"""

from collections.abc import Mapping

from tests.samples.named_rows import EMPTY, PLANS, Figures, compiled, workbook
from tests.samples.sheets import Cell

NAME = "nganh-tu-phap-2017"
PATH = PLANS / NAME / "so-lieu.xlsx"
_KIND = "Cục THADS"
_YEAR = " (năm 2016)"
_TY = 10**9
_PAIR = ("có điều kiện thi hành", "thi hành xong")


def _office(
    cases: tuple[Cell, Cell], money: tuple[Cell, Cell], cases_before: tuple[Cell, Cell], money_before: tuple[Cell, Cell]
) -> Figures:
    """What could be enforced and what was finished, this year and in 2016; the rest was carried over."""
    found: dict[str, Cell] = {}
    for facet, when, figures in (
        (" về việc", "", cases),
        (" về tiền", "", money),
        (" về việc", _YEAR, cases_before),
        (" về tiền", _YEAR, money_before),
    ):
        found |= {f"{name}{facet}{when}": figure for name, figure in zip(_PAIR, figures, strict=True)}
    return found


UNITS: Mapping[str, tuple[str, Figures]] = {
    # the least that is enough of everything: carried over 9.200 of 10.000 cases and 94 of 100 tỷ
    "Cục THADS tỉnh mẫu A": (
        _KIND,
        _office((30_667, 21_467), (135 * _TY, 41 * _TY), (25_000, 15_000), (150 * _TY, 50 * _TY)),
    ),
    # the most that is not: 7.000 of 10.000 cases, 30 of 100 tỷ; carried over 3.000 against 3.260, and one đồng too much
    "Cục THADS tỉnh mẫu B": (
        _KIND,
        _office((10_000, 7_000), (100 * _TY, 30 * _TY), (9_000, 5_740), (110 * _TY, 110 * _TY - 74_468_085_106)),
    ),
    # good rates, and more carried over than in 2016
    "Cục THADS tỉnh mẫu C": (
        _KIND,
        _office((8_000, 6_400), (90 * _TY, 36 * _TY), (7_000, 5_600), (80 * _TY, 40 * _TY)),
    ),
    # no money was due, and nothing is known of 2016
    "Cục THADS tỉnh mẫu D": (_KIND, _office((500, 351), (0, 0), (EMPTY, EMPTY), (EMPTY, EMPTY))),
    # one case short of the reduction, and its money is not yet known
    "Cục THADS tỉnh mẫu E": (
        _KIND,
        _office((31_000, 21_799), (50 * _TY, EMPTY), (25_000, 15_000), (60 * _TY, 20 * _TY)),
    ),
}

if __name__ == "__main__":
    PATH.write_bytes(workbook(compiled(NAME), UNITS))
