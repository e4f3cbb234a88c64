"""TH209: the formula of a statistic joins what is counted in different units."""

import re

from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.vocabulary import Mismatch, Vocabulary

_WHY = "Chỉ cộng, trừ được những số liệu cùng đơn vị tính; kết quả cũng tính bằng đơn vị ấy."
_WHY_SHARE = "Tỷ lệ phần trăm là phần của một tổng số, nên tử số và mẫu số phải cùng đơn vị tính."


def units_apart(wrong: Mismatch) -> tuple[str, str]:
    """What does not fit, with the units of both, and why it must."""
    own, wanted = (", ".join(each) for each in (wrong.units, wrong.wanted))
    if not wrong.other:
        return f"kết quả ghi là {wanted}, mà “{wrong.name}” tính bằng {own}", _WHY
    if wrong.share:
        return f"chia “{wrong.name}” ({own}) cho “{wrong.other}” ({wanted}) thì không ra phần trăm", _WHY_SHARE
    return f"“{wrong.other}” tính bằng {wanted}, “{wrong.name}” tính bằng {own}", _WHY


def with_other_units(vocabulary: Vocabulary, wrong: Mismatch, item: Item) -> tuple[Way, ...]:
    """The definition with the unit of its parts; or the one that does not fit declared in the unit of the others."""
    written = canonical(item.text.text)
    if not wrong.other and " / " in written:
        return ()
    if not wrong.other:
        right = re.sub(r":\s*[^=.]*?\s*=", f": {', '.join(wrong.units)} =", written, count=1)
        return (Way("Nếu kết quả cũng tính như vậy, sửa thành:", f"{item.marker} {right}".strip()),) if right != written else ()
    own = {term.name: term.line for term in vocabulary.terms if term.line is not None}
    sides = ((wrong.name, wrong.wanted), (wrong.other, wrong.units))
    named = [(name, units, line) for name, units in sides if (line := own.get(name)) is not None and "=" not in line.text]
    return tuple(
        Way(f"Nếu “{name}” cũng tính bằng {', '.join(units)}, sửa dòng {line.line} thành:", f"- {name}: {', '.join(units)}")
        for name, units, line in named
    )
