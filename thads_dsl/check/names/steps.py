"""TH209: the step of a statistic that is none."""

from thads_dsl.diagnostics import Edit, Label, Way
from thads_dsl.source import canonical
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.syntax.written_forms import figure_value
from thads_dsl.vocabulary import Misstep, without_step

_WHY = {
    Misstep.UNREAD: "Sau “bước” là một con số lớn hơn 0 kèm đơn vị tính của số liệu, ví dụ “%, bước 0,1%” hoặc “đồng, bước 1.000 đồng”.",
    Misstep.COMPUTED: "Số liệu này tính từ số liệu khác nên lấy đúng kết quả phép tính, không theo bước nào. "
    "Muốn các mức kín thì viết mức liền nhau, ví dụ “đến 94,9%” và “trên 94,9%”.",
    Misstep.SEVERAL: "Số liệu này tính bằng nhiều đơn vị nên chưa rõ bước là của đơn vị nào; hãy khai báo mỗi đơn vị một dòng, hai tên.",
    Misstep.OTHER_UNIT: "Bước phải tính bằng đúng đơn vị của số liệu, ví dụ “%, bước 0,1%” hoặc “đồng, bước 1.000 đồng”.",
    Misstep.CASES: "Số việc đếm từng việc một, không đơn vị nào chỉ có số việc chẵn chục, chẵn trăm.",
    Misstep.FRACTION: "Số liệu đếm bằng đơn vị này là số nguyên nên bước không có phần lẻ.",
}


def why_no_step(wrong: Misstep) -> str:
    """Why a step is none."""
    return _WHY[wrong]


def without_its_step(item: Item, at: Label) -> tuple[Way, ...]:
    """The definition with the step as it is spelt rightly, if that is all that is wrong, and without it."""
    head, clause, rest = canonical(item.text.text).partition(". ")
    plain, said = without_step(head)
    right = figure_value(said).right if said else ""
    offered = [("Có phải:", head.replace(said, right))] if said and right else []
    offered.append(("Nếu bỏ bước thì viết:", plain.strip()))
    lines = [(how, f"{item.marker} {line}{clause}{rest}".strip()) for how, line in offered]
    return tuple(Way(how, line, edit=None if at.source else Edit(at.span, line)) for how, line in lines)
