"""TH629: a sentence about points, classes or ranks that no family reads, with the form that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.points_suspicion import PointsMatter, points_matter, rating_matter
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH629
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree
from thads_dsl.syntax.points import WrittenTable, written_table
from thads_dsl.syntax.sentences import SCORING_FAMILIES, Sentence, read_tokens

_WHY = {
    PointsMatter.CHANGE: "Điểm cộng, điểm trừ phải nằm trong bảng thì mới có cột số liệu và được cộng vào tổng điểm.",
    PointsMatter.GIVEN: "Máy chỉ cộng, chỉ trừ theo các ô của bảng; điều kiện viết ngoài bảng thì không được tính.",
    PointsMatter.PLACED: "Máy xếp hạng theo tổng điểm, chỉ tiêu, kỷ luật, tiêu chí thấp điểm; điều kiện khác thì không được xét.",
    PointsMatter.TOTAL: "Câu về tổng điểm đọc không được sẽ không được tính.",
    PointsMatter.CLASS: "Mỗi hạng phải nói số điểm, và điều kiện nếu có.",
    PointsMatter.LOWERED: "Hạ hạng tính được theo kỷ luật, chỉ tiêu không đạt, tiêu chí thấp điểm; “vi phạm” nói chung thì chưa đủ rõ.",
    PointsMatter.ORDER: "Câu về thứ tự đọc không được thì không ai được xếp thứ tự.",
    PointsMatter.AMENDMENT: "Câu sửa bảng đọc không được thì bảng vẫn như cũ.",
}
_FORMS = {
    PointsMatter.TOTAL: ("Tổng điểm không dưới … và không quá … điểm; làm tròn đến … chữ số thập phân.",),
    PointsMatter.CLASS: ("Hạng A: từ … điểm trở lên và đạt các chỉ tiêu;", "Hạng D: các đơn vị còn lại."),
    PointsMatter.PLACED: (
        "Hạng A chỉ dành cho đơn vị đạt các chỉ tiêu.",
        "Không xếp Hạng A đối với đơn vị có cá nhân bị kỷ luật từ hình thức “…” trở lên.",
        "Xếp thứ tự theo tổng điểm; bằng điểm, ưu tiên lần lượt: tiêu chí …; Hội đồng quyết định.",
    ),
    PointsMatter.LOWERED: (
        "Đơn vị có cá nhân bị kỷ luật từ hình thức “…” trở lên bị hạ một hạng.",
        "Đơn vị không đạt các chỉ tiêu bị hạ một hạng.",
        "Đơn vị có tiêu chí dưới …% số điểm bị hạ một hạng.",
    ),
    PointsMatter.ORDER: ("Xếp thứ tự theo tổng điểm; bằng điểm, ưu tiên lần lượt: tiêu chí …; tiêu chí …; Hội đồng quyết định.",),
    PointsMatter.AMENDMENT: (
        "Sửa điểm tiêu chí … “…” thành … điểm.",
        "Sửa cách chấm tiêu chí … “…” thành: …",
        "Bổ sung tiêu chí … “…” … điểm vào sau tiêu chí …: …",
        "Bỏ tiêu chí … “…”.",
    ),
}


def points_unread(draft: Draft, line: Line, sentence: Sentence) -> Diagnostic | None:
    """The complaint about a sentence that is about points; None about any other."""
    matter = points_matter(sentence.lexemes) or decided_beside(draft, line, sentence)
    if matter is None:
        return None
    written = canonical(sentence.passage.text)
    return Diagnostic(
        code=TH629,
        message=f"“{written[:100]}{'…' if len(written) > 100 else ''}”",
        at=Label(sentence.passage.span()),
        why=_WHY[matter],
        ways=tuple(_ways(draft, line, sentence, matter)),
    )


def decided_beside(draft: Draft, line: Line, sentence: Sentence) -> PointsMatter | None:
    """What a sentence beside a points table decides of points and classes; a heading decides nothing, a condition of an award is judged."""
    if line.item.end > line.index + 1 or line.scope.lead_in is not None or line.scope.within or line.scope.excluding:
        return None
    matter = rating_matter(sentence.lexemes)
    return matter if matter is not None and _table(draft) is not None else None


def _ways(draft: Draft, line: Line, sentence: Sentence, matter: PointsMatter) -> Iterator[Way]:
    match matter:
        case PointsMatter.CHANGE:
            yield from _change_ways(draft, sentence)
        case PointsMatter.GIVEN:
            yield from _event_ways(draft, sentence)
        case _:
            yield from _form_ways(_FORMS[matter])
    if matter in (PointsMatter.GIVEN, PointsMatter.PLACED):
        prose = f"{line.item.marker} > {canonical(line.item.text.text)}".strip()
        yield Way("Nếu để người chấm xem xét, máy không tính, thì đặt dấu >:", prose)


def _event_ways(draft: Draft, sentence: Sentence) -> Iterator[Way]:
    """“Đơn vị tự chấm cao hơn thực tế thì bị trừ điểm”: a row that counts how often that happens."""
    found = _EVENT.fullmatch(canonical(sentence.passage.text).rstrip(" .;"))
    if found is None or _BARRED.search(found["event"]):
        return
    event, sign = found["event"], found["sign"].casefold()
    scoring = f"Mỗi lần {event} {sign} … điểm, {sign + ' ' if sign == 'trừ' else ''}không quá … điểm"
    yield Way(
        "Thêm vào bảng, trên dòng Tổng cộng, một dòng:", f"| {_next(_table(draft))} | {event[0].upper()}{event[1:]} | 0 | {scoring} |"
    )


_EVENT = re.compile(
    r"(?:(?:các |mọi |mỗi )?(?:đơn vị|tập thể|cá nhân|công chức|người lao động)(?: nào)? (?:có )?)?(?P<event>.+?)"
    r",? (?:thì )?(?:bị |được )?(?P<sign>cộng|trừ)(?: thêm)? điểm",
    re.IGNORECASE,
)
_BARRED = re.compile(r"\b(?:không|chỉ|miễn|chưa)\b", re.IGNORECASE)


def _table(draft: Draft) -> WrittenTable | None:
    """The points table of the plan: the one it amends, or the first that it writes out."""
    if draft.amended is not None:
        return draft.amended.written
    return next((found for line in draft.lines if (found := written_table(line.item.rows)) is not None), None)


def _form_ways(forms: Sequence[str]) -> Iterator[Way]:
    for at, form in enumerate(forms):
        yield Way("hoặc:" if at else "Viết theo mẫu:", form)


def _change_ways(draft: Draft, sentence: Sentence) -> Iterator[Way]:
    """The row, or the end of a cell, that says the same inside the table."""
    table = _table(draft)
    words = canonical(sentence.passage.text).rstrip(" .;")
    said = read_tokens(sentence.lexemes, SCORING_FAMILIES)
    if ":" in words and not isinstance(said, points_tree.PointsOfLevel):
        words = words.split(":", 1)[1].strip()  # “Vượt chỉ tiêu về việc: cứ mỗi 1% vượt …”
    if re.search(r"\b(?:vượt|thiếu)\b", words, re.IGNORECASE):
        yield Way("Thêm vào cuối ô “Cách chấm điểm” của tiêu chí có chỉ tiêu ấy:", f"; {words[0].lower()}{words[1:]}")
        return
    name = re.split(r"\s*(?::|\b(?:được )?(?:bị )?(?:cộng|trừ)\b)", words, maxsplit=1)[0]
    title = re.sub(r"^(?:cứ )?(?:mỗi|có)\s+", "", name, flags=re.IGNORECASE) or "…"
    row = f"| {_next(table)} | {title[0].upper()}{title[1:]} | 0 | {words[0].upper()}{words[1:]} |"
    yield Way("Thêm vào bảng, trên dòng Tổng cộng, một dòng có điểm chuẩn 0:", row)


def _next(table: WrittenTable | None) -> str:
    """The number of one more criterion."""
    return str(len(table.criteria) + 1) if table is not None else "…"
