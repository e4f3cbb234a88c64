"""What makes a sentence that no family reads look like a rule: numbers without a role, and words that only rules use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile, islice, pairwise

from thads_dsl.check.points.suspicion import points_matter
from thads_dsl.check.unread.alike import alike
from thads_dsl.check.unread.habits import Kind, habits_in
from thads_dsl.check.unread.heads import OF_HEAD_AND_UNIT
from thads_dsl.check.unread.spelled import spelled
from thads_dsl.check.unread.topics import Topic
from thads_dsl.source import plain
from thads_dsl.syntax.grammar import standard_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.written_forms import Figure


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that give a rule away: as rules spell them, what such a rule is about, and where they stand in the sentence."""

    said: str
    topic: Topic
    start: int
    end: int


# “Số liệu …”, “Riêng đợt 2, kết quả …”: of what time the figures are that count.
_OF_A_WAVE = r"(?:rieng )?(?:(?:doi voi )?(?:(?:moi|tung|cac) )?dot\b[^,;:]{0,20}[,:] )?"
_FIGURES = r"(?:ky |thoi gian )?(?:tinh |lay |chot )?(?:so lieu|ket qua)"
_COUNTED = (
    r"\b(?:tinh|lay(?! lam\b| y kien)|chot|(?:bao )?gom|cong (?:ca|chung|gop|vao|them|luon|voi)|trung(?! thuc| thanh)|phat sinh"
    r"|la (?:so lieu|ket qua))\b"
)

_EQUAL = r"(?:bang|ngang|nhu) (?:diem )?nhau|cung (?:ty le|ket qua|so diem|thanh tich)|dong hang"
# “Hồ sơ gửi muộn …”, not to be taken; what is sent back to be mended is still taken.
_LATE = r"(?:muon|cham|tre|(?:qua|sau|tre|khong dung|het) (?:thoi )?(?:han|gian)|khong du|chua du|khong day du|thieu)"
_LATE_FILE = rf"ho so\b(?: (?!lam\b)\w+){{0,4}} {_LATE}\b"
_MENDED = r"\b(?:bo sung|hoan (?:thien|chinh))\b"

# “Số lượng Giấy khen không kể tập thể được Bằng khen”: how the numbers of two awards go together.
_COUNTED_IN = r"(?:khong|chua|da) (?:ke|tinh|bao gom|gom)|(?:bao )?gom ca|tinh ca|ke ca|tru|ngoai"
_OTHER_AWARD = r"(?:giay khen|bang khen|co thi dua|danh hieu|chien si thi dua|tap the lao dong|hinh thuc cao hon)"

# What begins or carries whole rules, wherever it stands; compared without diacritics, no letter of tolerance. A sentence that
# says one of these and is not read would lose the rule. What is empty of wording is quoted from the sentence.
_SIGNS: tuple[tuple[str, Topic, str], ...] = (
    (OF_HEAD_AND_UNIT.pattern, Topic.CONDITION, ""),
    (rf"{_LATE_FILE}[^;]*\b(?:tra lai|loai|khong|tu choi|chuyen|huy|coi nhu|mat)\b(?!.*{_MENDED})", Topic.REFUSED_FILE, ""),
    (rf"\b(?:khong|chi|tu choi|tra lai)\b[^;]*\b{_LATE_FILE}(?!.*{_MENDED})", Topic.REFUSED_FILE, ""),
    (
        r"chi (?:duoc )?(?:xet|xem xet|binh xet|nhan|tiep nhan|tong hop)\b[^;]*\bho so\b[^;]*\b(?:dung|trong) (?:thoi )?(?:han|gian)",
        Topic.REFUSED_FILE,
        "",
    ),
    (r"(?:sau|qua) (?:ngay )?\d[^;]*\bkhong (?:duoc )?(?:hoi dong )?(?:(?:tiep )?nhan|(?:xem |binh )?xet)\b", Topic.REFUSED_FILE, ""),
    (r"ho so\b[^;]*\bsau (?:ngay )?\d[^;]*\b(?:tra lai|loai|tu choi|khong)\b", Topic.REFUSED_FILE, ""),
    (r"(?:it nhat|toi thieu|khong qua|toi da|khong vuot qua) (?:(?:mot )?nua|\d/\d)", Topic.COMPOSITION, ""),
    (r"truoc ngay", Topic.DEADLINE, "trước ngày"),
    (r"cham nhat", Topic.DEADLINE, "chậm nhất"),
    (r"^(?!.*\b(?:khong|chua|de nghi|xin|viec)\b)(?:[^\W\d]+ ){0,6}giam (?:cac )?chi tieu\b", Topic.TARGET, "giảm chỉ tiêu"),
    (r"den het", Topic.PERIOD, "đến hết"),
    (r"tro len", Topic.LIMIT, "trở lên"),
    (r"tro xuong", Topic.LIMIT, "trở xuống"),
    (r"it nhat", Topic.LIMIT, "ít nhất"),
    (r"toi thieu", Topic.LIMIT, "tối thiểu"),
    (r"toi da", Topic.LIMIT, "tối đa"),
    (r"khong qua(?= )", Topic.LIMIT, "không quá"),
    (r"bi (?:xu ly )?k[yi] luat", Topic.DISCIPLINE, "bị kỷ luật"),
    (r"bi (?:khien trach|canh cao|cach chuc|giang chuc|ha bac luong|buoc thoi viec)", Topic.DISCIPLINE, ""),
    (r"khong (?:gioi|han) (?:han|che)", Topic.QUOTA, "không giới hạn"),
    (r"khong (?:duoc )?de (?:xay ra|phat sinh)", Topic.NONE_OF, ""),
    (
        r"(?:phai )?(?:dong thoi )?(?:dat|dap ung|co|hoan thanh|bao dam|dam bao) (?:(?:dong thoi|ca|day du|du|hai|cac|nhung) )*"
        r"(?:tieu chuan|dieu kien)(?:,? (?:va )?(?:dieu kien|tieu chuan))?(?: khen thuong)?(?: cua| doi voi)? (?:ca )?(?:ca nhan|tap the)",
        Topic.CONDITION,
        "",
    ),
    (r"khong co$", Topic.NONE_OF, ""),
    (r"tieu chuan,? (?:va )?dieu kien cua", Topic.STANDARD, "tiêu chuẩn, điều kiện của"),
    (r"phai dat (?:cac )?tieu chuan", Topic.STANDARD, "phải đạt tiêu chuẩn"),
    (r"^hinh thuc khen thuong(?=\W+\w)|^h\w{2,3} t\w{2,3} khen t\w{3,6}(?= ?:)", Topic.AWARD, "hình thức khen thưởng"),
    (r"ho so gom|^(?:thanh phan )?ho so(?=[^:]*:)", Topic.DOSSIER, "hồ sơ"),
    (r"(?<!da )duoc (?:xet,? )?tang (?:cho|giay khen|bang khen)", Topic.STANDARD, "được xét, tặng"),
    (r"(?:khong|chua) (?:duoc |phai )?(?:hoi dong )?(?:xet|xem xet|binh xet)(?! xu| ky luat| trach nhiem)", Topic.EXCLUSION, "không xét"),
    (r"(?:khong|chua) (?:duoc )?(?:khen thuong|dua vao (?:dien|danh sach)|thuoc dien|trong dien)", Topic.EXCLUSION, ""),
    (r"khong duoc (?:khen|tang|de nghi (?:khen|tang))|thi khong (?:khen|tang|de nghi)", Topic.EXCLUSION, ""),
    (r"chi (?:duoc )?(?:xet|binh xet|khen|tang|trao|de nghi)", Topic.CONDITION, ""),
    (r"khong (?!ai )[^,;]*?\bcao hon (?:(?:muc|hinh thuc) (?:khen thuong|khen) )?(?:cua )?(?:don vi|tap the)\b", Topic.CONDITION, ""),
    (r"(?:giay khen|bang khen|duoc (?:khen|tang))\b[^,;]*? (?:xep|xet|lua chon) theo\b", Topic.TIE, ""),
    (rf"^{_OF_A_WAVE}{_FIGURES}\b[^.;]*\b(?:luy ke|cong don|chot)\b", Topic.WAVE, ""),
    (
        rf"^{_OF_A_WAVE}{_FIGURES}\b(?=[^.;]*\b(?:(?:moi|tung|hai|cua) dot|dot (?:\d|[ivx]+\b|thu|do|nay|nao|sau|truoc)))[^.;]*?{_COUNTED}",
        Topic.WAVE,
        "",
    ),
    (rf"^(?:rieng |doi voi )?(?:(?:moi|tung|cac) )?dot\b[^.;]*?{_COUNTED}[^.;]*?\b(?:so lieu|ket qua)\b", Topic.WAVE, ""),
    (r"(?:ket qua|so lieu|chi tieu|thanh tich|diem)\b[^,;]*? (?:khong |duoc )?tinh (?:vao|theo|rieng|chung|gop)", Topic.WAVE, ""),
    (r"(?:ket qua|so lieu|chi tieu)\b[^,;]*? khong tinh\b", Topic.TARGET, ""),
    (r"chiem (?=it|toi|qua|hon|tren|duoi|khong|da so|thieu so|phan lon)|la (?:da so|thieu so)\b", Topic.COMPOSITION, ""),
    (r"(?:phai|khi|neu) .*?\b(?:du|dat) (?:cac )?(?:dieu kien|tieu chuan)", Topic.CONDITION, "đủ điều kiện"),
    (r"^thoi gian(?: thi dua)? ?(?=:)", Topic.PERIOD, "thời gian"),
    (r"^(?:ket qua|so lieu)\b.*\b\d+ thang", Topic.PERIOD, "kết quả … tháng"),
    (r"^ky (?:lay |tinh )?so lieu(?: ?:| (?:nhu|trung|theo|la|bang|tinh|lay|do|duoc)\b)", Topic.PERIOD, ""),
    (r"^so lieu\b[^.;]*\b(?:tinh|lay)\b[^.;]* thoi gian (?:thi dua|phat dong)\b", Topic.PERIOD, ""),
    (r"(?:bang|ngang) (?:diem )?nhau(?=,? (?:thi|uu tien|xet|ve)\b| ?:)", Topic.TIE, "bằng nhau"),
    (
        rf"(?:{_EQUAL})\b[^.;]*\b(?:hoi dong|quyet dinh|bo phieu|boc tham|binh (?:xet|chon)|bieu quyet|uu tien|khen|giao|do)\b",
        Topic.TIE,
        "",
    ),
    (r"uu tien (?:xet|khen|lua chon|de nghi|tap the|ca nhan|cong chuc|don vi|nguoi|chap hanh vien|phong|co ty le)", Topic.TIE, "ưu tiên"),
    (
        r"^thu tu\b[^.;]*\b(?:ty le|ti le|so viec|so tien|ve viec|ve tien)\b|^(?:uu tien|xet|so|can cu)(?: theo)? (?:ty le|ti le|ket qua)"
        r"\b[^.;]*\b(?:roi|sau do|tiep den|tiep theo|truoc)\b",
        Topic.TIE,
        "",
    ),
    (r"uu tien (?:theo )?(?:ty le|ti le|ket qua|so tien|so viec|tien|viec)\b(?! giai)", Topic.TIE, ""),
    (r"\b(?:chon|lay|xet) theo (?:ty le|ti le|ket qua)\b|\bve (?:tien|viec)\b[^.;]*\bxet (?:truoc|sau)\b", Topic.TIE, ""),
    (r"tu (?:cao (?:xuong|den) thap|thap (?:len|den) cao)", Topic.TIE, ""),
    (r"(?:bang|ngang|nhu) (?:diem )?nhau\b[^.;]*\b(?:so|tinh|chon|lay)\b", Topic.TIE, "bằng nhau"),
    (
        r"(?:xet|xep|lay|chon|so sanh|lua chon)(?: \w+){0,3} tu (?:cao (?:xuong|den) thap|thap (?:len|den) cao|tren xuong) theo",
        Topic.RANKING,
        "",
    ),
    (r"thu tu (?:xep|xet|uu tien)|^xep (?:hang|thu tu|loai)\b(?=.*\btheo\b)", Topic.RANKING, ""),
    (r"ha (?:mot |\d+ )?(?:hang|bac)\b(?! luong)", Topic.DEMOTION, ""),
    (r"(?:ket qua|so lieu|chi tieu)\b[^,;]*\bdot\b.* (?:cao|thap|nhieu|it) hon", Topic.WAVE, ""),
    (r"(?:chi tieu|ty le)\b[^.;]*\bdot (?:\d+|thu)|dot (?:\d+|thu \w+)\b[^.;]*\bchi tieu", Topic.WAVE, ""),
    (
        r"\bdot (?:\d+|[ivx]+|thu \w+|nay|sau)\b[^.;]*?(?:\b\w+ hon|\bvuot|\bkem|\bso voi)\b[^.;]*?\bdot (?:\d+|[ivx]+|thu|truoc|kia)\b",
        Topic.WAVE,
        "",
    ),
    (r"ap dung (?:cho|doi voi|trong) dot", Topic.WAVE, ""),
    (r"lam tron", Topic.QUOTA, "làm tròn"),
    (r"khong vuot(?= )(?! cap\b| tham quyen)", Topic.LIMIT, "không vượt"),
    (r"nhieu nhat(?: la)? (?=\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b)", Topic.LIMIT, "nhiều nhất"),
    (r"ho so\b[^,;]*\bkhong (?:duoc )?(?:hoi dong )?(?:tiep )?(?:nhan|xem xet|giai quyet)\b", Topic.DEADLINE, ""),
    (r"(?:sau|qua) (?:thoi )?han\b[^;]*\b(?:khong (?:duoc )?(?:xem|xet|de nghi|nhan|tiep nhan)|coi nhu)\b", Topic.DEADLINE, ""),
    (r"khong (?:duoc )?tiep nhan\b", Topic.DEADLINE, ""),
    (r"^(?:ty le|ti le|tong so|so)\b[^,;:]*\bphai (?:giu|tang|giam|bang|cao|thap|dat|duy tri)\b", Topic.TARGET, ""),
    (r"^(?:(?:moi|tung|cac|tat ca|toan the) )+[^,;]*?\b(?:dat|hoan thanh|vuot)\b[^,;]*\bchi tieu\b", Topic.TARGET, ""),
    (r"(?:phai|deu) (?:dat|hoan thanh|vuot)\b[^,;]*\bchi tieu\b", Topic.TARGET, ""),
    (
        r"(?:khong|chua) ap dung(?=\W*$| (?:(?:cac|nhung) )?(?:chi tieu|muc nay|doi voi|cho)\b)|(?:khong|chua) giao chi tieu|mien chi tieu",
        Topic.EXEMPT,
        "",
    ),
    (r"tong so (?:giay khen|bang khen|suat|so luong)", Topic.QUOTA, "tổng số"),
    (r"(?:so luong|khong (?:nhieu|it) hon)\b.*\btong so", Topic.QUOTA, "tổng số"),
    (rf"(?:so luong|tong so|^so (?:tap the|ca nhan|don vi))\b[^;]*\b(?:{_COUNTED_IN})\b[^;]*\b{_OTHER_AWARD}", Topic.OF_TWO_AWARDS, ""),
    (rf"{_OTHER_AWARD}\b[^;]*\b(?:tinh|nam|thuoc|ke|trong)\b[^;]*\bso luong\b", Topic.OF_TWO_AWARDS, ""),
    (rf"{_OTHER_AWARD}\b[^;]*\b(?:thoi|khong) (?:de nghi|xet|tang|duoc)\b[^;]*\b{_OTHER_AWARD}", Topic.OF_TWO_AWARDS, ""),
    (rf"khong (?:de nghi |xet |duoc )*(?:tang )?{_OTHER_AWARD}\b[^;]*\bda (?:duoc )?[^;]*\b{_OTHER_AWARD}", Topic.OF_TWO_AWARDS, ""),
)
# What says a rule only where one is expected: elsewhere they are words like others.
_EXPECTED: tuple[tuple[str, Topic, str], ...] = (
    (r"(?:dat|hoan thanh|vuot)\b[^,;]*\bchi tieu\b(?!\W+nhiem vu)", Topic.TARGETS_MET, ""),
    (r"(?:du|dat) (?:cac )?(?:dieu kien|tieu chuan)", Topic.CONDITION, ""),
    (r"(?:khong )?(?:nhieu|it|cao|thap|lon|nho) hon", Topic.TARGET, ""),
    (r"khong (?:tang|giam)\b(?! cuong)", Topic.TARGET, ""),
    (r"tong so", Topic.QUOTA, "tổng số"),
    (r"mot (?:nua|phan)|qua nua", Topic.QUOTA, ""),
    (r"khien trach|canh cao|cach chuc|giang chuc|buoc thoi viec", Topic.DISCIPLINE, ""),
)
# What only rules say of a figure: beside another time whatever it is about, else of a quantity.
_BESIDE = frozenset(("HIGHER", "NOT_HIGHER", "LOWER", "NOT_LOWER", "COMPARED_WITH"))
_WANTED = frozenset(("REACH", "ASSIGNED", "EXCEEDING", "SHORT_OF", "INCREASE", "DECREASE", "AVERAGE", "NONE_OF"))
_MORE_OR_LESS = ("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "không tăng", "không giảm")
_AWARDED = frozenset({"tập thể", "cá nhân", "đơn vị", "người"})  # that a number of awards counts
_QUOTED = ("QUOTED", "QUOTED_REWARD")


@cache
def _patterns(expected: bool) -> tuple[tuple[re.Pattern[str], Topic, str], ...]:
    rows = (*_SIGNS, *_EXPECTED) if expected else _SIGNS
    return tuple((re.compile(pattern if pattern[0] == "^" else rf"\b(?:{pattern})\b"), topic, said) for pattern, topic, said in rows)


@cache
def _bare(char: str) -> str:
    return plain(char)[:1] or " "


# “Ngày 30/6/2023 Cục THADS đã ban hành …”: what was done on a day is no rule, unless it is one on another day.
_PAST = re.compile(
    r"^(?:[^.;]*, )?(?:vào )?ngày \d[^.;]*\bđã (?:ban hành|ký|phát động|triển khai|tổ chức|có văn bản)\b(?!.*\b(?:trước|đến) )",
    re.IGNORECASE,
)


def loose_numbers(lexemes: tuple[Lexeme, ...]) -> list[Lexeme]:
    """The numbers that have no role by their form alone; a day on which something was done already has one."""
    numbers = [lexeme for lexeme in lexemes if lexeme.terminal in NUMERIC]
    if all(number.terminal != "DATE" for number in numbers):
        return numbers
    past = _PAST.search(" ".join(lexeme.text for lexeme in lexemes)) is not None
    return [number for number in numbers if not (past and number.terminal == "DATE")]


def awards_counted(lexemes: tuple[Lexeme, ...]) -> Sign | None:
    """“Tặng Giấy khen đợt 1 cho | 03 tập thể |”: how many get an award, where no year before says that they got it."""
    if any(lexeme.terminal == "YEAR" for lexeme in lexemes) or _PAST.search(" ".join(lexeme.text for lexeme in lexemes)):
        return None
    award = next((lexeme for lexeme in lexemes if lexeme.terminal == NameKind.REWARD.value), None)
    counted = any(isinstance(lexeme.value, Figure) and lexeme.value.unit in _AWARDED for lexeme in lexemes)
    beside = {NameKind.REWARD.value, NameKind.SUBJECT.value}  # “03 Giấy khen”, “03 Phòng nghiệp vụ”
    given = any(lexeme.terminal == "NUMBER" and behind.terminal in beside for lexeme, behind in pairwise(lexemes))
    return Sign(award.text, Topic.QUOTA, award.start, award.end) if award is not None and (counted or given) else None


def sign(lexemes: tuple[Lexeme, ...], *, expected: bool = False) -> Sign | None:
    """The first words outside quotations that give a rule away, a figure in words before others.

    `expected`: in a list of rules, where more words do.
    """
    text = _unquoted(lexemes)
    found = sorted(
        (*_signs(text, expected), *_spelled(text), *_habits(text), *_alike(lexemes, text, expected)),
        key=lambda each: (each.topic is not Topic.FIGURE, each.start),
    )
    return found[0] if found else None


def _unquoted(lexemes: tuple[Lexeme, ...]) -> str:
    """The sentence with every token at its place; without quotations, which only mention words, and without words that repeat digits."""
    text = ""
    for lexeme in lexemes:
        if lexeme.terminal not in _QUOTED:
            said = lexeme.text.partition("(")[0] if lexeme.terminal in NUMERIC else lexeme.text
            text = text.ljust(lexeme.start - len(lexeme.skipped)) + lexeme.skipped + said
    return text


def _signs(text: str, expected: bool) -> Iterator[Sign]:
    if expected:
        text = standard_words("rank").sub(lambda rank: " " * len(rank[0]), text)
    bare = "".join(_bare(char) for char in text)
    for pattern, topic, said in _patterns(expected):
        if found := pattern.search(bare):
            yield Sign(said or text[found.start() : found.end()].strip(), topic, found.start(), found.end())


def _spelled(text: str) -> Iterator[Sign]:
    if found := spelled(text):
        yield Sign(found.written, Topic.FIGURE, found.start, found.end)


def _habits(text: str) -> Iterator[Sign]:
    """“O5 tập thể”: a figure that nobody took for one."""
    for habit in habits_in(text):
        if habit.sure and Kind.LETTERS in habit.kinds:
            yield Sign(text[habit.start : habit.end], Topic.FIGURE, habit.start, habit.end)


def _alike(lexemes: tuple[Lexeme, ...], text: str, expected: bool) -> Iterator[Sign]:
    if at := alike(lexemes, expected=expected):
        yield Sign(text[at[0] : at[1]].strip(), Topic.ALIKE, *at)


def goal_words(lexemes: tuple[Lexeme, ...]) -> str:
    """The words by which a sentence without a figure wants something of a quantity, or beside another time; empty if it does not."""
    if spoken_of(lexemes) is None:
        if assigned := _assigned_of(lexemes):
            return assigned
        return next((lexeme.text for lexeme in lexemes if lexeme.terminal in _BESIDE), "")
    words = plain(" ".join(lexeme.text for lexeme in lexemes))
    said = next((lexeme.text for lexeme in lexemes if lexeme.terminal in _BESIDE | _WANTED), "")
    return said or next((more for more in _MORE_OR_LESS if plain(more) in words), "")


def _assigned_of(lexemes: tuple[Lexeme, ...]) -> str:
    """“đạt chỉ tiêu được giao về | bản án phải phân loại lại”: of something whose name nobody knows."""
    return next((one.text for one, two in pairwise(lexemes) if one.terminal == "ASSIGNED" and two.text.casefold() == "về"), "")


def looks_like_a_rule(lexemes: tuple[Lexeme, ...], *, excluding: bool = False, amending: bool = False) -> bool:
    """Whether a sentence may not pass as a judgment; among exclusions (`excluding`) a share of a wave is a question that people answer.

    `amending`: in a plan that amends a points table.
    """
    shared = not excluding and any(lexeme.terminal == "SHARE" for lexeme in lexemes)
    told = sign(lexemes, expected=not excluding) is not None or spoken_of(lexemes) is not None
    return bool(loose_numbers(lexemes)) or shared or told or points_matter(lexemes, amending=amending) is not None


def spoken_of(lexemes: tuple[Lexeme, ...]) -> Lexeme | None:
    """The first quantity, or place of the plan, that a sentence names: with one of them it is about figures, not about judgment."""
    return next((lexeme for lexeme in lexemes if lexeme.terminal in (NameKind.QUANTITY.value, "PLACE")), None)


_STATISTIC = re.compile(r"(?:tong so|so|ty le|ti le) \w")  # first words of what is counted, whatever it is called
_COUNTED_ON = frozenset({"ASSIGNED", "EXCEEDING", "SHORT_OF", "INCREASE", "DECREASE", "AVERAGE", "MONTHLY"})


# Whose figure it is, and what is wanted of it, before its name: “Đối với Chi cục THADS, phấn đấu có | tỷ lệ …”.
_BEFORE_A_STATISTIC = frozenset(
    {NameKind.SUBJECT.value, "FOR", "EACH", "APART_FROM_THAT", "STRIVE", "REACH", "MUST_REACH", "HAVING", "COMMA", "AND"}
)


def counts(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether a sentence begins like a statistic and goes on like a target of it, though no name of it is known."""
    if any(reached.terminal in ("REACH", "MUST_REACH") and said.terminal == "ASSIGNED" for reached, said in pairwise(lexemes)):
        return True
    named = dropwhile(lambda lexeme: lexeme.terminal in _BEFORE_A_STATISTIC or lexeme.text.casefold() == "có", lexemes)
    words = plain(" ".join(lexeme.text for lexeme in islice(named, 3)))
    return _STATISTIC.match(words) is not None and any(lexeme.terminal in _COUNTED_ON for lexeme in lexemes)
