"""What the words of a sentence must look like to be a name that nobody has declared."""

import re

from thads_dsl.syntax.grammar import name_words, standard_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.names import NameKind, atoms, ends_with_figure

_FIGURED = (NameKind.QUANTITY, NameKind.SHARE_IN)  # behind which figures may stand
_STATISTIC = re.compile(r"\s(?:có số\b|tổng số|t[ỷỉ] lệ|số (?!\d|liệu\b|hóa\b|(?-i:[A-ZĐ])))", re.IGNORECASE)  # of somebody no part
_SOME = re.compile(r"(?:cá nhân|tập thể|công chức) là\b", re.IGNORECASE)  # “10% cá nhân là | nữ công chức”
# “Phòng THADS khu vực 3 được gửi muộn hơn 05 ngày”: what they do or may do is no part of what they are called
_ACTING = re.compile(
    r" (?:(?:được|phải) (?:gửi|nộp|trình|lùi|kéo dài|gia hạn|chậm)|(?:giải quyết|trả lời|xử lý|thi hành) (?:xong|đúng hạn))\b",
    re.IGNORECASE,
)
# “tập thể có công chức sai phạm”, “khen thưởng Hạng A cho cá nhân”
_MEMBERS = re.compile(r" (?:có (?:\d+ )?(?:cá nhân|người|công chức|cán bộ)|cho (?:cá nhân|tập thể|đơn vị))\b", re.IGNORECASE)
# Words that begin or join clauses: behind a comma, and anywhere. What holds one is a sentence, no name.
_CLAUSES = re.compile(
    r", (?:thì|nếu|khi|trường hợp|bằng|xếp|trừ|riêng|còn|do|trong đó|nhưng|mỗi|cứ|đối với)\b"
    r"|\b(?:thì|nếu|nhưng|và theo(?! dõi)|(?:cao|thấp|nhiều|ít) hơn|không để (?:xảy ra|phát sinh))\b"
    r"|\btừ (?:cao|thấp|trên|dưới) (?:đến|xuống|lên) (?:cao|thấp|trên|dưới)\b"
    r"|\bchiếm (?:ít nhất|tối thiểu|không quá|tối đa|quá|trên|hơn) (?:\d|nửa|một nửa)"
    r"|\bdo (?:cấp (?!(?:trên|dưới) (?:giao|chuyển))|hội đồng\b)"
    r"|[:;=]|\((?:không|chưa) (?:bao )?gồm\b|\(trừ\b",
    re.IGNORECASE,
)
# Words of which the same is true nearly always: “người trực tiếp thi hành án, không giữ chức vụ”, “mức giảm so với năm trước”.
_MOSTLY_CLAUSES = re.compile(r", (?:không|chưa|được|phải)\b|\bso với\b", re.IGNORECASE)
# “số sáng kiến | đạt 3 sáng kiến”: what is asked of a figure is no part of what it is called.
_ASKED = re.compile(r"\b(?:đạt|ít nhất|tối thiểu) \d[\d.]* [^\W\d]+(?: [^\W\d]+)?$", re.IGNORECASE)
# “tài sản kê biên bán được”, but “tỷ lệ đạt được”; “vượt khó, vươn lên”, but “10% trở lên”, “tăng lên”.
_DONE = re.compile(r"\b(?!đạt\b)\w+ được$", re.IGNORECASE)
_BOUNDED = re.compile(r"\bt(?:ừ|rên) \d[\d.]* [^\W\d]+(?: [^\W\d]+)? trở (?:lên|xuống)$", re.IGNORECASE)  # “vụ từ 10 người trở lên”
# “biệt phái từ tỉnh khác đến”, “giải phóng mặt bằng”: words that here join nothing.
_ENDING = re.compile(r"\b(?:(?:từ \D+|chuyển|gửi|ủy thác) đến|từ \D+ trở (?:lên|xuống)|(?:mặt|đồng|công|cân|văn) bằng)$", re.IGNORECASE)
_RISEN = re.compile(r"\b(?!trở|tăng|nâng)\w+ lên$", re.IGNORECASE)

_BARE = frozenset(("tổng", "số", "lượng"))  # of what, they do not say
_LONGEST_VAGUE = 8  # signs of “cơ bản”, “về cơ bản” that end a name
_NO_BEGINNINGS = (["đối", "với"], ["đề", "nghị"], ["chỉ", "tiêu"])


def could_be(written: str, kind: NameKind) -> bool:
    """Whether a stretch has the shape of a name; only units end with a number, none with one that a bound stands before."""
    if kind is NameKind.SANCTION:
        return re.fullmatch(r'"[^"]*"|[^"]*', written) is not None
    keys = [atom.key for atom in atoms(written)]
    if standard_words("no_name").fullmatch(written):
        return False
    if not _is_whole(written, keys, kind) or keys[:2] in _NO_BEGINNINGS or _SOME.match(written) or _ASKED.search(written):
        return False
    if kind in _FIGURED and set(keys) <= _BARE:
        return False
    if kind is NameKind.SUBJECT and says(written) == NameKind.QUANTITY.value:
        return False  # “Đối với án tạm đình chỉ”: nobody is called so
    if kind is NameKind.SUBJECT and ((keys[-2:] != ["thiểu", "số"] and keys[-1] == "số") or _MEMBERS.search(written)):
        return False
    if kind is NameKind.REWARD and " đối với " in written:
        return False
    of_somebody = kind is NameKind.SUBJECT or says(written) == NameKind.SUBJECT.value
    if of_somebody and (_STATISTIC.search(written) or _ACTING.search(written)):
        return False
    ordinal = keys[-3:-1] == ["lần", "thứ"]
    bounded = keys[-1].isdigit() and len(keys) > 1 and keys[-2] in name_words("edge") | name_words("turns") and not ordinal
    return not bounded and not _CLAUSES.search(written) and (kind not in _FIGURED or not ends_with_figure(written))


def holds_a_clause(written: str) -> bool:
    """Whether a stretch that has the shape of a name is rather more than a name: where another could be one, that is."""
    return _MOSTLY_CLAUSES.search(written) is not None


def _is_whole(written: str, keys: list[str], kind: NameKind) -> bool:
    """Whether neither end is a sign, or a word that joins what stands there to the rest of the sentence."""
    if not keys:
        return False  # nothing but blanks
    first, last, said = keys[0], keys[-1], says(written)
    if first in name_words("edge") | name_words("change") and not (kind is NameKind.REWARD and said == kind.value):
        return False
    if last in name_words("edge") and not (_ends_in_a_deed(written, kind, said) or _BOUNDED.search(written) or _ENDING.search(written)):
        return False
    if standard_words("vague").search(written, max(0, len(written) - _LONGEST_VAGUE)) or standard_words("vague").match(written):
        return False
    closed = last[-1].isalnum() or last == ")" or (last == '"' and kind is NameKind.REWARD)
    opened = first[0].isalpha() or (first == '"' and kind is NameKind.REWARD)
    return opened and closed and written.count("(") == written.count(")") and written.count('"') % 2 == 0


def _ends_in_a_deed(written: str, kind: NameKind, said: str) -> bool:
    """Whether the last word says how far something was done, and is no bound: “bán được”, “vươn lên”."""
    if kind is NameKind.QUANTITY and said == kind.value:
        return _DONE.search(written) is not None
    return kind in (NameKind.REWARD, NameKind.SUBJECT) and said == kind.value and _RISEN.search(written) is not None
