"""Writes plans/he-thong-thads-2022/so-lieu.xlsx: invented statistics, on the edge of every target.

Run `python -m tests.samples.he_thong_2022` after a change; a test keeps the workbook fresh. No office in it is real.
"""

from collections.abc import Mapping

from tests.samples.named_rows import EMPTY, PLANS, Figures, compiled, workbook
from tests.samples.sheets import Cell

NAME = "he-thong-thads-2022"
PATH = PLANS / NAME / "so-lieu.xlsx"
_YEAR = " (năm 2021)"
_TY = 10**9
_KIND = "Cơ quan THADS địa phương"

# Each share of the plan: its part and its whole.
_ENFORCED = ("thi hành xong", "có điều kiện thi hành")
_CREDIT = ("án tín dụng thi hành xong", "án tín dụng có điều kiện thi hành")
_BUDGET = ("khoản thu ngân sách thi hành xong", "khoản thu ngân sách có điều kiện thi hành")
_SHARES = (
    ("bản án, quyết định có quyết định thi hành án đúng quy định", "bản án, quyết định dân sự có hiệu lực"),
    ("văn bản trả lời đúng trình tự, thủ tục", "văn bản xin ý kiến chỉ đạo"),
    ("văn bản trả lời đúng thời hạn", "văn bản xin ý kiến chỉ đạo"),
    ("đơn thư khiếu nại, tố cáo giải quyết xong", "đơn thư khiếu nại, tố cáo"),
    ("bản án, quyết định buộc THAHC được theo dõi", "bản án, quyết định buộc THAHC"),
)


def _unit(done: tuple[Cell, Cell], credit: Cell, shares: tuple[tuple[Cell, Cell], ...]) -> Figures:
    """Finished of 10.000 cases and of 10 tỷ; of credit cases (of 1.000, 800 in 2021, and as many per tỷ); the shares without facet."""
    found: dict[str, Cell] = {}
    for facet, finished, whole in ((" về việc", done[0], 10_000), (" về tiền", done[1], 10 * _TY)):
        found |= {_ENFORCED[0] + facet: finished, _ENFORCED[1] + facet: whole}
    for part, whole_name in (_CREDIT, _BUDGET):
        for facet, of in ((" về việc", 1), (" về tiền", 10**6)):
            now = credit * of if isinstance(credit, int) else credit
            found |= {part + facet: now, whole_name + facet: 1000 * of}
            found |= {part + facet + _YEAR: 800 * of, whole_name + facet + _YEAR: 1000 * of}
    for (part, whole_name), (share, all_of_them) in zip(_SHARES, shares, strict=True):
        found |= {part: share, whole_name: all_of_them}
    return found


UNITS: Mapping[str, tuple[str, Figures]] = {
    # the least that is enough of everything
    "Cục THADS tỉnh A": (_KIND, _unit((8151, 4_010_000_001), 801, ((400, 400), (200, 200), (190, 200), (97, 100), (30, 30)))),
    # the most that is not
    "Cục THADS tỉnh B": (_KIND, _unit((8150, 4_010_000_000), 800, ((399, 400), (199, 200), (189, 200), (96, 100), (29, 30)))),
    # nothing arose, or it is not known
    "Cục THADS tỉnh C": (_KIND, _unit((8300, EMPTY), EMPTY, ((400, 400), (0, 0), (0, 0), (0, 0), (EMPTY, 30)))),
    "Cục THADS tỉnh D": (_KIND, _unit((7900, 4_500_000_000), 790, ((400, 400), (50, 50), (48, 50), (60, 60), (12, 12)))),
}

if __name__ == "__main__":
    PATH.write_bytes(workbook(compiled(NAME), UNITS))
