"""The guide's appendix: all messages of the machine, and what the shared danh mục THADS holds."""

from collections.abc import Iterable

from thads_dsl.diagnostics.codes import ALL
from thads_dsl.diagnostics.render import page
from thads_dsl.model.dates import day_text
from thads_dsl.model.statistics import Base
from thads_dsl.model.validity import Validity
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary import QuantityDefinition, Term, Vocabulary, shipped

# The hundreds of a code, and what its messages are about.
_ABOUT = {
    "0": "Tệp",
    "1": "Câu chữ, con số, dòng ở đầu văn bản",
    "2": "Tên, đối tượng, chỗ được dẫn",
    "3": "Đơn vị tính",
    "4": "Mức và chỉ tiêu",
    "5": "Ngày tháng, đợt, số lượng khen thưởng",
    "6": "Bảng tiêu chí chấm điểm, xếp hạng",
    "7": "Bảng số liệu",
    "8": "Ví dụ trong phần không in",
    "9": "Lưu ý: văn bản vẫn in được, nên xem lại",
}
_NAMES = (
    (NameKind.AGENCY, "Cơ quan"),
    (NameKind.SUBJECT, "Đối tượng thi đua"),
    (NameKind.POST, "Chức vụ"),
    (NameKind.REWARD, "Hình thức khen thưởng"),
    (NameKind.TITLE, "Danh hiệu thi đua"),
)


def messages() -> str:
    """Every message by its code, with the first sentence of its page."""
    parts = [
        """# Phụ lục. Các thông báo

Mỗi thông báo có một mã. Gõ `thads explain` và mã, ví dụ `thads explain TH401`, để xem giải thích đầy đủ, ví dụ sai và cách sửa.
"""
    ]
    for hundreds, about in _ABOUT.items():
        rows = "".join(f"| {code.id} | {code.title} | {_beginning(page(code))} |\n" for code in ALL if code.id[2] == hundreds)
        parts.append(f"## {about}\n\n| Mã | Thông báo | Nghĩa |\n|---|---|---|\n{rows}")
    return "\n".join(parts)


def _beginning(text: str) -> str:
    """The first sentence below the title of a page."""
    paragraph = " ".join(text.split("\n\n")[1].split())
    first = paragraph.find(". ")
    return paragraph if first < 0 else paragraph[: first + 1]


def shared_names() -> str:
    """The statistics, subjects, bodies, forms and days that plans may use without declaring them."""
    known = shipped("THADS")
    assert known is not None, "the danh mục comes with the package"
    head = """# Phụ lục. Danh mục THADS

Những tên mà kế hoạch có dòng `Danh mục dùng chung: THADS` dùng được ngay.
Tên khác thì khai báo ở [phần không in](../mau-cau/phan-khong-in.md).
Chữ trong dấu { } là chỗ điền số hoặc tên. Tên có thời gian áp dụng thì chỉ dùng cho văn bản ký trong thời gian ấy.
"""
    return "\n".join([head, _statistics(known), _bodies(known), _discipline(known), *_plain(known), _days(known)])


def _statistics(known: Vocabulary) -> str:
    rows = "".join(
        f"| {each.name} | {', '.join(each.units)} | {_meaning(each)} | {_spellings(known, NameKind.QUANTITY, each.name)} |\n"
        for each in known.quantities
    )
    balances = "".join(f"- {' = '.join(_signed(side) for side in balance.sides)}\n" for balance in known.balances)
    sources = dict.fromkeys(term.source for term in known.terms if term.kind is NameKind.QUANTITY)
    return f"""## Số liệu THADS

Nguồn: {"; ".join(sources)}. Số liệu ghi “việc, đồng” có hai loại: về việc và về tiền.

| Tên | Đơn vị tính | Cách tính | Viết cách khác |
|---|---|---|---|
{rows}
Các số phải khớp; không khớp thì máy báo TH708:

{balances}"""


def _meaning(each: QuantityDefinition) -> str:
    if each.over:
        share = f" / {_signed(each.under)}" if each.under else ""
        return f"= {_signed(each.over)}{share}"
    return f"một phần của {each.within}" if each.within else "theo bảng số liệu"


def _signed(terms: Iterable[tuple[int, str]]) -> str:
    text = "".join(f" {'+' if times > 0 else '-'} {name}" for times, name in terms)
    return text.removeprefix(" + ")


def _bodies(known: Vocabulary) -> str:
    """What was renamed on 01/7/2025, side by side."""
    rows = "".join(
        f"| {term.name} | {term.instead} |\n" for kind, _ in _NAMES for term in _terms(known, kind) if term.validity.until and term.instead
    )
    return f"""## Cơ quan, đơn vị, chức vụ trước và sau 01/7/2025

Văn bản ký từ ngày 01/7/2025 mà dùng tên cũ thì máy nhắc TH942 và nói tên mới.

| Đến hết ngày 30/6/2025 | Từ ngày 01/7/2025 |
|---|---|
{rows}"""


def _discipline(known: Vocabulary) -> str:
    rows = "".join(f"- {_span(scale.validity)}: {', '.join(scale.forms)}.\n" for scale in known.scales)
    return f"## Hình thức kỷ luật, từ nhẹ đến nặng\n\n{rows}"


def _plain(known: Vocabulary) -> Iterable[str]:
    bases = {kind.name: kind.base for kind in known.kinds}
    for kind, title in _NAMES:
        rows = "".join(
            f"| {term.name}{_base(term.name, bases.get(term.name))} | {_span(term.validity)} | {_spellings(known, kind, term.name)} |\n"
            for term in _terms(known, kind)
        )
        yield f"## {title}\n\n| Tên | Thời gian | Viết cách khác |\n|---|---|---|\n{rows}"


def _base(name: str, base: Base | None) -> str:
    return "" if base is None or base.value == name else f" ({base.value})"


def _days(known: Vocabulary) -> str:
    off = "".join(f"- {_between(day.first == day.last, day_text(day.first), day_text(day.last))}: {day.name}.\n" for day in known.days_off)
    worked = ", ".join(day_text(day) for day in known.working_days)
    return f"## Ngày nghỉ lễ\n\nĐể tính thời hạn bằng ngày làm việc. Ngày thứ Bảy phải làm bù: {worked}.\n\n{off}"


def _between(same: bool, first: str, last: str) -> str:
    return first if same else f"từ {first} đến {last}"


def _terms(known: Vocabulary, kind: NameKind) -> list[Term]:
    return [term for term in known.terms if term.kind is kind]


def _span(validity: Validity) -> str:
    if validity.since is None and validity.until is None:
        return "không giới hạn"
    since = f"từ ngày {day_text(validity.since)}" if validity.since else ""
    until = f"đến hết ngày {day_text(validity.until)}" if validity.until else ""
    return f"{since} {until}".strip()


def _spellings(known: Vocabulary, kind: NameKind, name: str) -> str:
    others = dict.fromkeys(spelling for spelling, each, own in known.spellings if each is kind and own == name and spelling != name)
    return "; ".join(others)
