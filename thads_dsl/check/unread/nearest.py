"""Ready lines near to what a sentence seems to want: a clerk who is not understood needs one that is, not a list of forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.lexer import Lexeme


class Topic(Enum):
    """What a rule that is not read seems to be about; the value is the chapter of the guide that tells how to write it."""

    TARGET = ("Chỉ tiêu", 4)
    EXEMPT = ("Không áp dụng chỉ tiêu", 4)
    NONE_OF = ("Điều không được để xảy ra", 7)
    FIGURE = ("Số viết bằng chữ", 3)
    PERIOD = ("Thời gian, kỳ số liệu", 6)
    WAVE = ("Số liệu của từng đợt", 6)
    DEADLINE = ("Thời hạn", 6)
    REFUSED_FILE = ("Hồ sơ muộn, hồ sơ thiếu", 8)
    STANDARD = ("Tiêu chuẩn", 7)
    CONDITION = ("Điều kiện", 7)
    TARGETS_MET = ("Đạt các chỉ tiêu", 7)
    DISCIPLINE = ("Kỷ luật", 7)
    EXCLUSION = ("Trường hợp không xét", 7)
    AWARD = ("Hình thức khen thưởng", 7)
    QUOTA = ("Số lượng", 8)
    OF_TWO_AWARDS = ("Số lượng của hai hình thức", 8)
    COMPOSITION = ("Cơ cấu", 8)
    TIE = ("Thứ tự ưu tiên", 8)
    DOSSIER = ("Hồ sơ", 8)
    RANKING = ("Xếp thứ tự", 9)
    DEMOTION = ("Hạ hạng", 9)

    @property
    def chapter(self) -> int:
        """The chapter of the guide about it."""
        return self.value[1]


# Each is read as it stands by the family that its topic is about; a test reads them all.
LINES: dict[Topic, tuple[str, ...]] = {
    Topic.TARGET: (
        "đạt tỷ lệ thi hành xong trên có điều kiện từ 80% trở lên về việc",
        "tỷ lệ thi hành xong trên có điều kiện về tiền cao hơn năm trước",
    ),
    Topic.EXEMPT: (),
    Topic.NONE_OF: ("không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức “khiển trách” trở lên",),
    Topic.FIGURE: (),
    Topic.PERIOD: (
        "Thời gian: Từ ngày 01/4/2026 đến hết ngày 30/6/2026",
        "Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026",
    ),
    Topic.WAVE: ("Đợt 1: Thời gian từ ngày 01/10/2025 đến hết ngày 31/3/2026. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 31/3/2026.",),
    Topic.DEADLINE: (
        "Hồ sơ gửi về THADS tỉnh trước ngày 10/7/2026",
        "Hồ sơ gửi về THADS tỉnh chậm nhất ngày 10/7/2026",
    ),
    Topic.REFUSED_FILE: (
        "Hồ sơ gửi sau thời hạn thì không được xét.",
        "Hồ sơ không đủ thành phần thì không được xét.",
    ),
    Topic.STANDARD: (
        "Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:",
        "Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên",
    ),
    Topic.TARGETS_MET: ("đạt các chỉ tiêu về việc", "đạt các chỉ tiêu về việc và về tiền"),
    Topic.CONDITION: (
        "Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên",
        "Thủ trưởng đơn vị chỉ được xét khen thưởng khi đơn vị đủ điều kiện khen thưởng",
    ),
    Topic.DISCIPLINE: (
        "Không bị kỷ luật từ hình thức “khiển trách” trở lên",
        "Không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức “khiển trách” trở lên",
    ),
    Topic.EXCLUSION: (),
    Topic.AWARD: ("Hình thức khen thưởng: Giấy khen của Trưởng THADS tỉnh",),
    Topic.QUOTA: (
        "không quá 02 tập thể, do Hội đồng bình xét lựa chọn",
        "không quá 15% tổng số cá nhân của mỗi đơn vị, do Hội đồng bình xét lựa chọn",
    ),
    Topic.OF_TWO_AWARDS: (
        "Tập thể, cá nhân được đề nghị tặng Bằng khen thì không xét tặng Giấy khen.",
        "Chọn 01 tập thể tiêu biểu nhất trong số tập thể được tặng Giấy khen đề nghị cấp trên tặng Bằng khen.",
    ),
    Topic.COMPOSITION: ("Trong tổng số cá nhân được khen thưởng, ít nhất 50% là Chấp hành viên",),
    Topic.TIE: (
        "không quá 02 tập thể, xét từ cao xuống thấp theo tỷ lệ thi hành xong trên có điều kiện về việc, bằng nhau thì theo tỷ lệ thi hành "
        "xong trên có điều kiện về tiền",
    ),
    Topic.DOSSIER: ("Hồ sơ gồm: Tờ trình; Biên bản họp; Báo cáo thành tích",),
    Topic.RANKING: ("Xếp thứ tự theo tổng điểm; bằng điểm, ưu tiên lần lượt: tỷ lệ thi hành xong trên có điều kiện về tiền",),
    Topic.DEMOTION: ("Đơn vị có cá nhân bị kỷ luật từ hình thức “cảnh cáo” trở lên: hạ một hạng",),
}

_NOT_FOR = re.compile(r"không xét.* đối với:? (.+)", re.IGNORECASE)
_THEN_NOT = re.compile(r"(?:nếu |trường hợp )?(.+?),? (?:thì )?(?:không|chưa) (?:được )?(?:xét|bình xét|khen|tặng|đề nghị)", re.IGNORECASE)
_EXEMPT = re.compile(r"(?:riêng |đối với )*(.+?):? (?:thì )?(?:không|chưa) (?:áp dụng|giao)(?: (?:các )?chỉ tiêu.*)?", re.IGNORECASE)
_NONE_BEHIND = re.compile(r"([^:;]+?):? (?:không có|không để xảy ra)", re.IGNORECASE)
_OF_A_UNIT = re.compile(r"^(?:cac )?(?:tap the|don vi|phong|chi cuc)\b.*?\b(?:co|de|cua|thuoc)\b")
_CASE = re.compile(r",? (?:thì )?(?:không|chưa) (?:được )?(?:xét|xem xét|bình xét|đề nghị|khen).*$", re.IGNORECASE)
_WINDOWS = frozenset({"DURING_CAMPAIGN", "DURING_THE_WAVE", "DURING_DATA"})
_HEAD = re.compile(r"(?:doi voi|truong hop(?: sau)?(?: day)?)\W*$|^(?:nhung|cac) truong hop")
_OF_NUMBERS = {
    "PERCENT": Topic.TARGET,
    "PERCENT_POINTS": Topic.TARGET,
    "MEASURE": Topic.TARGET,
    "AWARDS": Topic.QUOTA,
}


def topic_of_number(terminal: str) -> Topic | None:
    """What a rule with such a number is mostly about."""
    return _OF_NUMBERS.get(terminal)


def more_about(topic: Topic) -> str:
    """Where a clerk reads on."""
    return f"Xem chương {topic.chapter} của sách hướng dẫn, hoặc lệnh: thads explain TH101."


def nearest_ways(topic: Topic, line: int, *, issued: bool, own: Own | None = None) -> tuple[Way, ...]:
    """Lines of the forms that are near: for a draft to write like them, for an issued text to restate like the first.

    `own`: what the sentence that is not read says itself; names and figures of it stand in the lines.
    """
    how = f"Dán dưới dòng {line}, viết theo mẫu, giữ con số của câu:" if issued else "Viết lại theo mẫu gần nhất, thay tên và con số:"
    note = "Hiểu là: " if issued else ""
    return tuple(Way(how if at == 0 else "Hoặc:", note + ready) for at, ready in enumerate(_lines(topic, own)))


def _lines(topic: Topic, own: Own | None) -> tuple[str, ...]:
    if own is None or topic is Topic.OF_TWO_AWARDS:  # whose own words do not tell which of the two is the higher
        return LINES[topic]
    beside = next((lines for words, lines in BESIDE if words.search(plain(own.text))), ()) if topic is Topic.TARGET else ()
    return tuple(own.filled(ready) for ready in beside or LINES[topic])


@dataclass(frozen=True, slots=True)
class Own:
    """A sentence that is not read: its words, the first of each kind by its terminal, and whether its statistic is về việc or về tiền."""

    text: str
    words: Mapping[str, str]
    has_facets: bool

    def filled(self, ready: str) -> str:
        """A ready line with the sentence's own names and figures."""
        quantity = self.words.get("QUANTITY", "")
        for terminal, sample in _SAMPLES:
            said = self.words.get(terminal, "")
            if said and (terminal != "QUANTITY" or plain(quantity).startswith("ty le")):
                ready = ready.replace(sample, said[0].lower() + said[1:] if terminal == "QUANTITY" else said)
        return ready if self.has_facets or RATE in ready else _SIDE.sub("", ready)


RATE = "tỷ lệ thi hành xong trên có điều kiện"  # what most plans are about
_SIDE = re.compile(r" về (?:việc|tiền)(?: và về (?:việc|tiền))?")
# What of the ready lines gives way to the words of the sentence.
_SAMPLES = (
    ("QUANTITY", RATE),
    ("PERCENT", "80%"),
    ("PERCENT", "15%"),
    ("AWARDS", "02 tập thể"),
    ("DATE", "10/7/2026"),
    ("SANCTION", "khiển trách"),
    ("REWARD", "Giấy khen"),
    ("POST", "Trưởng THADS tỉnh"),
)
# Targets beside another time, or beside what was assigned, by the words that want them; tried in this order.
BESIDE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\bkhong tang\b|giu nguyen|\bgiam\b"), (f"{RATE} về việc không tăng so với cùng kỳ năm trước",)),
    (re.compile(r"\bkhong giam\b|duy tri"), (f"{RATE} về việc không giảm so với cùng kỳ năm trước",)),
    (re.compile(r"duoc giao|giao chi tieu|(?:dat|hoan thanh|vuot)\b.*\bchi tieu\b"), (f"{RATE} về việc đạt chỉ tiêu được giao",)),
)


def disciplined_ways(lexemes: Sequence[Lexeme], asked: str) -> tuple[Way, ...]:
    """“… bị kỷ luật … thì không xét” in words nobody reads: the sentence that the sheet Kỷ luật answers, else the council's question."""
    first = {lexeme.terminal: lexeme.text for lexeme in reversed(lexemes)}
    named = canonical(first.get("SUBJECT", "Cá nhân"))
    whose = " có công chức" if "ANY_MEMBER" in first or _OF_A_UNIT.search(plain(asked)) else ""
    mildest = first.get("SANCTION", "khiển trách").strip('"')
    window = "".join(f" {lexeme.text}" for lexeme in lexemes if lexeme.terminal in _WINDOWS)
    award = f"xét tặng {first['REWARD']}" if "REWARD" in first else "xét khen thưởng"
    case = _CASE.sub("", canonical(asked).replace('"', "")).strip(" ,")
    computed = f"{named[0].upper()}{named[1:]}{whose} bị kỷ luật từ hình thức “{mildest}” trở lên{window} thì không {award}."
    return (
        Way("Để máy tra trang “Kỷ luật”, viết theo mẫu (có thời gian thì thêm “(từ ngày … đến ngày …)”):", computed),
        Way("Để Hội đồng trả lời:", f"Không xét khen thưởng đối với:\n- {case}\nHiểu là: Hội đồng bình xét “{case}”"),
    )


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
    found = _NOT_FOR.search(sentence) or _THEN_NOT.match(sentence)
    who = canonical(found[1]) if found else "…"
    return (Way("Viết thành danh sách trường hợp không xét:", f"Không xét khen thưởng đối với:\n- {who}"),)
