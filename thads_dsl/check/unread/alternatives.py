"""TH101: “hoặc” between items of which each is asked: “- Có sáng kiến; hoặc”, “- Hoặc …”, “- …; hoặc …”, and a list of alternatives of one.

Every line of a list of standards is a condition by itself; of which only some are asked, “một trong các tiêu chuẩn sau:” says.
"""

import re
from collections.abc import Iterator, Sequence

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.topics import Topic, more_about
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import award_tree, date_tree, tree
from thads_dsl.syntax.sentences import JOINED_BEFORE, JOINED_BEHIND, any_of_items, unjoined
from thads_dsl.syntax.stops import outside

_OR = re.compile(r"\bhoặc\b", re.IGNORECASE)
_ALONE = re.compile(r"\W*(?:và/)?hoặc(?: là)?\W*", re.IGNORECASE)
_INSIDE = re.compile(r";\s*(?:và/)?hoặc(?: là)?(?:\s*[:,])?\s+(?=\S)", re.IGNORECASE)
_COMMAS = re.compile(r"\s*(?:,(?: hoặc)?|\bhoặc\b)\s+", re.IGNORECASE)
_INNER = {"-": "+", "+": "·", "·": "*"}  # by the marker of the line above them
_LIST = "Đạt một trong các tiêu chuẩn sau:"
_STANDARDS = (
    "tiêu chuẩn",
    "Dòng nào, câu nào ở đây cũng phải đạt; chỉ cần đạt một thì phải có câu “một trong các tiêu chuẩn sau:”.",
    Topic.CONDITION,
)
_TARGETS = (
    "chỉ tiêu",
    "Mỗi chỉ tiêu được xét riêng; chỉ cần đạt một trong các chỉ tiêu hay không là do tiêu chuẩn khen thưởng nói.",
    Topic.TARGET,
)
_OTHERS = "quy định", "Máy làm theo cả hai quy định, không chọn một; hãy ghi rõ quy định nào áp dụng cho ai.", Topic.QUOTA
_ONE = "Nếu máy không tách được từng mục thì mục nào cũng thành bắt buộc. Trên một dòng, các mục cách nhau bằng dấu chấm phẩy."
_SENTENCES = re.compile(r"\.\s+(?=\D)")
_NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu)"
_SOME = re.compile(
    r"(?:phải )?(?:(?:đạt|có|thuộc) )?(?P<least>(?:ít nhất |tối thiểu )?)"
    rf"(?P<some>{_NUMBER} trong {_NUMBER}|\d+/\d+|một trong (?:các|những|số))\b",
    re.IGNORECASE,
)


def alternatives(facts: Facts, line: Line) -> Diagnostic | None:
    """What is said of a line whose “hoặc” nobody reads; of cases that are not considered each is one anyway."""
    if line.scope.excluding or line.item.rows or line.item.of_table or line.restated.sentences is not None:
        return None
    if line.lists_some:
        return _of_one(line)
    standards = line.scope.lead_in is not None or bool(line.scope.within)
    if standards and line.item.marker and (some := _of_some(line)):
        return some
    chain = _joined(facts.draft, line)
    asked = any(each.scope.expects_rules and standards for each in chain)
    said = [sentence.statement for each in chain for sentence in each.read.sentences if sentence.statement is not None]
    if not chain or not (asked or said):
        return None
    standards = standards and not any(isinstance(each, award_tree.Quota | date_tree.Deadline) for each in said)
    of_targets = any(isinstance(each, tree.Target) for each in said)
    what, why, topic = _STANDARDS if standards else _TARGETS if of_targets else _OTHERS
    plain = (standards or of_targets) and all(each.item.end == each.index + 1 for each in chain)
    return told_unread(
        message=f"“hoặc” giữa các {what}",
        at=_place(line),
        why=f"{why} {more_about(topic)}",
        ways=_ways(chain, standards=standards) if plain else (),
    )


def _joined(draft: Draft, line: Line) -> Sequence[Line]:
    """The lines that “hoặc” on this line joins: itself, where it joins its sentences; nothing where a line above says so already."""
    if _joins_inside(line):
        return (line,)
    item = draft.lines[line.item.parent] if not line.item.marker and line.item.parent is not None else line
    if _is_one_of(item) or not (_begins(line) or _ends(line) or _ALONE.fullmatch(line.restated.text.text)):
        return ()
    beside = [each for each in draft.lines if each.item.parent == item.item.parent and each.item.marker]
    if item not in beside:
        return ()
    if item is not line:
        return beside[(at := beside.index(item)) : at + 2]
    start = end = beside.index(line)
    if _ALONE.fullmatch(line.restated.text.text):
        return [*beside[max(start - 1, 0) : start], *beside[start + 1 : start + 2]]
    while start > 0 and (_begins(beside[start]) or _ends(beside[start - 1])):
        start -= 1
    while end + 1 < len(beside) and (_begins(beside[end + 1]) or _ends(beside[end])):
        end += 1
    chain = beside[start : end + 1]
    return chain if next(each for each in chain if _begins(each) or _ends(each)) is line else ()


def _is_one_of(line: Line) -> bool:
    """Whether the line is an item of “một trong các tiêu chuẩn sau:”."""
    return any_of_items(line.scope.within[-1] if line.scope.within else line.scope.lead_in)


def _begins(line: Line) -> bool:
    return JOINED_BEFORE.match(line.restated.text.text) is not None


def _ends(line: Line) -> bool:
    found = JOINED_BEHIND.search(line.restated.text.text)
    return found is not None and _OR.search(found[0]) is not None


def _joins_inside(line: Line) -> bool:
    """“Đạt tỷ lệ từ 80% trở lên; hoặc có sáng kiến”: what is read in parts is asked in every part; the council judges the whole."""
    read = [each.statement is not None for each in line.read.sentences]
    return len(read) > 1 and any(read) and _INSIDE.search(line.restated.text.text) is not None


def _place(line: Line) -> Span:
    """The “hoặc” that joins."""
    text = line.restated.text
    found = _INSIDE.search(text.text) if _joins_inside(line) else JOINED_BEHIND.search(text.text) if _ends(line) else None
    at = _OR.search(text.text, found.start() if found else 0)
    return text.span(at.start(), at.end()) if at else text.span()


def _ways(chain: Sequence[Line], *, standards: bool) -> tuple[Way, ...]:
    first, last = chain[0].item, chain[-1].item
    parts = [part for each in chain for part in _INSIDE.split(unjoined(each.restated.text).text)]
    where = f"sửa dòng {first.number}" if first is last else f"thay các dòng {first.number}–{last.number}"
    every = "\n".join(f"{first.marker} {_item(part)};" for part in parts)
    if not standards:
        how = "và nếu đạt một chỉ tiêu là đủ thì trong tiêu chuẩn khen thưởng viết, điền vào các chỗ …:"
        return Way(f"Viết mỗi chỉ tiêu một dòng; {where} thành:", every), Way(how, "- Đạt ít nhất một trong … chỉ tiêu tại …")
    return (
        Way(f"Nếu chỉ cần đạt một, {where} thành:", _as_list(first.marker, parts)),
        Way(f"Nếu phải đạt tất cả, {where} thành:", every),
    )


def _as_list(marker: str, parts: Sequence[str]) -> str:
    return "\n".join((f"{marker} {_LIST}".strip(), *_inner(marker, parts)))


def _inner(marker: str, parts: Sequence[str]) -> Iterator[str]:
    yield from (f"{_INNER.get(marker, '-')} {_item(part)};" for part in parts)


def _item(words: str) -> str:
    words = canonical(words).strip(" .,;")
    return words[:1].upper() + words[1:]


def _of_one(line: Line) -> Diagnostic | None:
    """“Đạt một trong các tiêu chuẩn sau: có sáng kiến, được khen”: what the machine takes for one item; and a sentence behind the items."""
    text = line.restated.text
    behind = text.cut(text.text.find(":") + 1, len(text.text.rstrip(" .;")))
    items, *rest = _SENTENCES.split(behind.text)
    if any(sign == ";" for _, sign in outside(items)) and not rest:
        return None
    parts = [part for part in re.split(r";", items) if part.strip()]
    parts = parts if parts[1:] else _COMMAS.split(items)
    lines = (_as_list(line.item.marker, parts), *(f"{line.item.marker} {_item(each)}." for each in rest))
    return _told_of_some(line, behind.span(), "\n".join(lines) if parts[1:] else "")


def _of_some(line: Line) -> Diagnostic | None:
    """“Đạt một trong hai tiêu chuẩn: có sáng kiến; được khen”, “Có ít nhất một trong những danh hiệu sau:”: nobody reads of how many."""
    text = line.restated.text
    found = _SOME.match(text.text)
    opens = text.text.endswith(":") or line.item.end > line.index + 1
    if found is None or line.read.context is not None or line.read.sentences[0].statement or not (opens or ":" in text.text):
        return None
    some = "một trong các" if found["some"].casefold() in ("một trong những", "một trong số") else found["some"]
    head = f"{line.item.marker} Đạt {'' if some == 'một trong các' else found['least']}{some} tiêu chuẩn sau:"
    items = [part for part in text.text.partition(":")[2].split(";") if part.strip()]
    return _told_of_some(line, text.span(found.start("some"), found.end("some")), "\n".join((head, *_inner(line.item.marker, items))))


def _told_of_some(line: Line, at: Span, ready: str) -> Diagnostic:
    return told_unread(
        message="các mục mà chỉ cần đạt một số, máy chưa tách được",
        at=at,
        why=f"{_ONE} {more_about(Topic.CONDITION)}",
        ways=(Way(f"Viết mỗi mục một dòng; sửa dòng {line.item.number} thành:", ready),) if ready else (),
    )
