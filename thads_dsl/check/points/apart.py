"""Sentences beside a points table that move points, or say for whom the table is, and name neither points nor criteria.

Words are folded (`plain`), with “=” for “thì”.
"""

import re

# More or less than the cells give: “được nhân đôi kết quả ở phần A”, “có quyền cộng thêm”, “tính nặng hơn”, “hưởng trọn phần …”.
_MOVES = re.compile(
    r"\b(?:duoc|bi|huong|tinh|cham)(?: \w+){0,2} (?:nhan|gap) (?:doi|ba|ruoi|hai)\b"
    r"|\b(?:cong|tru|thuong) them\b(?! gio| tien| ngay| phi)"
    r"|\btinh (?:cong|tru|(?:nang|nhe|cao|thap|nhieu|it) hon)\b"
    r"|\bhuong (?:tron|nguyen|du|toan bo|mot nua|nua)\b(?! luong| che do| phu cap| quyen| tro cap)"
    r"|=.*\b(?:lay|tinh|theo)(?: theo)? ket qua\b"
    r"|\b(?:duoc|bi|quyet dinh|xem xet)(?: \w+){0,2} (?:nang|ha|giam|bot|dieu chinh) ket qua\b(?! thi hanh| cong tac)"
    r"|\buu tien (?:khi|trong|luc)(?: viec)? (?:cham|xep hang|xep loai)\b"
    r"|\bphan [a-e]\b.*\b(?:duoc|bi|khong|chi|tinh|giam|tang)\b|\b(?:khong|chi|mien)\b.*\bphan [a-e]\b"
)
_TABLE = r"bang (?:nay|tren|(?:tieu chi|diem|cham diem)(?: (?:nay|tren|cham diem))?)"
# Whom the table is not for, or otherwise than the rest: “Không áp dụng Bảng này đối với …”, “… áp dụng như năm 2025”.
_APART = re.compile(
    rf"\b(?:khong|chua|chi|mien|rieng)\b.*\bap dung\b.*\b{_TABLE}\b|\b{_TABLE}\b.*\b(?:khong|chua|chi|mien|tru)\b(?: \w+)? ap dung\b"
    rf"|\b{_TABLE}\b.*\b(?:khong|chi)(?: \w+)? (?:danh cho|doi voi|tinh cho)\b|\b{_TABLE}\b.*\bap dung\b.*\b(?:tru|rieng)\b"
    r"|\bap dung (?:nhu|theo) (?:nam|cu|bang cu|bang nam|muc cu)\b"
    r"|\b(?:khong|chua|mien)(?: phai)? (?:tham gia|thuoc dien|dua vao) (?:cham|tu cham|xep hang)\b"
    r"|\b(?:khong|mien|chi) (?:cham|xep hang)(?: diem)? (?:cac|nhung|don vi|phong|chi cuc|doi voi|cho)\b"
)
# “Các nội dung khác áp dụng như năm 2025” says what an amendment always means.
_THE_REST = re.compile(r"^(?:ngoai ra,? )?(?:cac |nhung )?(?:noi dung|quy dinh|tieu chi|phan|van de)(?: khac| con lai| khong sua doi)")


def moves_points(words: str) -> bool:
    """Whether somebody has more or fewer points by it than by the table."""
    return _MOVES.search(words) is not None


def is_apart(words: str) -> bool:
    """Whether the table is said not to be for some, or to be another one for them."""
    return _APART.search(words) is not None and _THE_REST.search(words) is None
