"""Sentences of awards (A) as written: who gives, how many, chosen how."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.syntax.tree import Band, Banded, Figure, NameRef, Node, Statement, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Node):
    """“Giấy khen của Cục trưởng”, “đề nghị cấp trên tặng Bằng khen” (`proposed`), or a further post that gives the one before it."""

    award: str
    posts: tuple[str, ...]
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLevels(Statement):
    """A1: the awards and the posts that give them."""

    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Node):
    """“02 tập thể”, “05 Chấp hành viên” (then with the subject)."""

    figure: Figure
    subject: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Node):
    """A5: “không quá / bằng N% tổng số X”; a cap in each unit of kinds, in the whole, or in both.

    `of` are the units of “15% tổng số công chức của Phòng”, which does not say whether each Phòng is meant, or all together; `own` the
    unit of “mỗi Phòng 15% tổng số công chức của đơn vị”, which is each of those.
    """

    capped: bool
    percent: Figure
    counted: tuple[Subject, ...]
    each: tuple[Subject, ...] = ()
    both: bool = False
    of: tuple[Subject, ...] = ()
    own: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankKey(Node):
    """A quantity that candidates are put in order by."""

    quantity: NameRef
    facet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Node):
    """A7: “xét từ cao xuống thấp theo …”; with two keys joined by “và” nobody knows which one comes first."""

    keys: tuple[RankKey, ...]
    greatest_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenBy(Statement):
    """“bằng nhau thì theo …”: the next key of a ranking, from the same end as those before it where `greatest_first` is None.

    “bằng nhau thì ưu tiên tập thể có … cao hơn” says it, and perhaps for whom. “Ưu tiên tập thể có … cao hơn” `may_begin` a ranking.
    """

    key: RankKey
    greatest_first: bool | None = None
    subjects: tuple[Subject, ...] = ()
    may_begin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilChooses(Statement):
    """A7: “(X) do Hội đồng bình xét lựa chọn”, behind a number or as a sentence of its own about the numbers above it."""

    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding(Node):
    """“làm tròn xuống / lên”, “từ 0,5 tính là 01” (`least`, `one`); “có làm tròn” says nothing (`said` empty)."""

    said: str
    least: Figure | None = None
    one: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InAll(Node):
    """“tính chung (các Phòng)”: counted once over all units."""

    units: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition(Node):
    """A6: a part of those chosen, “ít nhất N% là X”, “X không quá N%” (`capped`), “hơn N%” (`beyond`); `negated`: of those who are not.

    Without an `amount` it is one name more, of the part before it or of the next one. `open_ended`: the name stands behind “là”, so that
    a further name may belong to it; `apart`: it does not go on with the part before it. `of_all`: of all chosen, in whichever unit.
    """

    amount: Figure | None
    subjects: tuple[Subject, ...]
    capped: bool = False
    beyond: bool = False
    having: Banded | None = None  # “01 Chi cục có tổng số giải quyết trên 1.000 việc”
    negated: bool = False
    open_ended: bool = False
    apart: bool = False
    of_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compositions(Statement):
    """A6 as a sentence of its own: “Trong đó …”."""

    parts: tuple[Composition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpWhole(Statement):
    """A6: “Trong tổng số cá nhân được khen thưởng, …”: of what all chosen are made up, in whichever unit and by whichever number.

    `who` None: “Trong số được khen”, as the parts tell.
    """

    who: Subject | None
    award: NameRef | None
    parts: tuple[Composition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Statement):
    """A7 as a sentence of its own: “Xét từ cao xuống thấp theo …, bằng nhau thì theo …”."""

    ranking: Ranking
    ties: tuple[ThenBy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingLast(Statement):
    """“không phát sinh thì xếp sau cùng”: what an order means in any case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAward(Node):
    """“(…) được đề nghị tặng Bằng khen”, “tặng Giấy khen cho …”: what a number of awards is for."""

    award: NameRef


@dataclass(frozen=True, slots=True, kw_only=True)
class EachWave(Node):
    """“không quá 03 tập thể mỗi đợt”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForAward(Statement):
    """“Giấy khen:”, “Số lượng Bằng khen đối với tập thể”: the award, and for whom, that the lines below are about."""

    award: NameRef
    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallUnits(Statement):
    """A6: “đơn vị dưới 10 người: tối đa 01 cá nhân”."""

    units: Subject
    people: Band
    limit: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Among(Node):
    """“trong số (tập thể, cá nhân) được khen thưởng, được tặng Giấy khen”: among whom the next level chooses (no award named: all)."""

    who: tuple[Subject, ...]
    award: NameRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen(Statement):
    """A1 at the next level: “chọn 01 tập thể, 02 cá nhân tiêu biểu nhất đề nghị cấp trên tặng …” (no award named: empty).

    `tails`: how they are chosen. `among`: “trong số (…) được tặng Giấy khen”, and whom of them.
    """

    limits: tuple[Figure, ...]
    award: str
    among: tuple[Among, ...] = ()
    each_wave: bool = False
    tails: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Statement):
    """A2–A5 with what is said behind them; without `counted` and `share` there is no limit.

    `whole`: what the numbers are said to come to, “20 Giấy khen, trong đó 05 tập thể, 15 cá nhân”.
    `of_all`: “toàn tỉnh không quá 40 cá nhân”: counted over all that the numbers above give. `whom`: “…; cá nhân: 05 cá nhân”.
    `by_award`: each number with an award of its own, “tặng 10 Giấy khen cho cá nhân và 02 Bằng khen cho cá nhân”.
    """

    counted: tuple[Counted, ...] = ()
    whole: Figure | None = None
    share: Share | None = None
    each_wave: bool = False
    of_all: bool = False
    by_award: bool = False
    whom: tuple[Subject, ...] = ()
    per: tuple[Subject, ...] = ()
    tails: tuple[Node, ...] = ()
