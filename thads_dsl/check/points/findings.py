"""TH602–TH611: what is wrong with the rows and cells of a points table, each said in one place."""

import re
from collections.abc import Sequence
from fractions import Fraction

from thads_dsl.check.points.two_conditions import of_two
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH602, TH603, TH604, TH605, TH606, TH607, TH608, TH609, TH610, TH611
from thads_dsl.model.units import number, two_digits
from thads_dsl.source import Passage, Span, canonical

_FORMS = (
    "Đạt chỉ tiêu: … điểm; không đạt chỉ tiêu: … điểm; không phát sinh: … điểm",
    "Dưới …%: … điểm; từ …% trở lên: … điểm; không phát sinh: … điểm",
    "Tính điểm theo tỷ lệ hoàn thành, không quá điểm chuẩn; không phát sinh: … điểm",
    "Mỗi lần … trừ … điểm, trừ không quá … điểm",
    "Có … được công nhận: cộng … điểm (chỉ cộng một lần)",
    "Tốt: … điểm; khá: … điểm; còn lại: 0 điểm",
    "Hội đồng chấm từ 0 đến … điểm",
)


def unread_cell(passage: Passage, title: str, standard: Fraction) -> Diagnostic:
    """A sentence of the cell “Cách chấm điểm” that no family reads: a rule may not pass as prose. `title` is that of the criterion."""
    return Diagnostic(
        code=TH602,
        message=f"“{canonical(passage.text)}”",
        at=Label(passage.span()),
        why="Mỗi câu trong cột cách chấm phải nói rõ khi nào được bao nhiêu điểm; câu đọc không được thì không tính được điểm.",
        ways=(
            *_of_the_title(canonical(passage.text), title),
            *_meant(canonical(passage.text), standard),
            *of_two(canonical(passage.text)),
            *(Way("hoặc:" if at else "Viết theo một trong các mẫu:", form) for at, form in enumerate(_FORMS)),
        ),
    )


def _of_the_title(text: str, title: str) -> tuple[Way, ...]:
    """“Cộng 03 điểm” alone is given for what the name of the criterion says: once, or each time."""
    found = re.fullmatch(r"(?P<sign>cộng|trừ|\+|-)? ?(?:thêm )?(?P<points>\d+(?:,\d+)? ?(?:điểm|đ))", text.rstrip(" .;"), re.IGNORECASE)
    if found is None or not title:
        return ()
    sign, points = ("trừ" if found["sign"] in ("-", "trừ", "Trừ") else "cộng"), re.sub(r" ?đ$", " điểm", found["points"])
    once = Way("Nếu có hay không thì viết:", f"{title}: {sign} {points}, chỉ {sign} một lần")
    return once, Way("Nếu mỗi lần đều tính thì viết:", f"Mỗi lần {title[0].lower()}{title[1:]} {sign} {points}, {sign} không quá … điểm")


def _meant(text: str, standard: Fraction) -> tuple[Way, ...]:
    """“Giảm 5% được điểm tối đa; giảm ít hơn thì tính theo tỷ lệ”: by completion of a target, which stands among the targets.

    “Vượt 1% cộng 1 điểm” may be each percent, or once; a formula is the share completed.
    """
    if each := _EACH_PERCENT.search(text):
        said = f"{each['beyond'].casefold()} {each['sign'].casefold()} {each['points']}"
        most = _MOST.search(text, each.end())
        limit = f"{each['sign'].casefold()} không quá {most[1] if most else '… điểm'}"
        step = f"Cứ mỗi {each['step']} {said}, chỉ tính đủ từng {each['step']}, {limit}"
        if each["each"]:
            return (
                Way("Nếu không tính phần lẻ thì viết:", step),
                Way("Nếu tính cả phần lẻ thì viết:", step.replace(_WHOLE + each["step"], _PARTS)),
            )
        once = f"{each['beyond'].capitalize()} từ {each['step']} trở lên: {each['sign'].casefold()} {each['points']}"
        return (Way("Nếu cứ mỗi phần trăm đều tính thì viết:", step), Way("Nếu chỉ một lần thì viết:", once))
    turn = re.search(r"\b(giảm|tăng) (\d[\d,]*%)", text, re.IGNORECASE)
    by_share = _BY_SHARE.search(text)
    if by_share is None or re.search(r"\b(?:trừ|cộng)\b", text, re.IGNORECASE):
        return ()
    whole = f"Tính điểm theo tỷ lệ hoàn thành chỉ tiêu, không quá điểm chuẩn; không phát sinh: {two_digits(standard)} điểm"
    cell = Way("Nếu chấm theo phần đã hoàn thành, cả ô viết:", whole)
    if turn is None:
        return (cell,)
    target = f"- Đơn vị có tổng số chuyển kỳ sau về việc {turn[1].casefold()} ít nhất {turn[2]} so với năm trước"
    return (cell, Way(f"và {turn[2]} là chỉ tiêu, viết ở phần chỉ tiêu, ví dụ:", target))


_BY_SHARE = re.compile(
    r"theo tỷ lệ|điểm (?:tối đa|chuẩn)|=.*\b(?:chỉ tiêu|kế hoạch)\b|(?:chỉ tiêu|giao|kế hoạch)\)? ?(?:x|×|\*|nhân(?: với)?) ?\d",
    re.IGNORECASE,
)
_EACH_PERCENT = re.compile(
    r"^(?P<each>cứ )?(?P<beyond>vượt|thiếu)(?: chỉ tiêu)? (?P<step>\d[\d,]* ?%),? (?:thì )?(?:được |bị )?"
    r"(?P<sign>cộng|trừ)(?: thêm)? (?P<points>\d[\d,]* điểm)",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:tối đa|không quá|nhiều nhất)\b\D{0,20}(\d[\d,]* điểm)", re.IGNORECASE)
_WHOLE, _PARTS = "chỉ tính đủ từng ", "tính cả phần lẻ"


def no_scoring(row: Passage, title: str) -> Diagnostic:
    """A criterion with an empty cell."""
    return Diagnostic(
        code=TH602,
        message=f"tiêu chí “{title}” chưa ghi cách chấm",
        at=Label(row.span()),
        why="Một tiêu chí chưa có cách chấm thì không ai biết được bao nhiêu điểm; nếu chỉ Hội đồng chấm được thì ghi như vậy.",
        ways=(Way("Viết vào cột cách chấm:", "Hội đồng chấm từ 0 đến … điểm"),),
    )


def two_readings(at: Span, message: str, why: str, *endings: str) -> Diagnostic:
    """A way of scoring that can be counted in two ways; the endings say which."""
    return Diagnostic(
        code=TH603, message=message, at=Label(at), why=why, ways=(Way("Thêm vào cuối câu một trong:", "   |   ".join(endings)),)
    )


def bad_row(at: Span, message: str, why: str, line: str = "") -> Diagnostic:
    """A row that is no part, no criterion and no total."""
    return Diagnostic(code=TH604, message=message, at=Label(at), why=why, ways=(Way("Ví dụ:", line),) if line else ())


def not_standard(at: Span, number_: str, most: Fraction, standard: Fraction, *sentences: str) -> Diagnostic:
    """The best that a criterion gives is not its điểm chuẩn; of an amended table the `sentences` put one of the two right."""
    more = most > standard
    ways = tuple(Way("hoặc:" if at else "Thêm hoặc sửa thành một trong hai câu:", each) for at, each in enumerate(sentences))
    return Diagnostic(
        code=TH605,
        message=f"tiêu chí {number_} có điểm chuẩn {number(standard)}, cách chấm cho nhiều nhất {number(most)} điểm",
        at=Label(at),
        why="Điểm vượt điểm chuẩn phải viết là điểm cộng." if more else "Làm tốt nhất cũng không được đủ điểm chuẩn.",
        ways=ways or (Way("Sửa một trong hai:", f"điểm chuẩn {number(most)}   |   mức cao nhất {number(standard)} điểm"),),
    )


def nothing_above_standard(at: Span, number_: str, nothing: Fraction, standard: Fraction) -> Diagnostic:
    """“Không phát sinh: 99 điểm” of a criterion that is worth 40."""
    return Diagnostic(
        code=TH605,
        message=f"tiêu chí {number_} có điểm chuẩn {number(standard)}, không phát sinh lại được {number(nothing)} điểm",
        at=Label(at),
        why="Đơn vị không có gì để chấm thì được nhiều điểm hơn đơn vị làm tốt nhất.",
        ways=(Way("Nếu được đủ điểm chuẩn thì viết:", f"không phát sinh: {number(standard)} điểm"),),
    )


_EVERY = "Mọi kết quả phải có một mức điểm, kể cả 0 điểm."


def no_points_for(
    at: Span, what: str, line: str = "", *, also: Sequence[Span] = (), ways: tuple[Way, ...] = (), why: str = _EVERY
) -> Diagnostic:
    """A case to which the cell gives no points; `line` would, or any of the ways."""
    return Diagnostic(
        code=TH606,
        message=f"chưa có điểm cho {what}",
        at=Label(at),
        also=tuple(Label(each) for each in also),
        why=why,
        ways=ways or (Way("Thêm vào cột cách chấm:", f"; {line}"),),
        lacks=Lack.OWN_ROW,
    )


def parts_of_points(at: Span, points: Sequence[Fraction], standard: Fraction, rows: str) -> Diagnostic:
    """Levels whose points make up the điểm chuẩn: a choice of one of them has no end, parts of a whole are criteria of their own."""
    return Diagnostic(
        code=TH606,
        message="các mức cộng lại vừa bằng điểm chuẩn, chưa rõ là chọn một mức hay cộng từng phần",
        at=Label(at),
        why=f"{' + '.join(map(number, points))} = {number(standard)}. Viết liền trong một ô thì mỗi đơn vị chỉ được một mức. "
        f"Nếu đúng là chỉ chọn một mức thì mức cao nhất phải bằng điểm chuẩn, và thêm “còn lại: 0 điểm”.",
        ways=(Way("Nếu làm được phần nào cộng điểm phần ấy, thay dòng này bằng các dòng:", rows),),
    )


def twice(at: Span, what: str, other: Span, ways: tuple[Way, ...] = ()) -> Diagnostic:
    """A case to which the cell gives two scores."""
    return Diagnostic(
        code=TH607,
        message=f"{what} thuộc hai mức điểm",
        at=Label(at),
        also=(Label(other),),
        why="Một kết quả chỉ được một mức điểm; hãy sửa một trong hai mức.",
        ways=ways,
        lacks=Lack.OWN_ROW,
    )


def nothing_unsaid(at: Span, title: str, standard: Fraction, *, turned: bool) -> Diagnostic:
    """A ratio may have nothing to divide by, a rise or fall nothing to be of (`turned`), and the cell does not say what is given then."""
    nothing = "kỳ trước và kỳ này đều không có việc hoặc tiền để so" if turned else "không có việc hoặc tiền để tính tỷ lệ"
    return Diagnostic(
        code=TH608,
        message=f"tiêu chí “{title}”",
        at=Label(at),
        why=f"Đơn vị {nothing} thì được bao nhiêu điểm? Bảng điểm phải nói rõ.",
        ways=(Way("Thêm vào cột cách chấm:", f"; không phát sinh: {number(standard)} điểm"),),
    )


def no_rate(at: Span, rest: str) -> Diagnostic:
    """Points for a rate without anything to divide by, where the rate is a column of its own; `rest`: the cell that gives 100% as many."""
    how = "Nếu không phát sinh thì đơn vị ghi 100%, được cùng số điểm, sửa ô thành:"
    why = (
        "Tỷ lệ này đơn vị tự tính rồi ghi vào một cột, mà cột ấy chỉ ghi được một tỷ lệ: không phát sinh thì phải ghi bao nhiêu phần trăm?"
    )
    why += "" if rest else " Nếu có số liệu để tính thì khai báo tỷ lệ với tử số, mẫu số ở phần không in, và ghi tên ấy ở tên tiêu chí."
    return Diagnostic(
        code=TH611, message="chưa rõ tỷ lệ khi không phát sinh", at=Label(at), why=why, ways=(Way(how, rest),) if rest else ()
    )


def nothing_to_measure(at: Span, message: str, why: str, line: str = "", how: str = "Ví dụ:", lacks: Lack | None = None) -> Diagnostic:
    """A criterion that is to be computed and has no statistic, or no target, to be computed from."""
    return Diagnostic(code=TH609, message=message, at=Label(at), why=why, ways=(Way(how, line),) if line else (), lacks=lacks)


def no_criterion(at: Span, number_: str, known: Sequence[str]) -> Diagnostic:
    """A reference to a criterion that the table does not have."""
    return Diagnostic(
        code=TH610,
        message=f"bảng không có tiêu chí {number_} để dẫn",
        at=Label(at),
        why=f"Các tiêu chí dẫn được: {', '.join(known)}." if known else "Bảng không có tiêu chí nào khác để dẫn.",
        lacks=Lack.CRITERION,
    )


def does_not_fit(at: Span, message: str, why: str, edit: tuple[str, str] | None = None) -> Diagnostic:
    """Ways of scoring that cannot stand together."""
    ways = (Way(edit[0], edit[1], edit=Edit(at, edit[1])),) if edit else ()
    return Diagnostic(code=TH611, message=message, at=Label(at), why=why, ways=ways)


def of_some(at: Span, told: str, rest: str) -> Diagnostic:
    """Points for a part of the time, or for some units, in a cell for all; `rest`: the cell without them."""
    return Diagnostic(
        code=TH611,
        message=f"“{told}”",
        at=Label(at),
        why="Một tiêu chí chấm một lần, một cách cho mọi đơn vị của bảng và cho cả kỳ; máy không chấm riêng một quý hay một số đơn vị. "
        "Phần riêng cần một tiêu chí hoặc một bảng điểm riêng.",
        ways=(Way("Nếu bỏ phần riêng thì ô chấm là:", rest),),
    )
