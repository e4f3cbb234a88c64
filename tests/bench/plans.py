"""Plans of any length, of the rules that grow in real ones: units by name, units in a table, criteria of points, standards of an award."""

from collections.abc import Callable, Iterator
from itertools import islice, product

# fmt: off
_SYLLABLES = (
    "An", "Bình", "Châu", "Đông", "Giang", "Hà", "Hưng", "Khánh", "Lâm", "Long", "Minh",
    "Nam", "Phong", "Phú", "Quang", "Sơn", "Tân", "Thanh", "Thạnh", "Thuận", "Trung", "Vĩnh",
)
# fmt: on
_HEAD = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2025
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh Bình Minh
Danh mục dùng chung: THADS

Kỳ số liệu: từ ngày 01/10/2024 đến hết ngày 30/9/2025.
I. NỘI DUNG
"""


def _names(count: int) -> Iterator[str]:
    """That many names of places."""
    return (" ".join(each) for each in islice(product(_SYLLABLES, repeat=3), count))


def _declared(units: int) -> str:
    listed = "".join(f"- Chi cục THADS huyện {name}: tập thể\n" for name in _names(units))
    return f"\nPHẦN KHÔNG IN\nĐỐI TƯỢNG THI ĐUA\n{listed}"


def units_by_name(rules: int) -> str:
    """Two sentences for every unit: a plan has at most 20.000 lines."""
    sides = (("việc", 60), ("tiền", 20))
    parts = (
        f"{number}. Về {side}:\n"
        + "".join(
            f"- Chi cục THADS huyện {name} phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện đạt {least + index % 30}%;\n"
            for index, name in enumerate(_names(rules // 2))
        )
        for number, (side, least) in enumerate(sides, 1)
    )
    return f"{_HEAD}{''.join(parts)}{_declared(rules // 2)}"


def units_in_a_table(rules: int) -> str:
    """Two targets in every row of a table."""
    rows = (
        f"| Chi cục THADS huyện {name} | từ {60 + index % 30}% trở lên | từ {20 + index % 30}% trở lên |\n"
        for index, name in enumerate(_names(rules // 2))
    )
    head = "| Đơn vị | Tỷ lệ thi hành xong trên có điều kiện về việc | Tỷ lệ thi hành xong trên có điều kiện về tiền |\n"
    return f"{_HEAD}1. Chi cục THADS\n{head}{''.join(rows)}{_declared(rules // 2)}"


def criteria(rules: int) -> str:
    """A row of a table of points for every criterion."""
    rows = (
        f"| {index} | Công tác {name} | 10 | Hoàn thành: 10 điểm; không hoàn thành: 0 điểm; không phát sinh: 10 điểm |\n"
        for index, name in enumerate(_names(rules), 1)
    )
    total = f"| | Tổng cộng | {rules * 10} | |\n"
    return f"{_HEAD}1. Đối với Chi cục THADS:\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n{''.join(rows)}{total}"


def standards(rules: int) -> str:
    """Standards of an award that the council judges."""
    lines = (f"- Hoàn thành tốt công tác {name};\n" for name in _names(rules))
    return f"{_HEAD}1. Giấy khen được tặng cho cá nhân đạt các tiêu chuẩn sau:\n{''.join(lines)}"


PLANS: dict[str, Callable[[int], str]] = {
    "units by name": units_by_name,
    "units in a table": units_in_a_table,
    "criteria of points": criteria,
    "standards of an award": standards,
}
