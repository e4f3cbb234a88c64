"""What makes a sentence that no family reads look like one about points, classes, ranks, or an amended table."""

import re
from enum import Enum
from fractions import Fraction

from thads_dsl.check.points.apart import is_apart, moves_points
from thads_dsl.source import plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.written_forms import Figure


class PointsMatter(Enum):
    """What such a sentence seems to be about."""

    CHANGE = "điểm cộng, điểm trừ"
    GIVEN = "khi nào có điểm"
    PLACED = "ai được xếp hạng"
    TOTAL = "tổng điểm"
    CLASS = "hạng"
    LOWERED = "hạ hạng"
    ORDER = "thứ tự"
    AMENDMENT = "một tiêu chí của bảng điểm"
    WHOM = "bảng điểm áp dụng cho ai"
    SPOKEN = "điểm, tiêu chí, hạng"


_LOWERED = re.compile(r"\bha (?:xuong )?(?:mot|hai|\d+) (?:hang|bac|muc)\b|\bxep hang thap hon\b|\b(?:ha|tut|xuong) (?:bac|hang)\b")
_AMENDS = re.compile(r"(?:sua|bo|bai bo|them|dieu chinh|thay|nang|tang|giam|ha|chuyen|bot|cat)\b")
_CRITERION = re.compile(r"\btieu chi\b(?= ?\d| \x00)")
_RANKED = re.compile(r"^(?:xep|duoc xep|hang)\b")  # “phân loại tốt” is no class
_ORDERING = frozenset(("TOTAL_POINTS", "CRITERION", "HIGHEST_FIRST", "HIGH_TO_LOW", "BY"))
_TELLING_APART = frozenset(("THEN", "PREFER", "COMES_FIRST", "COUNCIL_DECIDES", "CRITERION", "BY"))


def points_matter(lexemes: tuple[Lexeme, ...], *, amending: bool = False) -> PointsMatter | None:
    """What the sentence is about, if words that only points tables use stand in it.

    `amending`: in a plan that amends a table, where whatever names a criterion or a class is about the table.
    """
    said = {lexeme.terminal for lexeme in lexemes}
    if amending and _names_criterion(lexemes):
        return PointsMatter.AMENDMENT
    found = _said_of_points(lexemes, said)
    named = amending and any(lexeme.terminal == "CLASS" and _RANKED.search(plain(lexeme.text)) for lexeme in lexemes)
    return PointsMatter.CLASS if found is None and named else found


def _names_criterion(lexemes: tuple[Lexeme, ...]) -> bool:
    """“tiêu chí 2”, “tiêu chí “…””."""
    words = " ".join("\x00" if lexeme.terminal == "QUOTED" else plain(lexeme.text) for lexeme in lexemes)
    return any(lexeme.terminal == "CRITERION" for lexeme in lexemes) or _CRITERION.search(words) is not None


def _said_of_points(lexemes: tuple[Lexeme, ...], said: set[str]) -> PointsMatter | None:
    words = plain(" ".join(lexeme.text for lexeme in lexemes if lexeme.terminal != "QUOTED"))
    if _AMENDS.match(words) and ("CRITERION" in said or ("tieu chi" in words and "QUOTED" in said)):
        return PointsMatter.AMENDMENT
    if "SCORE" in said and said & {"ADD", "DEDUCT"} and not of_the_total(lexemes):
        return PointsMatter.CHANGE
    if "ONE_DOWN" in said or {"NOT_CLASSED", "CLASS"} <= said or _LOWERED.search(words):
        return PointsMatter.LOWERED
    if ("RANKED" in said and said & _ORDERING) or _ties(lexemes, said):
        return PointsMatter.ORDER
    if [lexeme.terminal for lexeme in lexemes[:2]] == ["CLASS", "COLON"]:
        return PointsMatter.CLASS
    if "TOTAL_POINTS" in said:
        return PointsMatter.ORDER if said & {"HIGHEST_FIRST", "HIGH_TO_LOW"} else PointsMatter.TOTAL if said & _FIGURES else None
    return None


_FIGURES = frozenset(("SCORE", "NUMBER", "DECIMALS", "AT_MOST", "AT_LEAST"))


def of_the_total(lexemes: tuple[Lexeme, ...]) -> bool:
    """“Tổng điểm sau khi đã cộng và bị trừ không quá …”; “Tổng điểm cộng không quá …” is of what is added."""
    signs = [lexeme.terminal for lexeme in lexemes[:2]]
    return signs[:1] == ["TOTAL_POINTS"] and not {"ADD", "DEDUCT"} & set(signs)


def _ties(lexemes: tuple[Lexeme, ...], said: set[str]) -> bool:
    """“bằng điểm”, or “bằng nhau” with what then counts: parts of a whole may be equal too."""
    tied = [lexeme.text.casefold() for lexeme in lexemes if lexeme.terminal == "TIED"]
    return any("điểm" in words for words in tied) or bool(tied and said & _TELLING_APART)


# What says, in a plan with a points table, who is given points or a class, and when. A wish of how this is done, a heading and a
# sentence that leads to others say nothing of the kind.
_GIVEN = re.compile(
    r"\bdiem (?:cong|tru|thuong|phat|khuyen khich)\b|\bcong don diem\b|\b(?:duoc|bi) (?:cong"
    r"|tru)(?: them)?$|\b(?:cong|tru|thuong|phat|ha)(?: them)? diem\b"
    r"|(?<!cham )(?<!bang )(?<!thang )(?<!thoi )(?<!dia )(?<!quan )(?<!trong )(?<!dac )(?<!cao )\bdiem\b.*="
)
_PLACED = re.compile(
    r"\b(?:mien|khong|chua|chi|duoc|bi|khong duoc) (?:duoc |xet |mien )?xep (?:hang|loai|thu)\b"
    r"|\b(?:(?:xep|dung)(?: hang| thu| loai| vi tri)?|dat (?:hang|thu|loai|vi tri)) (?:nhat|nhi|cao nhat|thap nhat|cuoi|cuoi cung|dau)\b"
    r"|\b(?:xep|danh gia) (?:hang|loai)\b.*=|=.*\b(?:xep|ha|nang) (?:hang|loai|thu)\b"
    r"|\b(?:ha|giam|tut|lui)(?: xuong)? (?:(?:mot|hai|\d+) )?(?:hang|loai|bac xep)\b|\b(?:bi|cho) xuong (?:hang|loai|bac)\b"
)
# Whose points do not count, or count otherwise than the table says: “hủy kết quả chấm”, “không chấm tiêu chí 2 đối với …”.
_SCORING = r"(?:cham(?: diem)?|(?:tinh |co |xet |cong nhan |huong |nhan |cho |dat )?diem|ket qua (?:tu )?cham(?: diem)?)"
_COUNTED = re.compile(
    rf"\b(?:khong|chua|mien|huy|huy bo|mat|thu hoi|bi)(?: duoc| cong nhan| xet| tinh| lay)* {_SCORING}\b"
    rf"|\b{_SCORING}\b.*\b(?:bi huy|khong duoc (?:cong nhan|tinh|chap nhan)|khong co gia tri)\b|=.*\b{_SCORING}\b"
)
_OF_SOME = re.compile(r"=|\b(?:doi voi|cho|neu|khi|truong hop|don vi|phong|chi cuc|tap the|ca nhan|tieu chi|ket qua)\b")
_CRITERION_APART = re.compile(r"=|\b(?:khong|chua|mien|chi)\b.*\b(?:doi voi|cho|khi|neu)\b|\bnhan (?:doi|he so)\b")
_EQUAL = re.compile(r"\b(?:ngang|cung) diem\b|\bdiem (?:so )?(?:bang|ngang) nhau\b")
_WISH = re.compile(
    r"^(?:viec|cong tac|bao dam|dam bao)\b.*"
    r"\b(?:cong khai|khach quan|minh bach|cong bang|dan chu|thuc chat|quy dinh|chinh xac|nghiem tuc)\b"
)
# Whatever else speaks of points is taken to change them: what may stand as prose is listed, not what may not. These words name the
# work and its papers …
_THE_WORK = re.compile(
    r"\b(?:(?:tu )?cham diem|diem (?:tu cham|so)|bang (?:tu )?(?:diem|cham|tieu chi)(?: (?:diem|cham|nay"
    r"|tren))*|(?:thang|phieu|khung) diem"
    r"|(?:viec|ket qua|cong tac|danh gia,|binh xet,|phan loai,) (?:tu )?(?:xep|phan"
    r"|danh gia)(?:, xep)? (?:hang|loai)|cham diem,? xep (?:hang|loai)"
    r"|bo tieu chi|(?:thoi|dia|quan|trong|dac|cao|uu|nhuoc|khuyet|thi|diem nong|diem den|diem cau"
    r"|diem sang) ?diem|hang (?:nam|thang|quy|tuan)"
    r"|diem (?:phan tram|moi|nghen|nong|sang|cau|khac|tua))\b"
)
_OF_POINTS = re.compile(r"\b(?:diem|tieu chi|he so|trong so|ty trong|(?:thu |xep )?hang|xep loai)\b(?! muc)")
# … these what people do with them …
_DONE_WITH = re.compile(
    r"\b(?:tham dinh|(?<!diem )tong hop|gui|nop|trinh|kem|cong bo|cong khai|niem yet|quan triet|pho bien"
    r"|thuc hien|to chuc|phoi hop|phu trach"
    r"|chiu trach nhiem|can cu|co so|muc dich|nham|tao (?:dong luc|khong khi)|theo doi|don doc|kiem tra|ra soat|xay dung|ban hanh|luu"
    r"|phan anh|doi chieu|giai trinh|thuyet minh|chung minh|kiem chung|minh chung|bien ban|xac nhan"
    r"|huong dan|nang cao|phan dau|cham (?:diem )?(?:(?:cac|nhung|tung) )?tieu chi|phuc tra|bam sat|phan tich"
    r"|khac phuc|cap nhat|tuyen truyen|bao dam|dam bao|lam ro|quan tam|chu trong)\b"
)
# … and these what changes points, whoever does it.
_WEIGHED = re.compile(
    r"\b(?:gap (?:doi|hai|ba|ruoi)|nhan (?:doi|hai|ba|voi|he so|them)|he so|trong so|ty trong|trong luong"
    r"|quy doi|bang trung binh|trung binh cong|phieu (?:kin|tin nhiem|bau)"
    r"|binh quan|tuyet doi|tron diem|nguyen diem|bao luu|lay diem|diem am|chia (?:cho|doi|deu)|cong don"
    r"|tru dan|diem (?:liet|san|tran|goc))\b"
    r"|(?<=khong )(?:duoc )?am\b"
)
# … or moves them: work on points is no excuse where the same sentence gives, takes or moves some.
_MOVED = re.compile(
    r"\b(?:duoc|bi|huong|them|bot|giam|tang|nang(?! cao)|ha|dieu chinh|quyet dinh|thay doi|sua|mat|dua|con)"
    r"(?: (?:them|bot|lai|len|xuong|ve|vai|mot|hai|nua|tron|ca|het|toan bo|phan|muc|so|gan|hon|cho|them mot)){0,3} (?:diem|hang)\b"
)
# A heading names what the lines below it are about, in words that begin like this; others that say who gets what are sentences.
_TOPIC = re.compile(
    r"(?:ve |viec |(?:cac |nhung |mot so )?"
    r"(?:truong hop|doi tuong|noi dung|quy dinh|nguyen tac|cach|phuong phap|hinh thuc|muc|dieu kien|tieu chuan)\b)"
)
_STATED = re.compile(r"\b(?:duoc|bi|khong|chua|mien|(?<!tieu )chi|phai|nhan|gap|huong)\b|=")
_LABEL = 4  # words
_LATE = re.compile("chậm", re.IGNORECASE)  # without diacritics it would be “chấm”
_LEADS_ON = re.compile(r"\b(?:nhu sau|sau day|duoi day)$|:$")


def rating_matter(lexemes: tuple[Lexeme, ...]) -> PointsMatter | None:
    """What a sentence that no family reads decides of points or classes, in a plan that has a points table."""
    # “thì” apart from “thi đua”, “thi hành”, which are the same without diacritics
    said = " ".join("=" if each.terminal == "THEN" else each.text for each in lexemes if each.terminal != "QUOTED")
    words = plain(_LATE.sub("trễ", said)).strip()
    if _WISH.search(words) or _LEADS_ON.search(words) or (len(words.split()) <= _LABEL and not _WEIGHED.search(words)):
        return None
    if any(lexeme.terminal == "CLASS" for lexeme in lexemes) or _PLACED.search(words):
        return PointsMatter.PLACED
    if _EQUAL.search(words):
        return PointsMatter.ORDER
    if is_apart(words):
        return PointsMatter.WHOM
    if moves_points(words) or _GIVEN.search(words) or _says_what_counts(lexemes, words):
        return PointsMatter.GIVEN
    return PointsMatter.SPOKEN if _speaks_of_points(words) else None


def is_work(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether a sentence says what people do with points and their papers, and asks nothing of who has them."""
    words = plain(_LATE.sub("trễ", " ".join(each.text for each in lexemes)))
    return _DONE_WITH.search(words) is not None or _THE_WORK.search(words) is not None


def states(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether a line above others says itself who gets what, and does not only name what they are about."""
    words = plain(" ".join("=" if each.terminal == "THEN" else each.text for each in lexemes))
    return _TOPIC.match(words) is None and _STATED.search(words) is not None


def _speaks_of_points(words: str) -> bool:
    """Whether points are spoken of, not only the work of giving them."""
    others = _THE_WORK.sub(" ", words)
    if _OF_POINTS.search(others) is not None and (_DONE_WITH.search(words) is None or _MOVED.search(others) is not None):
        return True
    return _OF_POINTS.search(words) is not None and _WEIGHED.search(words) is not None


def changes_points(lexemes: tuple[Lexeme, ...], standard: Fraction | None) -> bool:
    """Whether words that only name a criterion, its part or its proof would change its points.

    A weight, a bonus, another figure than its `standard`, whom alone it is for.
    """
    words = plain(_LATE.sub("trễ", " ".join(each.text for each in lexemes)))
    scores = {each.value.value for each in lexemes if each.terminal == "SCORE" and isinstance(each.value, Figure)}
    return bool(scores - {standard}) or any(pattern.search(words) for pattern in (_WEIGHED, _RESTRICTED))


_RESTRICTED = re.compile(
    r"\b(?:chi|khong|chua|mien)(?: duoc| phai)? (?:cham|tinh|xet|ap dung|danh cho|cong|tru)\b(?! hinh| chat| phap| an)"
    r"|\b(?:cong|tru|thuong|phat)(?: them| diem)? \d"
)


def noted(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether a note beside a criterion says more than where its proof is: a condition, a limit, a figure by itself."""
    words = plain(" ".join("=" if each.terminal == "THEN" else each.text for each in lexemes if each.terminal != "QUOTED"))
    return _NOTED.search(words) is not None or all(each.terminal in ("NUMBER", "PERCENT", "SCORE") for each in lexemes)


_NOTED = re.compile(
    r"=|\b(?:neu|truong hop|chi|rieng|tru (?:don vi|phong|chi cuc)|doi voi|ap dung|toi da|toi thieu|khong qua|tro len|diem)\b"
)


def _says_what_counts(lexemes: tuple[Lexeme, ...], words: str) -> bool:
    """Whether some are said to have no points, or other ones than the table gives; who scores which criterion is no matter."""
    if any(lexeme.terminal == "CRITERION" for lexeme in lexemes) and _CRITERION_APART.search(words):
        return True
    return _COUNTED.search(words) is not None and _OF_SOME.search(words) is not None
