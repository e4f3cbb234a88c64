"""TH629: a sentence about points, classes or ranks that no family reads, with the form that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from thads_dsl.check.amended.adding import adding_ways
from thads_dsl.check.amended.classes import with_least
from thads_dsl.check.amended.merging import merging_ways
from thads_dsl.check.amended.moving import moving_ways
from thads_dsl.check.amended.several import several_ways
from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.points.limits_meant import limit_ways
from thads_dsl.check.points.suspicion import PointsMatter, points_matter, rating_matter, states
from thads_dsl.check.unread.orders import by_total, order_ways
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH629
from thads_dsl.model.points_printing import points_text
from thads_dsl.source import canonical, plain
from thads_dsl.syntax import award_tree, points_tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import in_cell
from thads_dsl.syntax.points import WrittenRow, WrittenTable, written_table
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.times import NUMBER_WORDS
from thads_dsl.syntax.written_forms import figure_value

_WHY = {
    PointsMatter.CHANGE: "Điểm cộng, điểm trừ phải nằm trong bảng thì mới có cột số liệu và được cộng vào tổng điểm.",
    PointsMatter.GIVEN: "Máy chỉ cộng, chỉ trừ theo các ô của bảng; điều kiện viết ngoài bảng thì không được tính.",
    PointsMatter.PLACED: "Máy xếp hạng theo tổng điểm, chỉ tiêu, kỷ luật, tiêu chí thấp điểm; điều kiện khác thì không được xét.",
    PointsMatter.TOTAL: "Câu về tổng điểm đọc không được sẽ không được tính.",
    PointsMatter.CLASS: "Mỗi hạng phải nói số điểm, và điều kiện nếu có.",
    PointsMatter.LOWERED: "Hạ hạng tính được theo kỷ luật, chỉ tiêu không đạt, tiêu chí thấp điểm; “vi phạm” nói chung thì chưa đủ rõ.",
    PointsMatter.ORDER: "Câu về thứ tự đọc không được thì không ai được xếp thứ tự.",
    PointsMatter.AMENDMENT: "Câu nói về một tiêu chí của bảng mà đọc không được thì bảng vẫn như cũ.",
    PointsMatter.WHOM: "Máy chấm mọi đơn vị mà bảng dành cho theo cùng một bảng; ngoại lệ viết ngoài bảng thì không được tính.",
    PointsMatter.SPOKEN: "Bên cạnh bảng điểm, câu về điểm, tiêu chí, hạng có thể làm đổi kết quả; máy chưa đọc được nên không tính theo.",
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
    PointsMatter.WHOM: (),
    PointsMatter.SPOKEN: (),
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
    matter = points_matter(sentence.lexemes, amending=line.scope.amending) or decided_beside(draft, line, sentence)
    of_awards = matter is PointsMatter.ORDER and _table(draft) is None and bool(order_ways(draft, sentence))
    if matter is None or of_awards:
        return None
    written = canonical(sentence.passage.text)
    return Diagnostic(
        code=TH629,
        message=f"“{written[:100]}{'…' if len(written) > 100 else ''}”",
        at=Label(sentence.passage.span()),
        why=_WHY[matter],
        ways=points_ways(draft, line, sentence, matter),
    )


def share_in_a_class(line: Line, sentence: Sentence) -> Diagnostic | None:
    """“Hạng A: …; không quá 20% số đơn vị, do Hội đồng lựa chọn”: behind a class a share of the units is of the class, and no award."""
    said, rows = sentence.statement, [each.statement for each in line.sentences if isinstance(each.statement, points_tree.ClassRow)]
    if not isinstance(said, award_tree.Quota) or said.share is None or not rows or sentence is line.sentences[0]:
        return None
    name, percent = rows[0].name, said.share.percent.written
    return Diagnostic(
        code=TH629,
        message=f"“{canonical(sentence.passage.text)}” đứng sau {name}: của {name} hay là số lượng khen thưởng",
        at=Label(sentence.passage.span()),
        why=f"Đơn vị được xếp {name} lấy theo tổng điểm từ cao xuống thấp; số lượng khen thưởng viết ở phần khen thưởng.",
        ways=(Way(f"Nếu là tỷ lệ của {name}, bỏ phần này, thêm một câu:", f"Không quá {percent} số đơn vị xếp {name}, làm tròn xuống."),),
    )


def decided_beside(draft: Draft, line: Line, sentence: Sentence) -> PointsMatter | None:
    """What a sentence beside a points table decides of points and classes; a condition of an award is judged.

    A heading decides nothing; one that ends in a full stop, or says who gets what, is a sentence.
    """
    heads = line.item.end > line.index + 1 and not line.item.text.text.rstrip().endswith(".") and not states(sentence.lexemes)
    if heads or line.scope.lead_in is not None or line.scope.within or line.scope.excluding:
        return None
    matter = rating_matter(sentence.lexemes)
    return matter if matter is not None and _table(draft) is not None else None


def points_ways(draft: Draft, line: Line, sentence: Sentence, matter: PointsMatter) -> tuple[Way, ...]:
    """Lines that say what a sentence about points seems to say."""
    if capped := tuple(limit_ways(sentence)):
        return capped
    if matter is PointsMatter.CHANGE:
        return tuple(_change_ways(draft, sentence))
    if matter is PointsMatter.AMENDMENT and (ways := tuple(_amending_ways(draft, sentence))):
        return ways
    if matter is PointsMatter.CLASS and draft.amended is not None and draft.amended.classes:
        again = with_least(draft.amended.classes, *_class_and_points(sentence))
        conditions = [f"- {way.line}" for way in _barring_ways(sentence)]  # a condition in the same sentence is not dropped unsaid
        return (Way("Nêu lại đủ các hạng, sửa chỗ cần sửa:", "\n".join((again, *conditions))),)
    if matter is PointsMatter.ORDER and (ordered := order_ways(draft, sentence) or by_total(sentence)):
        return ordered
    if barred := tuple(_barring_ways(sentence)):
        return barred
    ways = tuple(_event_ways(draft, sentence) if matter is PointsMatter.GIVEN else _form_ways(_FORMS[matter]))
    if matter not in (PointsMatter.GIVEN, PointsMatter.PLACED, PointsMatter.WHOM, PointsMatter.SPOKEN):
        return ways
    prose = f"{line.item.marker} > {canonical(line.item.text.text)}".strip()
    return (*ways, Way("Nếu để người chấm xem xét, máy không tính, thì đặt dấu >:", prose))


def _class_and_points(sentence: Sentence) -> tuple[str, set[Fraction]]:
    """The first class that a sentence names, and the points that it speaks of."""
    named = next((str(lexeme.value) for lexeme in sentence.lexemes if lexeme.terminal == "CLASS"), "")
    figures = (figure_value(lexeme.text).value for lexeme in sentence.lexemes if lexeme.terminal == "SCORE")
    return named, {figure for figure in figures if figure is not None}


def _barring_ways(sentence: Sentence) -> Iterator[Way]:
    """“Hạng A: từ 90 điểm trở lên và không có cá nhân bị kỷ luật”: the points say which class, discipline bars from it; or a criterion."""
    named = next((lexeme for lexeme in sentence.lexemes if lexeme.terminal == "CLASS"), None)
    if named is None:
        return
    if _OF_A_CRITERION.search(canonical(sentence.passage.text)):
        percent = next((lexeme.text for lexeme in sentence.lexemes if lexeme.terminal == "PERCENT"), "…%")
        many = _beyond(sentence)
        line = f"Không xếp {named.value} đối với đơn vị có {many} dưới {percent} số điểm chuẩn."
        only_one = "nếu chỉ cần một tiêu chí thấp điểm là không được xếp thì " if many == "tiêu chí" else ""
        yield Way(f"Bỏ phần tiêu chí ở câu này; {only_one}thêm một câu:", line)
    elif discipline := _discipline(sentence):
        yield Way("Bỏ phần kỷ luật ở hạng này, thêm một câu:", f"Không xếp {named.value} đối với đơn vị {discipline}.")


def _discipline(sentence: Sentence) -> str:
    """“có công chức bị kỷ luật từ hình thức “cảnh cáo” trở lên trong năm”, as written; empty where it is of others than a unit's people."""
    lexemes, signs = sentence.lexemes, [lexeme.terminal for lexeme in sentence.lexemes]
    if "DISCIPLINED" not in signs or "ONE_DOWN" in signs:
        return ""
    at = signs.index("DISCIPLINED")
    whose = lexemes[at - 1].text if signs[at - 1] == "ANY_MEMBER" else "có cá nhân" if signs[at - 1] == "NOT" else ""
    behind = list(takewhile(lambda lexeme: lexeme.terminal != "THEN", lexemes[at:]))
    said = {lexeme.terminal for lexeme in behind} <= _OF_DISCIPLINE
    return canonical(f"{whose} {sentence.passage.text[lexemes[at].start : behind[-1].end]}") if whose and said else ""


def _beyond(sentence: Sentence) -> str:
    """“từ 02 tiêu chí trở lên” where the sentence allows one of them; “tiêu chí” where it says no number."""
    allowed = next((lexeme.text.casefold().split() for lexeme in sentence.lexemes if lexeme.terminal == "AT_MOST_CRITERIA"), [])
    most = next((int(word) if word.isdecimal() else NUMBER_WORDS[word] for word in allowed if word.isdecimal() or word in NUMBER_WORDS), 0)
    return f"từ {most + 1:02d} tiêu chí trở lên" if most else "tiêu chí"


# What a sentence that bars from a class may say of discipline.
_OF_DISCIPLINE = frozenset(
    "DISCIPLINED FROM_FORM SANCTION OR_MORE LPAR RPAR FROM DATE TO TO_END_OF DURING YEAR WAVE EACH_WAVE"  # noqa: SIM905
    " DURING_CAMPAIGN DURING_THE_WAVE DURING_DATA DURING_THE_YEAR".split()
)
_OF_A_CRITERION = re.compile(r"(?:không|có|từ)(?: \w+){0,2} tiêu chí(?: nào)?(?: trở lên)? (?:dưới|bị|thấp|không đạt)", re.IGNORECASE)


def _event_ways(draft: Draft, sentence: Sentence) -> Iterator[Way]:
    """“Đơn vị tự chấm cao hơn thực tế thì bị trừ điểm”: a row that counts how often that happens."""
    found = _EVENT.fullmatch(canonical(sentence.passage.text).rstrip(" .;"))
    if found is None or _BARRED.search(found["event"]):
        return
    event, sign = found["event"], found["sign"].casefold()
    scoring = f"Mỗi lần {event} {sign} … điểm, {sign + ' ' if sign == 'trừ' else ''}không quá … điểm"
    title = f"{event[0].upper()}{event[1:]}"
    if draft.amended is not None:
        yield Way("Thêm vào bảng thì viết:", f"Bổ sung tiêu chí “{title}” 0 điểm{draft.amended.at_the_end}: {scoring}.")
        return
    yield Way("Thêm vào bảng, trên dòng Tổng cộng, một dòng:", f"| {_next(_table(draft))} | {title} | 0 | {scoring} |")


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
    return next((found for line in draft.lines if (found := written_table(line.restated.rows)) is not None), None)


def _form_ways(forms: Sequence[str]) -> Iterator[Way]:
    for at, form in enumerate(forms):
        yield Way("hoặc:" if at else "Viết theo mẫu:", form)


def _amending_ways(draft: Draft, sentence: Sentence) -> Iterator[Way]:
    """The changes of the criterion that a sentence names by number or title, as they are read."""
    if draft.amended is None:
        return
    if added := tuple(adding_ways(draft.amended, sentence.passage, draft.names)):
        yield from added
        return
    if said := tuple(moving_ways(draft.amended, sentence.lexemes)) or tuple(merging_ways(draft.amended, sentence.lexemes)):
        yield from said
        return
    if each := tuple(several_ways(draft.amended, canonical(sentence.passage.text))):
        yield from each
        return
    row = _named(draft.amended, sentence)
    if row is None:
        return
    called = f"tiêu chí {draft.amended.old[row.name]} “{canonical(row.title.text)}”"
    yield Way("Đổi điểm chuẩn thì viết:", f"Sửa điểm {called} thành {_new_points(row, sentence)}.")
    yield Way("Đổi cách chấm thì viết lại cả ô, sửa chỗ cần sửa:", f"Sửa cách chấm {called} thành: {canonical(row.scoring.text)}.")
    yield Way("Bỏ hẳn thì viết:", f"Bỏ {called}.")


def _new_points(row: WrittenRow, sentence: Sentence) -> str:
    """The points that a sentence gives a criterion, “Bớt 03 điểm” reckoned from those it has; dots where it says no one figure."""
    now = figure_value(row.points.text).value if row.points.text else None
    said = [
        value for lexeme in sentence.lexemes if lexeme.terminal == "SCORE" and (value := figure_value(lexeme.text).value) not in (None, now)
    ]
    words = plain(sentence.passage.text)
    if len(said) != 1 or said[0] is None or now is None:
        return "… điểm"
    by = 0 if _TO.search(words) else -said[0] if _LESS.match(words) else said[0] if _MORE.match(words) else 0
    new = now + by if by else said[0]
    return f"{points_text(new)} điểm" if new >= 0 else "… điểm"


# “Giảm 03 điểm” is by how much, “Giảm … xuống 03 điểm” to how much.
_TO = re.compile(r"\b(?:xuong|len|con|thanh|bang)\b")
_LESS = re.compile(r"(?:giam|bot|tru|cat)\b")
_MORE = re.compile(r"(?:tang|them|nang|cong)\b")


def _named(amended: AmendedTable, sentence: Sentence) -> WrittenRow | None:
    """The criterion that stood in the base and that a sentence names; its title goes before its number."""
    rows = [row for row in amended.written.criteria if row.name in amended.old]
    titles = {plain(str(lexeme.value)) for lexeme in sentence.lexemes if lexeme.terminal == "QUOTED"}
    numbers = {str(lexeme.value) for lexeme in sentence.lexemes if lexeme.terminal == "CRITERION"}
    titled = [row for row in rows if plain(row.title.text) in titles]
    return next(iter([*titled, *(row for row in rows if amended.old[row.name] in numbers)]), None)


def _change_ways(draft: Draft, sentence: Sentence) -> Iterator[Way]:
    """The row, or the end of a cell, that says the same inside the table; of an amended one the sentence that adds it."""
    table = _table(draft)
    words = canonical(sentence.passage.text).rstrip(" .;")
    said = read_tokens(in_cell(sentence.lexemes))
    if ":" in words and not isinstance(said, points_tree.PointsOfLevel):
        words = words.split(":", 1)[1].strip()  # “Vượt chỉ tiêu về việc: cứ mỗi 1% vượt …”
    if draft.amended is None and re.search(r"\b(?:vượt(?! quá)|thiếu)\b", words, re.IGNORECASE):
        yield Way("Thêm vào cuối ô “Cách chấm điểm” của tiêu chí có chỉ tiêu ấy:", f"; {words[0].lower()}{words[1:]}")
        return
    name = re.split(r"\s*(?::|\b(?:được )?(?:bị )?(?:cộng|trừ)\b)", words, maxsplit=1)[0]
    title = re.sub(r"^(?:cứ )?(?:mỗi|có)\s+", "", name, flags=re.IGNORECASE) or "…"
    title, words = f"{title[0].upper()}{title[1:]}", f"{words[0].upper()}{words[1:]}"
    if draft.amended is not None:
        yield Way("Thêm vào bảng thì viết:", f"Bổ sung tiêu chí “{title}” 0 điểm{draft.amended.at_the_end}: {words}.")
        return
    yield Way("Thêm vào bảng, trên dòng Tổng cộng, một dòng có điểm chuẩn 0:", f"| {_next(table)} | {title} | 0 | {words} |")


def _next(table: WrittenTable | None) -> str:
    """The number of one more criterion."""
    return str(len(table.criteria) + 1) if table is not None else "…"
