"""The language reference, the appendix of the guide and the page of counts: all pages of docs/ that are generated.

`python -m tests.reference.pages` writes them all: docs/mau-cau.md, docs/mau-cau/<group>.md, docs/phu-luc/ and docs/bao-phu.md.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.contract.coverage import covers
from tests.contract.places import ROOT
from tests.reference.appendix import messages, shared_names
from tests.reference.examples import Example, Miss, chosen, shown_misses
from thads_dsl.diagnostics.codes import ALL
from thads_dsl.syntax.grammar import Form, FormGroup, form_groups, forms

DOCS = ROOT / "docs"
OVERVIEW = DOCS / "mau-cau.md"
FOLDER = DOCS / "mau-cau"
APPENDIX = DOCS / "phu-luc"
COUNTS = DOCS / "bao-phu.md"
# Pages of the folder that people write: what is no sentence of a rule.
WRITTEN = ("dau-van-ban", "bang", "lam-ro", "phan-khong-in")
_TITLES = {code.id: code.title for code in ALL}
_SIGNS = """N, M, P là con số; U là đơn vị tính (việc, tỷ đồng, %, đơn …); D là ngày; X, Y, Z là tên hoặc đối tượng; n, k là số đếm;
chữ trong ngoặc đơn có thể bỏ; dấu · ngăn các cách viết."""


def anchor(id: str) -> str:
    """The name by which a link finds an id on its page."""
    return "hai-cach" if id == "T?" else id.lower()


@cache
def every_page() -> dict[Path, str]:
    """Every generated page of docs/ with its text."""
    pages = {FOLDER / f"{group.page}.md": group_page(group) for group in form_groups()}
    appendix = {APPENDIX / "thong-bao.md": messages(), APPENDIX / "danh-muc-thads.md": shared_names()}
    return {OVERVIEW: overview(), **pages, **appendix, COUNTS: counts()}


def _members(group: FormGroup) -> Iterator[Form]:
    return (form for form in forms() if form.id[0] == group.letter)


def overview() -> str:
    """All forms at a glance, and the way to every page."""
    parts = [
        f"""# Mẫu câu

Máy đọc những câu theo các mẫu dưới đây như quy định. Câu không có con số, không có từ ngữ của quy định là lời văn: máy in ra, không xét.
Câu giống một quy định mà máy đọc không được thì máy báo và gợi ý, không bao giờ bỏ qua.

Mở từng mẫu để xem câu mẫu, máy hiểu thế nào, viết sai thì máy nói gì. Mọi câu mẫu đều đã được chạy thử.

{_SIGNS}

Ngoài câu quy định:

- [Đầu văn bản, cấp bậc các dòng, văn bản kèm theo](mau-cau/dau-van-ban.md)
- [Chỉ tiêu viết thành bảng](mau-cau/bang.md)
- [Làm rõ một câu: Hiểu là, Đính chính, dấu >](mau-cau/lam-ro.md)
- [Phần không in: tên, cách tính, đối tượng, ví dụ](mau-cau/phan-khong-in.md)
"""
    ]
    for group in form_groups():
        rows = "".join(
            f"| [{form.id}](mau-cau/{group.page}.md#{anchor(form.id)}) | {form.title} | {_code_free(form.form)} | {form.meaning} |\n"
            for form in _members(group)
        )
        parts.append(f"## [{group.title}](mau-cau/{group.page}.md)\n\n| Mẫu | Tên | Viết | Nghĩa |\n|---|---|---|---|\n{rows}")
    return "\n".join(parts)


def _code_free(form: str) -> str:
    """A form in a cell: signs that Markdown would take for its own are kept as they are."""
    return form.replace("<", "‹").replace(">", "›")


def group_page(group: FormGroup) -> str:
    """One page: what holds for the whole group, then form by form."""
    head = f"# {group.title}\n\n{group.about}\n\n{_SIGNS} [Tất cả các mẫu câu](../mau-cau.md).\n"
    return "\n".join([head, *(_form(form) for form in _members(group))])


def _form(form: Form) -> str:
    shown, others = shown_misses(form)
    found = chosen(form)
    parts = [
        f'<a id="{anchor(form.id)}"></a>\n\n## {form.id}. {form.title}\n',
        f"Viết: {_code_free(form.form)}\n",
        f"Nghĩa: {form.meaning}.\n",
    ]
    if form.note:
        parts.append(f"{form.note}\n")
    if not found and not shown:
        return "\n".join([*parts, "Máy chưa đọc câu theo mẫu này.\n"])
    if found:
        parts.append("Câu mẫu:\n\n" + "".join(map(_example, found)))
    if shown:
        parts.append(f"{'Viết gần giống mà máy báo' if found else 'Máy hỏi'}:\n\n" + "\n".join(map(_miss, shown)))
    if others:
        listed = "".join(f"- `thads explain {code}`: {_TITLES[code][0].lower()}{_TITLES[code][1:]}\n" for code in others)
        parts.append(f"Cũng hay gặp:\n\n{listed}")
    return "\n".join(parts)


def _example(example: Example) -> str:
    if "\n" in example.text:
        return f"```text\n{example.text}\n```\n"
    meant = "".join(f"  - Máy hiểu: {each}.\n" for each in example.understood)
    return f"- {example.text}\n{meant}"


def _miss(miss: Miss) -> str:
    """The words of the machine, without the place in a file that the reader does not have."""
    lines = [line for line in miss.said.splitlines() if not line.startswith("  tại ")]
    return "```text\n" + "\n".join(lines) + "\n```\n"


def counts() -> str:
    """How well the corpus covers each id."""
    head = """# Mẫu câu đã được kiểm tra

Mỗi mẫu: số câu khác nhau mà máy đọc được; trong đó số câu không lấy lại sáu chữ liền nhau nào của năm văn bản gốc;
số kế hoạch có những câu ấy; số trường hợp viết gần giống mà máy phải báo.

| Mẫu | Tên | Câu đọc được | Lời văn riêng | Kế hoạch | Trường hợp bị báo |
|---|---|---|---|---|---|
"""
    rows = (
        f"| {cover.id} | {form.title} | {len(cover.sentences)} | {len(cover.own)} | {len(cover.cases)} | {len(cover.misses)} |\n"
        for cover, form in zip(covers(), forms(), strict=True)
    )
    return head + "".join(rows)


if __name__ == "__main__":
    for path, text in every_page().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
