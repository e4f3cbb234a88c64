"""Ready lines near to what a sentence seems to want, and the one law of them: a ready line says no more and no less than its author.

A pattern is offered only if every figure and every name of the sentence has a place in it, and it says “nhiều nhất” or “ít nhất” as the
sentence does. What the sentence leaves out is “…” for the author to fill in: no pattern has a figure, a day or a name of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thads_dsl.check.unread.topics import Topic
from thads_dsl.source import plain
from thads_dsl.syntax.grammar import wordings
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import NameKind

HOLE = "…"
_FIGURES = ("PERCENT", "MEASURE", "PERCENT_POINTS")
_NAMED = frozenset(
    kind.value
    for kind in (NameKind.QUANTITY, NameKind.SUBJECT, NameKind.REWARD, NameKind.POST, NameKind.AGENCY, NameKind.SANCTION, NameKind.EVENT)
)
# What a ready line may not lose.
_TO_PLACE = NUMERIC | _NAMED | {"FRACTION", "SHARE", "PLACE", "QUOTED_REWARD"}
# What a pattern says in its own words, or a goal may do without.
_SAYS_NO_MORE = frozenset(
    {"STRIVE", "REACH", "MUST_REACH", "HAVING", "COMMA", "COLON", "SEMICOLON", "AND", "BEFORE", "AT_LATEST"}
    | {"AT_LEAST", "AT_MOST", "BELOW", "ABOVE", "FROM", "TO", "OR_MORE", "OR_LESS"}
)
_SMALL_WORDS = frozenset({"la", "cua", "duoc", "thi", "se", "phai", "ki"})
# Without one of these the rule would be another one.
_TURNS_ROUND = re.compile(r"\b(?:khong|chua|chang|tru|ngoai|trai|mien|loai|het|duoi|qua|giam|thap|xuong|tut)\b")
_BOUND = re.compile(rf"\b(?:{'|'.join(map(wordings, ('AT_LEAST', 'AT_MOST', 'BELOW', 'ABOVE')))})(?!\w)", re.IGNORECASE)
# “{X}” is a word of the sentence of that terminal, or “…”; “[ … ]” is left out where the sentence has none of its words.
_GOAL = "[{SUBJECT} đạt ]{QUANTITY}[ {SIDE}]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line that its family reads once it is filled in.

    `said`: the words, compared without diacritics, without which the sentence does not mean it; `bound`: the comparison it makes, if any.
    """

    topic: Topic
    text: str
    said: str = ""
    bound: str | None = None


_OF_AWARDS = r"\bkhen|so luong|\bsuat\b|xet tang"
_UPWARDS = r"^(?!.*\b(?:tro xuong|duoi muc)\b).*"
PATTERNS: tuple[Pattern, ...] = (
    Pattern(Topic.TARGETS_MET, "đạt các chỉ tiêu[ {SIDE}][ tại {PLACE}]", r"^(?!.*\b(?:khong|chua) (?:dat|hoan thanh)\b)"),
    Pattern(Topic.PERIOD, "Thời gian: từ {DATE} đến hết {DATE}", "thoi gian"),
    Pattern(Topic.PERIOD, "Kỳ số liệu: từ {DATE} đến hết {DATE}", "ket qua|so lieu|tinh tu"),
    Pattern(Topic.DEADLINE, "Hồ sơ[ của {SUBJECT}] gửi[ về {AGENCY}] trước {DATE}", r"ho so.* truoc\b"),
    Pattern(Topic.DEADLINE, "Hồ sơ[ của {SUBJECT}] gửi[ về {AGENCY}] chậm nhất {DATE}", r"ho so.* (?:cham nhat|den het|den|truoc het)\b"),
    Pattern(Topic.DEADLINE, "Báo cáo[ của {SUBJECT}] gửi[ về {AGENCY}] trước {DATE}", r"bao cao.* truoc\b"),
    Pattern(Topic.DEADLINE, "Báo cáo[ của {SUBJECT}] gửi[ về {AGENCY}] chậm nhất {DATE}", r"bao cao.* (?:cham nhat|den het|den)\b"),
    Pattern(
        Topic.STANDARD, "{REWARD} được xét, tặng cho {SUBJECT} đạt các tiêu chuẩn, điều kiện sau:", r"\btang\b.*(?:tieu chuan|dieu kien)"
    ),
    Pattern(
        Topic.STANDARD,
        "Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên",
        "thu truong|dung dau|lanh dao",
    ),
    Pattern(
        Topic.CONDITION,
        "Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên",
        r"(?:thu truong|dung dau).*(?:tieu chuan|dieu kien) .*ca nhan.* tap the",
    ),
    Pattern(
        Topic.CONDITION,
        "Thủ trưởng đơn vị chỉ được xét khen thưởng khi đơn vị đủ điều kiện khen thưởng",
        r"(?:thu truong|dung dau).*\bchi\b.*\b(?:don vi|tap the)",
    ),
    Pattern(
        Topic.DISCIPLINE,
        "[{SUBJECT} ]không bị kỷ luật từ hình thức “{SANCTION}” trở lên[ (từ {DATE} đến {DATE})][ {TIME}]",
        rf"{_UPWARDS}\b(?:khong|chua)\b",
    ),
    Pattern(
        Topic.DISCIPLINE,
        "Không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức “{SANCTION}” trở lên[ (từ {DATE} đến {DATE})][ {TIME}]",
        rf"{_UPWARDS}\b(?:khong|chua) co\b",
    ),
    Pattern(Topic.AWARD, "Hình thức khen thưởng: {REWARD} của {POST}", "hinh thuc"),
    Pattern(Topic.QUOTA, "[{REWARD}: ][{SUBJECT}: ]không quá {AWARDS}", bound="≤"),
    Pattern(Topic.QUOTA, "không quá {PERCENT} tổng số {SUBJECT}", _OF_AWARDS, bound="≤"),
    Pattern(Topic.QUOTA, "{SUBJECT}: không giới hạn số lượng", "khong (?:gioi|han) (?:han|che)"),
    Pattern(Topic.COMPOSITION, "Trong tổng số cá nhân được khen thưởng, ít nhất {PERCENT} là {SUBJECT}", "chiem|trong (?:so|tong)", "≥"),
    Pattern(Topic.TIE, "bằng nhau thì theo {QUANTITY}[ {SIDE}]", "bang|ngang|nhu"),
    Pattern(Topic.RANKING, "Xếp thứ tự theo {QUANTITY}[ {SIDE}]", r"\bxep\b"),
    Pattern(Topic.DEMOTION, "Đơn vị có cá nhân bị kỷ luật từ hình thức “{SANCTION}” trở lên: hạ một hạng", "ky luat"),
    Pattern(Topic.TARGET, f"{_GOAL} {{FIGURE}}", bound=""),
    Pattern(Topic.TARGET, f"{_GOAL} từ {{FIGURE}} trở lên", bound="≥"),
    Pattern(Topic.TARGET, f"{_GOAL} trên {{FIGURE}}", bound=">"),
    Pattern(Topic.TARGET, f"{_GOAL} không quá {{FIGURE}}", bound="≤"),
    Pattern(Topic.TARGET, f"{_GOAL} dưới {{FIGURE}}", bound="<"),
)
# A target beside another time or beside what was assigned: the words that want it, and how it goes on, with a figure or without one.
_BESIDE: tuple[tuple[str, str, str], ...] = (
    (r"\bchi tieu\b|duoc giao", "", " đạt chỉ tiêu được giao"),
    (r"\bkhong tang\b|giu nguyen", "", " không tăng so với {BASE}"),
    (r"\bkhong giam\b|duy tri", "", " không giảm so với {BASE}"),
    (r"(?<!khong )\b(?:cao|nhieu) hon\b", "", " cao hơn {BASE}"),
    (r"(?<!khong )\b(?:thap|it) hon\b", "", " thấp hơn {BASE}"),
    (r"\bgiam\b", " giảm từ {FIGURE} trở lên so với {BASE}", " giảm so với {BASE}"),
    (r"\btang\b(?! cuong)", " tăng từ {FIGURE} trở lên so với {BASE}", " tăng so với {BASE}"),
    (r"so voi|cung ky|nam truoc", "", ""),
)
_BOUNDS = (
    ("≤", r"khong (?:qua|vuot|tren|(?:cao|nhieu|lon) hon)|toi da|nhieu nhat|tro xuong|gioi han o|chi duoc"),
    ("≥", r"khong (?:duoi|(?:thap|it|kem|nho) hon)|it nhat|toi thieu|thap nhat|tro len"),
    ("<", r"(?<!khong )(?:duoi|(?:thap|it|kem|nho) hon)|chua (?:den|du)"),
    (">", r"(?<!khong )(?:tren|(?:cao|nhieu|lon) hon|qua|vuot)"),
)
_SIDE = re.compile(r"\bvề (?:số |giá trị )?(việc|tiền)\b", re.IGNORECASE)
_BASE = re.compile(r"\b(?:cùng kỳ )?(?:năm trước|năm \d{4})\b|\bcùng kỳ\b", re.IGNORECASE)
_SLOT = re.compile(r"\{(\w+)\}")
_WORDS = re.compile(r"\w+")
_OPTION = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that is not read: its words that may not be lost, by terminal, and the others without diacritics."""

    words: Mapping[str, tuple[str, ...]]
    rest: str
    has_name: bool  # of a statistic

    @classmethod
    def of(cls, text: str, lexemes: Sequence[Lexeme], *, of_two_sides: bool) -> Said:
        """What a sentence says; `of_two_sides`: its statistic is về việc or về tiền, which only it could say."""
        words: dict[str, tuple[str, ...]] = {}
        others = text
        for lexeme in lexemes:
            if lexeme.terminal in _TO_PLACE:
                words[lexeme.terminal] = (*words.get(lexeme.terminal, ()), _word(lexeme))
                others = others[: lexeme.start] + "_" * (lexeme.end - lexeme.start) + others[lexeme.end :]
        named = "QUANTITY" in words
        counted = [kind for kind in _FIGURES if kind in words]
        figures = tuple(each for kind in counted for each in words.pop(kind)) if named else ()
        of_two_sides = of_two_sides and "MEASURE" not in counted
        sides = tuple(dict.fromkeys(found[1].lower() for found in _SIDE.finditer(others)))
        found = {
            "FIGURE": figures,
            "SIDE": (" và ".join(f"về {side}" for side in sides) or f"về {HOLE}",) if sides or of_two_sides else (),
            "BASE": tuple(each[0] for each in list(_BASE.finditer(text))[:1]),
        }
        return cls({**words, **{kind: each for kind, each in found.items() if each}}, plain(others.replace("_", " ")), named)

    @property
    def bound(self) -> str | None:
        """The comparison that the sentence makes; empty if it makes none, None if more than one."""
        said = [bound for bound, words in _BOUNDS if re.search(rf"\b(?:{words})\b", self.rest)]
        return next(iter(said), "") if len(said) < 2 else None

    @property
    def lacking(self) -> str:
        """Why no target can be made of it, in a sentence; empty where nothing is known against it."""
        figures = [each for kind in (*_FIGURES, "FIGURE", "AWARDS", "NUMBER") for each in self.words.get(kind, ())]
        if len(figures) > 1 and len(figures) > len(self.words.get("AWARDS", ())):
            return f"Câu có {len(figures)} con số ({', '.join(figures)}): mỗi mức, mỗi chỉ tiêu viết thành một câu. "
        if self.words.get("NUMBER"):
            return f"Con số {figures[0]} chưa có đơn vị tính mà máy biết. "
        if any(self.words.get(kind) for kind in _FIGURES):
            return f"Máy chưa biết {figures[0]} là của số liệu nào hay của những ai. "
        return ""

    @property
    def has_figure(self) -> bool:
        """Whether it has a figure of a statistic that it names."""
        return bool(self.words.get("FIGURE"))

    @property
    def in_its_unit(self) -> bool:
        """Whether a percentage is that of a rate, and another figure that of a count; so is no figure."""
        return all(each.endswith("%") == self.is_rate for each in self.words.get("FIGURE", ()))

    @property
    def is_rate(self) -> bool:
        """Whether the statistic is a rate by its name."""
        return any(plain(each).startswith("ty le") for each in self.words.get("QUANTITY", ()))

    @property
    def counted(self) -> bool:
        """Whether statistics answer it, and not people: a figure of a statistic, or how much of the targets is met."""
        return self.has_figure or ("PERCENT" in self.words and "chi tieu" in self.rest)


def ready_lines(topic: Topic, said: Said, *, of_places: bool = False) -> tuple[str, ...]:
    """The patterns that fit, filled in; a LIMIT is one of whatever its figure fits, of places of awards (`of_places`) no target."""
    limits = (Topic.QUOTA, Topic.COMPOSITION, *(() if of_places else (Topic.TARGET,)))
    topics = limits if topic is Topic.LIMIT else (topic,)
    return tuple(dict.fromkeys(line for pattern in _near(topics, said) if (line := _filled(pattern.text, said))))


def lost_words(lexemes: Sequence[Lexeme], ready: str) -> tuple[str, ...] | None:
    """Runs of words of a sentence that a ready line does without, for its author to see; None where the line would say the contrary."""
    kept, runs = set(_WORDS.findall(plain(ready))), [""]
    for lexeme in lexemes:
        if lexeme.terminal in _SAYS_NO_MORE or set(_WORDS.findall(plain(lexeme.text))) <= kept | _SMALL_WORDS:
            runs.append("")
        else:
            runs[-1] = f"{runs[-1]} {lexeme.text}".strip()
    lost = tuple(run for run in runs if run)
    # A “không” of the bound in the ready line is none for “không là Chấp hành viên”.
    turned = Counter(_TURNS_ROUND.findall(plain(" ".join(each.text for each in lexemes if each.terminal not in _SAYS_NO_MORE))))
    return None if turned - Counter(_TURNS_ROUND.findall(plain(_BOUND.sub(" ", ready)))) else lost


def _near(topics: tuple[Topic, ...], said: Said) -> Iterator[Pattern]:
    beside = next((each for each in _BESIDE if re.search(each[0], said.rest)), None) if said.has_name else None
    for pattern in PATTERNS:
        if pattern.topic not in topics or not re.search(pattern.said, said.rest):
            continue
        if pattern.topic is not Topic.TARGET:
            if pattern.bound in (None, said.bound):
                yield pattern
        elif beside is None and said.in_its_unit and pattern.bound == (said.bound if said.has_figure else "≥"):
            yield pattern
    if beside is not None and Topic.TARGET in topics:
        goes_on = beside[1] if said.has_figure else beside[2]
        if goes_on and (not said.has_figure or said.bound in ("", "≥")):
            yield Pattern(Topic.TARGET, _GOAL + goes_on)


def _filled(text: str, said: Said) -> str:
    """The pattern with the words of the sentence; empty if one of them finds no place, or if there is none and nothing but “…”."""
    left = {kind: list(words) for kind, words in said.words.items()}

    def take(slot: re.Match[str]) -> str:
        if words := left.get(slot[1]):
            return words.pop(0)
        return _hole(slot[1], said)

    def option(group: re.Match[str]) -> str:
        wanted = _SLOT.findall(group[1])
        return _SLOT.sub(take, group[1]) if all(len(left.get(kind, ())) >= wanted.count(kind) for kind in wanted) else ""

    line = _SLOT.sub(take, _OPTION.sub(option, text))
    lost = any(plain(word) not in plain(line) for kind, words in left.items() if kind not in ("SIDE", "BASE") for word in words)
    empty = "{" in text and "{QUANTITY}" in text and not said.has_name
    return "" if lost or empty else line


def _word(lexeme: Lexeme) -> str:
    text = lexeme.text.strip('"')
    if lexeme.terminal == "DATE":
        return f"ngày {re.sub(r'^ngày ', '', text, flags=re.IGNORECASE)}"
    return text[0].lower() + text[1:] if lexeme.terminal == NameKind.QUANTITY.value else text


def _hole(kind: str, said: Said) -> str:
    if kind == "DATE":
        return f"ngày {HOLE}/{HOLE}/{HOLE}"
    if kind == "SANCTION":
        return "khiển trách"  # “bị kỷ luật” without more is: from the mildest sanction
    return f"{HOLE}%" if kind == "FIGURE" and said.is_rate else HOLE
