"""A complaint as a value: built far from any terminal, drawn by `render`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from thads_dsl.source import SourceText, Span


class Severity(Enum):
    """Errors stop every backend, warnings none."""

    ERROR = "lỗi"
    WARNING = "lưu ý"


@dataclass(frozen=True, slots=True)
class Code:
    """One thing that can be wrong: a stable id, the slug of its page, its title."""

    id: str
    slug: str
    title: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Label:
    """A place of the plan, and what there is to say of it (may be empty); `source` is the other file that it is in, if it is in one."""

    span: Span
    note: str = ""
    source: SourceText | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the author's characters at `span`; an empty span inserts. `new_line` puts the text on a line of its own below.

    `safe`: it writes nothing that the author has not written, only as the language writes it (diacritics, signs, strokes of a table),
    so that `check --fix` makes it unasked. An edit that settles what was meant is never safe.
    """

    span: Span
    text: str
    new_line: bool = False
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: what to do (“Dán dưới dòng 32:”), the ready line, and the same as an edit.

    `for_issued`: whether it is the way for a text that is issued already (`Hiểu là:`, `Đính chính:`) or for a draft, which is mended;
    such a way begins with a small letter, and `check` says the condition before it where it does not hold. None: for both.
    """

    how: str
    line: str
    edit: Edit | None = None
    for_issued: bool | None = None


class Lack(Enum):
    """What one line gives and others need."""

    SUBJECT = "ai phải theo"
    TARGET = "chỉ tiêu"
    CRITERION = "tiêu chí của bảng điểm"
    CLASS = "hạng của bảng điểm"
    PERIOD = "kỳ, đợt, khoảng thời gian"
    QUOTA = "số lượng và cách chọn"
    GROUPS = "các nhóm khác, mà nhóm này gồm phần còn lại"
    NAME = "một tên, mà chính câu ấy cần để đọc được"
    STATISTIC = "số liệu nào phải đạt"
    FACET = "về việc hay về tiền"
    AWARD = "hình thức khen thưởng nào"
    STANDARDS = "tiêu chuẩn hoặc số lượng của hình thức khen thưởng ấy"
    NUMBER = "số lượng khen thưởng mà câu nói thêm"
    LEAD_IN = "câu dẫn của danh sách mà dòng này là một mục"
    LIST = "danh sách không xét"
    OWN_WORDS = "cách đọc của chính những chữ ấy"
    OWN_ROW = "một con số, một câu khác của chính dòng ấy"
    ROW = "một dòng khác của cùng bảng"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """What is so (one line, complete on its own), where, who says otherwise, why it matters, and the ways out.

    `lacks`: it rests on there being no line, or no other one, that gives this; told only where no line with an error of its own could.
    `understood`: every rule is understood all the same, so the examples of the plan are tried.
    """

    code: Code
    message: str
    at: Label
    also: tuple[Label, ...] = ()
    why: str = ""
    ways: tuple[Way, ...] = ()
    lacks: Lack | None = None
    understood: bool = False

    @property
    def severity(self) -> Severity:
        """That of its code."""
        return self.code.severity


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDiagnostic:
    """The same for statistics, whose places are cells: `where` reads “trang “Tập thể”, ô F9”."""

    code: Code
    message: str
    where: str
    why: str = ""

    @property
    def severity(self) -> Severity:
        """That of its code."""
        return self.code.severity


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By place (those in other files last), then code, then message: the same for every order in which rules ran."""
    once = dict.fromkeys(diagnostics)  # a rule that is one for each wave is wrong once
    return tuple(sorted(once, key=lambda each: (each.at.source is not None, each.at.span, each.code.id, each.message)))
