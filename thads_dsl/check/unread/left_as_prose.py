"""TH913: a sentence that nothing reads and that is put like a rule; it is left as prose, and its author is told so.

`suspicion` knows what rules are *about*; what is told there is an error. Here it is how sentences that decide something are *put*,
whatever they are about: somebody is given, left out, counted, put in order. Plain wishes and duties are not put so.
"""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.points.suspicion import is_work
from thads_dsl.check.unread.judged import as_prose, left_to_people
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH913
from thads_dsl.source import Passage, Span, canonical
from thads_dsl.syntax import award_tree, points_tree
from thads_dsl.syntax.grammar import standard_words
from thads_dsl.syntax.heads import without_several
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_DONE = (
    r"(?:xem |bình )?(?:xét|chọn)|lựa chọn|trao|tặng|khen|công nhận|giới thiệu|tính|chấm|cộng|trừ|xếp(?! lại)|hạ|hủy|loại|lấy|bảo lưu"
    r"|nhận (?:một |giấy |bằng |hình thức |\d)|đề nghị (?:tặng|khen|xét)|tham gia (?:xếp|bình xét|xét)|áp dụng (?:đối với|cho)|đưa vào"
)
# What takes somebody out of rules, or makes them hold for others.
_EASED = (
    r"không cần (?!thiết|cù)|chỉ cần (?!cù)|châm chước|chiếu cố|du di|nới lỏng|được vận dụng"
    r"|mức (?:sàn|trần)|(?:theo|có|áp dụng) mức (?:riêng|khác)"
    r"|áp dụng (?:(?:chung|luôn) )?(?:cho|đối với) cả"
    r"|(?:chỉ tiêu|tiêu chuẩn|điều kiện|tiêu chí|mức|bảng (?:chấm )?điểm)\b[^;]* áp dụng (?:chung )?(?:cho|đối với|với)"
    r"|(?:thực hiện|áp dụng|chấm(?: điểm)?|tính(?: điểm)?|xét|xếp(?: loại)?) (?:(?:chỉ tiêu|tiêu chuẩn) )?(?:như|giống|tương tự)"
    r"(?: như)? (?!sau|trên|dưới|vậy|thế|hướng dẫn|quy định|nội dung|phụ lục)"
)
# Compared with diacritics: this is no net for slips of the hand, and without them “thì”, “thi” and “tỉnh”, “tính” are one.
_PUT_LIKE_A_RULE = re.compile(
    r"\b(?:đủ (?:các )?(?:điều kiện|tiêu chuẩn)|là (?:một )?điều kiện|muốn .*phải"
    rf"|(?<!bổ sung )(?:chỉ|không|chưa|mới|phải|sẽ|đều|được|bị|thì) (?:được |bị |để |cả |tạm )?(?:{_DONE})"
    r"|chiếm (?!ưu|lĩnh|đoạt|giữ|dụng)|quá nửa|đa số|thiểu số|do [^,;]*(?:bình xét|lựa chọn|bình chọn|xem xét)"
    r"|(?:(?<!sắp )xếp(?! hạng thi đua)|tính|chọn|lấy) (?:[^,;]* )?(?<!làm )theo|ưu tiên (?!giải quyết|xử lý|thi hành|tổ chức|nguồn)"
    r"|cộng (?:chung|gộp|dồn|vào|cho)|coi (?:như|là)|hủy (?:bỏ )?(?:kết quả|điểm)|trừ (?:trường hợp|khi)|(?:nếu|trường hợp) .*thì"
    rf"|mất quyền|không trùng|{_EASED}"
    r"|(?:gửi|nộp) (?:[^,;]* )?(?:sau|trước) khi|miễn chỉ tiêu|áp dụng (?:chỉ tiêu|mức)|không phải (?:so sánh|đạt)"
    r"|chỉ (?:thuộc|áp dụng)|^không (?:có|còn) (?:đơn|vụ|việc|án|hồ sơ|trường hợp)"
    r"|^(?:xét |trao )?tặng (?:thưởng )?(?:giấy khen|bằng khen|cờ thi đua|danh hiệu) (?:[^,;]* )?cho|^(?:xét )?khen thưởng đột xuất)\b",
    re.IGNORECASE,
)
# What is wanted of somebody whom the sentence begins with; without a name before it these are words of purposes.
_WANTED = re.compile(r"\b(?:(?:đạt|vượt|hoàn thành) (?:[^,;]* )?chỉ tiêu|(?:xong|thu) (?:toàn bộ|tất cả|hết|dứt điểm))\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,]+")  # the first of what is asked, to be quoted
_AWARDS = frozenset((NameKind.REWARD.value, NameKind.TITLE.value, "QUOTED_REWARD"))
# How things are to be done, where to turn, and what only leads on to other lines.
_WISH = re.compile(
    r"công khai|khách quan|minh bạch|công bằng|dân chủ|kịp thời|đúng quy định|để được hướng dẫn|(?:phản ánh|báo cáo) (?:về|lãnh đạo)"
    r"|như sau$|:$",
    re.IGNORECASE,
)


def _left(at: Span, message: str, why: str, *ways: Way) -> Diagnostic:
    return Diagnostic(code=TH913, message=message, at=Label(at), why=why, ways=ways)


def left_as_prose(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Diagnostic]:
    """The warning about a sentence that no family reads and nothing complains of; nothing about plain prose.

    Any row of a table that has rules in other rows is put like one.
    """
    if line.item.of_table and line.scope.lead_in is None and _beside_rules(facts, line):
        yield _row(sentence)
        return
    words = re.sub(r'"[^"]*"', "", sentence.passage.text).strip()
    if not _leads_or_is_judged(line) and (row := _row_of_others(words)):
        yield _by_another_row(line, sentence, row)
        return
    if line.scope.scored and line.item.marker and line.item.end == line.index + 1 and not is_work(sentence.lexemes):
        yield _below_points(line, sentence)
        return
    found = _PUT_LIKE_A_RULE.search(words) or (_WANTED.search(words) if _begins_with_somebody(sentence) else None)
    found = found or (standard_words("best").search(words) if _beside_a_rule(line, sentence) else None)
    found = found or (_CLAUSE.match(words) if words[:1].islower() and _behind_places(line, sentence) else None)
    if found is None or _WISH.search(words) or _leads_or_is_judged(line):
        return
    yield _left(
        sentence.passage.span(),
        f"“{canonical(sentence.passage.text)}”",
        f"Câu có “{found[0].strip()}” như một quy định, nhưng máy chưa đọc được nên chỉ in ra, không xét, không tính theo.",
        Way("Nếu máy phải tính theo thì viết lại theo mẫu câu; xem các mẫu bằng lệnh:", "thads explain TH913"),
        Way("Nếu để người xem xét, máy không tính, thì đặt dấu >:", left_to_people(line, sentence)),
    )


def _beside_a_rule(line: Line, sentence: Sentence) -> bool:
    """Whether what a sentence says of somebody may be a condition: its line has a rule, or it names an award itself."""
    return bool(line.sentences_with_rules) or any(each.terminal in _AWARDS for each in sentence.lexemes)


def _behind_places(line: Line, sentence: Sentence) -> bool:
    """“Giấy khen: 05 tập thể; nội bộ đoàn kết”: what goes on behind a number of awards, or a class, is asked of those who get it."""
    before = line.sentences[: line.sentences.index(sentence)] if sentence in line.sentences else ()
    return bool(before) and isinstance(before[0].statement, award_tree.Quota | points_tree.ClassRow)


def _row_of_others(words: str) -> str:
    """What would have to stand in the statistics for somebody to be judged by the figures of others, or with them; empty if none is."""
    if standard_words("borrowed").search(words):
        return "ghi số liệu dùng để xét vào dòng của chính họ ở bảng số liệu"
    return "ghi chung thành một dòng ở bảng số liệu" if standard_words("merged").search(words) else ""


def _by_another_row(line: Line, sentence: Sentence, row: str) -> Diagnostic:
    return _left(
        sentence.passage.span(),
        f"“{canonical(sentence.passage.text)}”",
        "Câu này đổi cách lấy kết quả để xét, nhưng máy xét mỗi tập thể, cá nhân theo số liệu ở dòng của chính tập thể, cá nhân ấy.",
        Way(f"Nếu máy phải tính theo thì {row}; câu này để là lời văn, đặt dấu >:", as_prose(line)),
    )


def _below_points(line: Line, sentence: Sentence) -> Diagnostic:
    """“Hoàn thành tốt nhiệm vụ” below a points table: the table says what those are judged by."""
    written = canonical(sentence.passage.text).rstrip(" .;")
    return _left(
        sentence.passage.span(),
        f"“{written}”",
        "Máy chấm theo các dòng của bảng điểm; câu dưới bảng không thành tiêu chí nên chỉ in ra, không xét.",
        Way("Nếu Hội đồng phải chấm thì thêm vào bảng một dòng:", f"| … | {written} | … | Hội đồng chấm từ 0 đến … điểm |"),
        Way("Nếu để người xem xét, máy không tính, thì đặt dấu >:", left_to_people(line, sentence)),
    )


def _begins_with_somebody(sentence: Sentence) -> bool:
    first = without_several(sentence.lexemes)
    return bool(first) and first[0].terminal == NameKind.SUBJECT.value


def title_left(sentence: Sentence, why: str, way: Way) -> Diagnostic:
    """Words above rules, or before the colon of one, that would change it if they were understood."""
    return _left(sentence.passage.span(), f"“{canonical(sentence.passage.text)}”", why, way)


def _beside_rules(facts: Facts, line: Line) -> bool:
    """Whether another row of the same table is a rule."""
    rows = (each for each in facts.draft.lines if each.item.of_table and each.item.parent == line.item.parent)
    return any(row.sentences_with_rules for row in rows)


def _row(sentence: Sentence) -> Diagnostic:
    written = canonical(sentence.passage.text)
    return _left(
        sentence.passage.span(),
        f"“{written}”",
        "Các dòng khác của bảng là chỉ tiêu; dòng này máy chưa đọc được nên chỉ in ra, không xét.",
        Way("Nếu máy phải tính theo thì ghi mức là một con số, ví dụ:", "từ 80% trở lên   |   không quá 02 vụ   |   không để xảy ra"),
        Way("Nếu để người xem xét thì đưa ra khỏi bảng, thành một dòng có dấu >:", f"- > {written}."),
    )


def note_left_as_prose(cell: Passage) -> Diagnostic:
    """A note beside targets that may say of which cases they are meant: “án tín dụng” under “Ghi chú”, “số thụ lý mới” under “Căn cứ”."""
    written = canonical(cell.text)
    return _left(
        cell.span(),
        f"“{written}” ở cột ghi chú",
        "Cột này chỉ in ra: chỉ tiêu cùng dòng được tính trên toàn bộ, máy không tách riêng, không trừ phần nào theo ghi chú.",
        Way("Nếu chỉ tiêu chỉ tính riêng phần ấy thì ghi tên số liệu riêng ở cột chỉ tiêu; xem cách khai báo:", "thads explain TH201"),
        Way("Nếu chỉ để giải thích thì đưa ra khỏi bảng, thành một dòng có dấu >:", f"- > Ghi chú: {written.rstrip('.')}."),
    )


def title_left_as_prose(cell: Passage) -> Diagnostic:
    """A row without a figure above targets, which may say of which cases these are meant: “| I | Án chủ động | |”."""
    written = canonical(cell.text)
    return _left(
        cell.span(),
        f"dòng “{written}” trong bảng chỉ tiêu",
        "Dòng này không có mức nên chỉ in ra: chỉ tiêu ở các dòng dưới được tính trên toàn bộ, không riêng cho phần nào.",
        Way("Nếu chỉ tiêu chỉ tính riêng phần ấy thì ghi tên số liệu riêng ở từng dòng; xem cách khai báo:", "thads explain TH201"),
        Way("Nếu chỉ là đề mục thì đưa ra khỏi bảng, thành một dòng có dấu >:", f"- > {written.rstrip('.')}."),
    )


def _leads_or_is_judged(line: Line) -> bool:
    """A title decides nothing; an item of a list of standards or exclusions is a question that the statistics answer.

    A paragraph below such items is neither.
    """
    scope = line.scope
    listed = scope.lead_in is not None or bool(scope.within) or scope.excluding
    return line.item.end > line.index + 1 or (listed and bool(line.item.marker))
