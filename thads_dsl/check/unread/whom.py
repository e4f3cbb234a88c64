"""Ready lines for what nobody reads of who is left out: by discipline, from a target, from what must not happen, from an award."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_NOT_FOR = re.compile(r"không xét.* đối với:? (.+)", re.IGNORECASE)
_THEN_NOT = re.compile(r"(?:nếu |trường hợp )?(.+?),? (?:thì )?(?:không|chưa) (?:được )?(?:xét|bình xét|khen|tặng|đề nghị)", re.IGNORECASE)
_OF_ONE_LEVEL = re.compile(r"\bhạng [A-ZĐ]\b|\bcao hơn\b|\bmức (?:khen|xếp loại|cao)\b", re.IGNORECASE)
_EXEMPT = re.compile(r"(?:riêng |đối với )*(.+?):? (?:thì )?(?:không|chưa) (?:áp dụng|giao)(?: (?:các )?chỉ tiêu.*)?", re.IGNORECASE)
_NONE_BEHIND = re.compile(r"([^:;]+?):? (?:không có|không để xảy ra)", re.IGNORECASE)
_OF_A_UNIT = re.compile(r"^(?:cac )?(?:tap the|don vi|phong|chi cuc)\b.*?\b(?:co|de|cua|thuoc)\b")
_CASE = re.compile(r",? (?:thì )?(?:không|chưa) (?:được )?(?:xét|xem xét|bình xét|đề nghị|khen).*$", re.IGNORECASE)
_FILLERS = frozenset("cac nhung nao neu truong hop da co de thi bi ma".split())  # noqa: SIM905
_STOPS = (".", ";")
_WINDOWS = frozenset({"DURING_CAMPAIGN", "DURING_THE_WAVE", "DURING_DATA"})
_HEAD = re.compile(r"(?:doi voi|truong hop(?: sau)?(?: day)?)\W*$|^(?:nhung|cac) truong hop")


def disciplined_ways(lexemes: Sequence[Lexeme], asked: str) -> tuple[Way, ...]:
    """“… bị kỷ luật … thì không xét” in words nobody reads: the sentence that the sheet Kỷ luật answers, else the council's question.

    Of a sentence that says more (“… huyện A”, “… mà không báo cáo”) the sheet does not answer all: what it leaves out is named.
    """
    first = {lexeme.terminal: lexeme.text for lexeme in reversed(lexemes)}
    named = canonical(first.get("SUBJECT", "Cá nhân"))
    whose = f" {first.get('ANY_MEMBER', 'có công chức')}" if "ANY_MEMBER" in first or _OF_A_UNIT.search(plain(asked)) else ""
    mildest = first.get("SANCTION", "khiển trách").strip('"')
    window = "".join(f" {lexeme.text}" for lexeme in lexemes if lexeme.terminal in _WINDOWS)
    award = f"xét tặng {first['REWARD']}" if "REWARD" in first else "xét khen thưởng"
    case = _CASE.sub("", canonical(asked).replace('"', "")).strip(" ,")
    computed = f"{named[0].upper()}{named[1:]}{whose} bị kỷ luật từ hình thức “{mildest}” trở lên{window} thì không {award}."
    how = "Để máy tra trang “Kỷ luật”, viết theo mẫu (có thời gian thì thêm “(từ ngày … đến ngày …)”):"
    council = Way("Để Hội đồng trả lời:", f"Không xét khen thưởng đối với:\n- {case}\nHiểu là: Hội đồng bình xét “{case}”")
    if more := list(_left_out(lexemes)):
        return (council, Way(f"Nếu bỏ {', '.join(more)} vẫn đúng ý thì để máy tra trang “Kỷ luật”:", computed))
    return (Way(how, computed), council)


def _left_out(lexemes: Sequence[Lexeme]) -> Iterator[str]:
    """The words of such a sentence, in quotation marks, that the line for the sheet does not say."""
    for is_word, run in groupby(lexemes, key=lambda lexeme: lexeme.terminal in (WORD, "CLASS", "NUMBER")):
        words = " ".join(lexeme.text for lexeme in run if lexeme.text not in _STOPS)
        if is_word and not all(plain(word) in _FILLERS for word in words.split()):
            yield f"“{words}”"


def exempt_ways(sentence: str) -> tuple[Way, ...]:
    """“Văn phòng: không áp dụng” of somebody unknown: who that is; of other words the form, which is read when it names somebody."""
    found = _EXEMPT.fullmatch(canonical(sentence))
    if found is None or ":" in found[1] or any(char.isdigit() for char in found[1]):
        return (Way("Viết lại theo mẫu, điền đối tượng (hoặc mức) vào chỗ …:", "…: không áp dụng"),)
    who = canonical(found[1])
    return (
        Way("Nếu là một đối tượng riêng, khai báo trong phần không in:", f"PHẦN KHÔNG IN\nĐỐI TƯỢNG THI ĐUA\n- {who}: tập thể"),
        Way("và viết câu này thành:", f"{who}: không áp dụng"),
    )


def none_ways(sentence: str) -> tuple[Way, ...]:
    """“Việc vi phạm thời hạn | không có”, a row about what no statistic counts: that statistic, with which the row is read."""
    found = _NONE_BEHIND.fullmatch(canonical(sentence))
    how = "Khai báo số liệu ấy trong phần không in, đơn vị tính theo biểu thống kê:"
    return (Way(how, f"PHẦN KHÔNG IN\nSỐ LIỆU VÀ CÁCH TÍNH\n- {found[1][0].lower()}{found[1][1:]}: việc"),) if found else ()


def excluded_ways(sentence: str) -> tuple[Way, ...]:
    """“Đơn vị để xảy ra X thì không xét” as what is read: an item of a list; a head of such a list as one that is read."""
    if _HEAD.search(plain(sentence)):
        return (Way("Viết câu dẫn vào danh sách:", "Không xét khen thưởng đối với:"),)
    if _OF_ONE_LEVEL.search(sentence):
        return ()  # left out of one class or level, not of every award
    found = _NOT_FOR.search(sentence) or _THEN_NOT.match(sentence)
    who = canonical(found[1]) if found else "…"
    return (Way("Viết thành danh sách trường hợp không xét:", f"Không xét khen thưởng đối với:\n- {who}"),)


def having_some_ways(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Way]:
    """“Đơn vị có vụ việc bồi thường nhà nước” among those who are left out: from one on."""
    last = sentence.lexemes[-1]
    found = facts.draft.vocabulary.quantity(last.value.canonical) if isinstance(last.value, Name) else None
    if last.terminal == NameKind.QUANTITY.value and found is not None and found.units and "%" not in found.units:
        written = canonical(sentence.passage.text[: last.end])
        line_of_one = f"{line.item.marker} {written} từ 01 {found.units[0]} trở lên.".strip()
        yield Way(f"Nếu có từ một trở lên là không xét, sửa dòng {line.item.number} thành:", line_of_one)
