"""Sentences of conditions (C) as written, and what stands before and under them."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.syntax.tree import Having, NameRef, Node, PlaceRef, Statement, Subject, Window, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class KOfN(Node):
    """“hai trong ba”, “2/3”; `exactly`: neither more nor fewer."""

    k: int
    n: int
    exactly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIn(Statement):
    """C1–C3: “<award> được xét, tặng cho X đạt các tiêu chuẩn, điều kiện sau”; else any of them, or so many (`some`).

    An `award` that is not said is that of the lines around. `titled`: a heading, “Tiêu chuẩn khen thưởng”; lines below may say for whom.
    """

    award: NameRef | None
    subjects: tuple[Subject, ...]
    every: bool
    some: KOfN | None = None
    titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsLeadIn(Statement):
    """C2, C3 inside a list: “đạt một trong các điều kiện sau:” (`some` None), “đạt ít nhất hai trong ba chỉ tiêu sau:”."""

    some: KOfN | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotConsidered(Statement):
    """C8: “Không xét khen thưởng đối với:”; of one award only: “Không xét tặng Giấy khen đối với:”; of some only: “… đối với cá nhân:”."""

    award: NameRef | None = None
    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDisciplined(Statement):
    """C4: “Không [có cá nhân thuộc đơn vị] [<event> hoặc] bị kỷ luật [từ hình thức … trở lên] [(từ D đến D)]”."""

    members: str
    event: NameRef | None
    form: NameRef | None
    window: Window | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsMet(Statement):
    """C3: “đạt các chỉ tiêu [về việc và về tiền] [tại …]”; with `some` so many of them, among them the `required`."""

    facets: tuple[str, ...]
    places: tuple[PlaceRef, ...]
    some: KOfN | None = None
    required: TargetsMet | None = None
    subjects: tuple[Subject, ...] = ()  # whose targets, where the sentence says it


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedSubjects(Statement):
    """C8: “Không xét khen thưởng đối với X”; of one award only: “Không xét tặng Giấy khen đối với X”."""

    subjects: tuple[Subject, ...]
    award: NameRef | None = None
    having: Having | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Statement):
    """C8: “X đã … thì không xét tặng Giấy khen”; `case` is what stands before “thì”.

    `then`: whether there is a “thì”; `more`: whether words stand behind, which without it say who is left out.
    """

    case: Words
    then: bool
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedDisciplined(Statement):
    """C8: “[X] [có công chức] bị kỷ luật từ hình thức … trở lên [(từ D đến D)]”, under “Không xét …:” or with “thì không xét” (`whole`).

    `members`: the words for the people of the unit, empty where nobody but the subject is meant;
    `award` where the sentence names what it leaves out of.
    """

    subjects: tuple[Subject, ...]
    members: str
    whole: bool
    award: NameRef | None
    form: NameRef | None
    window: Window | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByAuthority(Statement):
    """C9: “<words> do cấp có thẩm quyền quyết định”."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BothStandards(Statement):
    """C6: “Đối với Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên”.

    Also “Thủ trưởng đơn vị chỉ được xét khen thưởng khi đơn vị đủ điều kiện khen thưởng”.
    """

    subject: Subject
    awards: tuple[NameRef, ...] = ()  # of the head and of the unit, as far as the sentence names them
    qualifying: bool = False  # the unit must be đủ điều kiện, not only meet standards


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifies(Statement):
    """“Bằng khen … đề nghị tặng cho cá nhân đủ điều kiện tặng Giấy khen”; in a list of conditions only “đủ điều kiện tặng Giấy khen”."""

    wanted: NameRef
    award: NameRef | None
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Statement):
    """C5: “Hội đồng bình xét “…””, or a sentence without figures where a rule is expected."""

    judgment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile(Statement):
    """C8: “Hồ sơ gửi sau thời hạn trên, không đủ thành phần thì không xét”."""

    late: bool
    incomplete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier(Statement):
    """A8: “Hồ sơ gồm: …; …”."""

    documents: tuple[str, ...]
