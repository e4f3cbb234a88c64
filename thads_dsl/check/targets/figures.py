"""Figures as written → exact values in the unit that a quantity has."""

import re
from collections.abc import Iterator
from fractions import Fraction

from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH111, TH301, TH302, TH303, TH404
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.model.units import DONG, PERCENT, Amount, Unit, number, two_digits
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.number_words import number_said, said_in_brackets
from thads_dsl.syntax.written_forms import Figure, figure_value

_OTHER_SIDE = {"việc": "đồng", "đồng": "việc"}


def exact(
    figure: tree.Figure, unit: Unit, context: tuple[Label, ...], other: tree.Figure | None = None
) -> tuple[Fraction | None, tuple[Diagnostic, ...]]:
    """The value of a figure of a quantity counted in `unit`; a figure without a unit has that one.

    `context` is where the facet was said, and `other` the other bound of a band, for the complaint about a figure of the other facet.
    """
    if figure.value is None:
        return None, (misspelt(figure.written, figure.right, figure.span),)
    if unit.whole and re.fullmatch(r"\d{1,3}(?:,\d{3})+", figure.written):
        return None, (misspelt(figure.written, figure.written.replace(",", "."), figure.span),)
    if not figure.unit and unit == DONG:
        return None, (_bare_money(figure),)
    if not figure.unit and unit == PERCENT:
        return None, (_bare_share(figure),)
    if figure.unit not in ("", unit.name) and not (_is_per_head(unit) and unit.name.startswith(f"{figure.unit}/")):
        return None, (_wrong_unit(figure, unit, context, other),)
    if unit.whole and figure.value.denominator != 1:
        return None, (
            Diagnostic(
                code=TH303,
                message=f"{figure.written}: {unit.name} đếm bằng số nguyên",
                at=Label(figure.span),
                why="Con số này rơi vào giữa hai số nguyên nên không đơn vị nào có đúng như vậy.",
            ),
        )
    if unit.declared and (beside := unit.beside(figure.value)):
        return None, (_off_the_grid(figure, unit, beside),)
    return figure.value, ()


def _off_the_grid(figure: tree.Figure, unit: Unit, beside: tuple[Fraction, ...]) -> Diagnostic:
    """“94,95%” of a statistic that is entered in steps of 0,1%."""
    assert unit.declared is not None
    nearest = [str(Amount(value, unit)) for value in beside]
    return Diagnostic(
        code=TH303,
        message=f"{figure.written} không theo bước {Amount(unit.declared, unit)} đã khai báo",
        at=Label(figure.span),
        why="Số liệu này chỉ nhập theo bước ấy nên không đơn vị nào có đúng như vậy; "
        "nếu số liệu được nhập lẻ hơn thì sửa bước ở dòng khai báo.",
        ways=tuple(Way(how, near, edit=Edit(figure.span, near)) for how, near in zip(("Con số gần nhất:", "hoặc:"), nearest, strict=True)),
    )


def _is_per_head(unit: Unit) -> bool:
    """Whether figures are means, whose “95 việc” are those of a head; of a month it must be said."""
    return "/" in unit.name and not unit.name.endswith("/tháng")


def _bare_money(figure: tree.Figure) -> Diagnostic:
    return Diagnostic(
        code=TH302,
        message=f"“{figure.written}” chưa ghi đơn vị tính tiền",
        at=Label(figure.span),
        why="Một số tiền phải ghi đồng, nghìn đồng, triệu đồng hay tỷ đồng.",
        ways=(Way("Có phải:", f"{figure.written} tỷ đồng"), Way("hoặc:", f"{figure.written} triệu đồng")),
    )


def _bare_share(figure: tree.Figure) -> Diagnostic:
    """“từ 0,45 trở lên” of a rate: 0,45% or 45%."""
    assert figure.value is not None
    as_part = (f"{number(figure.value * 100)}%",) if 0 < figure.value <= 1 else ()
    ways = zip(("Có phải:", "hoặc:"), (*as_part, f"{figure.written}%"), strict=False)
    return Diagnostic(
        code=TH302,
        message=f"“{figure.written}” chưa ghi là phần trăm",
        at=Label(figure.span),
        why="Số liệu này tính bằng %, nên con số phải có dấu %.",
        ways=tuple(Way(how, right, edit=Edit(figure.span, right)) for how, right in ways),
    )


def impossible_hour(written: str, at: Span, day: str) -> Diagnostic:
    """“25 giờ”, “24 giờ 70 phút”."""
    return Diagnostic(
        code=TH111,
        message=canonical(written).rstrip(" ,"),
        at=Label(at),
        why="Một ngày có 24 giờ, một giờ có 60 phút.",
        ways=(Way("Ghi lại giờ; nếu không cần giờ thì viết:", f"chậm nhất {day}"),),
    )


def bare_change(figure: tree.Figure, unit: Unit) -> Diagnostic:
    """“giảm từ 5 trở lên”: by 5 cases, or by 5%; of a rate by points, for a share of it must be said in words."""
    assert figure.value is not None
    share = [f"{figure.written}%"] if unit.whole else []
    own = [f"{figure.written} {'tỷ đồng' if unit == DONG else unit.name}"] if unit == DONG or exact(figure, unit, ())[0] is not None else []
    return Diagnostic(
        code=TH302,
        message=f"“{figure.written}” chưa ghi đơn vị tính",
        at=Label(figure.span),
        why="Mức tăng, giảm, chênh lệch có thể là phần trăm của số cũ, có thể là số tuyệt đối; con số phải ghi rõ.",
        ways=tuple(Way(how, right, edit=Edit(figure.span, right)) for how, right in zip(("Có phải:", "hoặc:"), share + own, strict=False)),
    )


def misspelt(written: str, right: str, at: Span) -> Diagnostic:
    """A number that breaks the rules of writing numbers, or is another in its brackets, with its right spelling where it can be told."""
    bare, said = said_in_brackets(written)
    if said and (outside := figure_value(bare)).value is not None:
        return _another_in_brackets(outside, said[0], Label(at))
    return Diagnostic(
        code=TH111,
        message=written,
        at=Label(at),
        why="Dấu chấm tách hàng nghìn (từng nhóm ba chữ số), dấu phẩy tách phần lẻ.",
        ways=(Way("Có phải:", right, edit=Edit(at, right)),) if right else (),
    )


def _another_in_brackets(outside: Figure, words: str, at: Label) -> Diagnostic:
    """“05 (năm mươi) tập thể”, “300 tỷ đồng (bốn trăm tỷ đồng)”."""
    bare, meant = outside.written, number_said(words)
    figures = re.findall(r"\d[\d.,]*", bare)
    readings = [("ngoài", bare)]
    if meant is not None and len(figures) == 1:
        count = meant // outside.factor if meant % outside.factor == 0 else meant
        readings.append(("trong", bare.replace(figures[0], two_digits(count))))
    return Diagnostic(
        code=TH111,
        message=f"“{bare}” mà trong ngoặc là “{words}”",
        at=at,
        why="Máy không biết theo con số nào.",
        ways=tuple(Way(f"Nếu đúng là số {where} ngoặc:", each, edit=Edit(at.span, each)) for where, each in readings),
    )


def _wrong_unit(figure: tree.Figure, unit: Unit, context: tuple[Label, ...], other: tree.Figure | None) -> Diagnostic:
    if _OTHER_SIDE.get(figure.unit) == unit.name:
        asked = "việc" if unit.name == "việc" else "tiền"
        return Diagnostic(
            code=TH301,
            message=f"{figure.written} trong một chỉ tiêu về {asked}",
            at=Label(figure.span),
            also=context,
            why=f"Con số này phải tính bằng {unit.name}. Hai đầu của một mức, và mức với mục “Về {asked}”, phải cùng đơn vị.",
            ways=_in_unit_of(figure, other) if other is not None and other.unit == unit.name else (),
        )
    return Diagnostic(
        code=TH302,
        message=f"{figure.written}: số liệu này tính bằng {unit.name}",
        at=Label(figure.span),
        why=f"Hãy viết con số bằng {unit.name}, hoặc xem lại tên số liệu.",
    )


def bounded_twice(first: tree.Band, second: tree.Band, quantity: Quantity) -> Diagnostic:
    """“dưới 150 tỷ đồng và dưới 80 tỷ đồng”: of one statistic only one of two upper, or lower, bounds can be meant."""
    why = "Hai giới hạn cùng phía của một số liệu thì chỉ một giới hạn có tác dụng."
    if other := _OTHER_SIDE.get(quantity.unit.name):
        why += f" Có lẽ một con số ghi nhầm đơn vị tính ({quantity.unit.name}, {other}); nếu không thì bỏ một giới hạn."
    return Diagnostic(
        code=TH301,
        message=f"“{first.written}” và “{second.written}” đều là mức của {quantity.key}",
        at=Label(second.span),
        also=(Label(first.span),),
        why=why,
    )


def of_other_side(at: Span, said: str, quantity: str, units: tuple[str, ...]) -> Diagnostic:
    """“Tỷ lệ hồ sơ số hóa về tiền”, where it is cases, or files, that are counted."""
    return Diagnostic(
        code=TH301,
        message=f"“{quantity}” tính theo {', '.join(units)}, câu lại nói “{said}”",
        at=Label(at),
        why=f"Bỏ chữ “{said}” nếu đúng là số liệu này; muốn một số liệu {said} thì dùng tên khác, hoặc khai báo tên ấy theo đơn vị khác.",
    )


def rate_meant(figure: tree.Figure, counted: str, at: Span, line: str, rates: tuple[str, ...]) -> Diagnostic:
    """“thi hành xong 80%”: a percentage of a count is a rate, whose name says of what; the words of the count are at `at` of a `line`."""
    written = line[at.start : at.end]
    restated = [(f"dán dưới dòng {at.line}:", f"Hiểu là: cụm từ “{written}” là “{rate}”") for rate in rates]
    mended = [(f"sửa dòng {at.line} thành:", f"{line[: at.start]}{rate}{line[at.end :]}".strip()) for rate in rates]
    ways = zip(rates, restated if at.line == figure.span.line else mended, strict=True)  # a heading is not restated, and its line is mended
    return Diagnostic(
        code=TH302,
        message=f"{figure.written}: “{counted}” là một số đếm, không phải tỷ lệ",
        at=Label(figure.span),
        why="Một tỷ lệ phải có tên, để biết tính trên tổng số nào.",
        ways=tuple(Way(f"Nếu là {rate}, {how}", said) for rate, (how, said) in ways),
    )


def none_of_rate(rate: str, at: Span) -> Diagnostic:
    """“không” as the goal of a rate: nobody asks for a rate of 0, so it may as well say that none was set."""
    return Diagnostic(
        code=TH302,
        message=f"“{rate}” là một tỷ lệ, mà chỉ tiêu là “không”",
        at=Label(at),
        why="“Không” chỉ dùng cho một số đếm: vụ việc, trường hợp. Chỉ tiêu của một tỷ lệ là một số phần trăm; không giao thì ghi “-”.",
        ways=(Way("Nếu tỷ lệ phải bằng 0 thì viết:", "tối đa 0%"),),
    )


def _in_unit_of(figure: tree.Figure, other: tree.Figure) -> tuple[Way, ...]:
    """The figure with the unit that the other bound is written in."""
    digits, words = figure.written.split()[0], other.written.partition(" ")[2]
    right = f"{digits} {words}"
    return (Way("Có phải:", right, edit=Edit(figure.span, right)),) if words else ()


def wrong_award_unit(figure: tree.Figure, counted: str) -> Diagnostic:
    """A quota of collectives counted in persons, or the other way round."""
    return Diagnostic(
        code=TH302,
        message=f"“{figure.written}”, mà dòng này về {counted}",
        at=Label(figure.span),
        why="Số lượng khen thưởng phải đếm đúng đối tượng của dòng: tập thể hoặc cá nhân.",
    )


def people_of_units(written: str, at: Span, units: Subject, line: str) -> Diagnostic:
    """“Phòng chuyên môn: 01 tập thể, 01 cá nhân”: so many people in each of the units, or in all of them together.

    The ready lines are the author's `line` with that number as a sentence of its own.
    """

    def put(meant: str) -> str:
        return re.sub(rf"(?:(?<!^)[,;]?\s(?:và\s)?|^){re.escape(written)}", lambda _: f"; {meant}", line, count=1).replace(":;", ":")

    each = Way(f"Nếu mỗi đơn vị được {written}:", put(f"{written}/{' và '.join(units.any_of)}"))
    together = [Way(f"Nếu cả các {name} chung nhau:", put(f"{written}, tính chung các {name}")) for name in units.any_of]
    return Diagnostic(
        code=TH302,
        message=f"“{written}”, mà dòng này về {units.name} (tập thể)",
        at=Label(at),
        why="Số cá nhân này là của mỗi đơn vị, hay của các đơn vị ấy cộng lại?",
        ways=(each, *(together if len(together) == 1 else ())),
    )


def band_interval(band: tree.Band, unit: Unit, context: tuple[Label, ...]) -> tuple[Interval | None, tuple[Diagnostic, ...]]:
    """The interval of a band phrase; a unit that stands on one bound only is that of both."""
    found: list[Diagnostic] = []
    bounds: list[Bound | None] = []
    for figure, closed in ((band.low, band.low_closed), (band.high, band.high_closed)):
        if figure is None:
            bounds.append(None)
            continue
        other = band.high if figure is band.low else band.low
        value, complaints = exact(_with_unit(figure, band), unit, context, other)
        if figure.unit or figure.value is None or other is None or other.value is not None:
            found += complaints  # else the unit stands with the other, which is no number
        bounds.append(None if value is None else Bound(value, closed))
    if found:
        return None, tuple(found)
    interval = Interval(*bounds)
    return interval, tuple(_empty(band, interval, unit))


def _with_unit(figure: tree.Figure, band: tree.Band) -> tree.Figure:
    """“từ 10 đến dưới 50 tỷ đồng”: both figures are in tỷ đồng."""
    other = band.high if figure is band.low else band.low
    if figure.unit or figure.value is None or other is None or other.value is None or not other.unit:
        return figure
    return tree.Figure(
        value=figure.value * other.factor, unit=other.unit, factor=other.factor,
        written=figure.written, right="", start=figure.start, span=figure.span,
    )  # fmt: skip


def _empty(band: tree.Band, interval: Interval, unit: Unit) -> Iterator[Diagnostic]:
    least, greatest = (None, None) if unit.step is None else interval.on_grid(unit.step)
    low, high = interval.low, interval.high
    if high is not None and low is None and (high.value < 0 or (high.value == 0 and not high.closed)):
        yield _no_figure(band)
    if low is None or high is None:
        return
    if (
        low.value > high.value
        or (low.value == high.value and low.value not in interval)
        or (least is not None and greatest is not None and least > greatest)
    ):
        yield _no_figure(band)


def beyond_the_whole(band: tree.Band, interval: Interval | None, quantity: Quantity) -> Iterator[Diagnostic]:
    """“trên 120%” of a part of a whole, which nobody can be in."""
    low = interval.low if interval is not None and quantity.unit == PERCENT and quantity.denominator is not None else None
    if low is not None and (low.value > 100 or (low.value == 100 and not low.closed)):
        yield _no_figure(band, f"{quantity.name[0].upper()}{quantity.name[1:]} nhiều nhất là 100%, nên không đơn vị nào thuộc mức này.")


def _no_figure(band: tree.Band, why: str = "Số đầu của mức phải nhỏ hơn số cuối, và số liệu không nhỏ hơn 0.") -> Diagnostic:
    return Diagnostic(code=TH404, message=f"“{band.written}” không chứa số nào", at=Label(band.span), why=why)


def nothing_inside(having: tree.Having, wider: str) -> Diagnostic:
    """A row that nobody falls under, for its bands lie outside of those that the group, or the line above, has."""
    return Diagnostic(
        code=TH404,
        message=f"“{canonical(having.written)}” nằm ngoài “{wider}”",
        at=Label(having.span),
        why=f"Dòng này chỉ dành cho “{wider}” nên không đơn vị nào thuộc mức này. Bỏ dòng này, hoặc sửa lại một trong hai mức.",
    )
