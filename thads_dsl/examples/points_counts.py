"""VÍ DỤ with points: figures that a column holds as they are (“vi phạm 1 lần”), and rates of one statistic that contradict each other."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from thads_dsl.model.plan import Plan
from thads_dsl.model.points import ByBand, Criterion, PerEvent
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT
from thads_dsl.source import plain
from thads_dsl.syntax.written_forms import figure_value

_FIGURE = re.compile(r"\d[\d.,]*")
_WORDS = re.compile(r"[^\W\d_]+|%")
_COUNTED = re.compile(r"(?:.*: )?(?:số|tỷ lệ) (.+)")
_COUNT = re.compile(r"(\d[\d.]*) (\D.*)")
_BESIDE = re.compile(r"\s*(?:,|\bvà\b)\s*(?=\d)")  # a name of what is counted may hold commas too, but no figure begins behind them
SHARE = re.compile(r"([\d.,]+) ?%(?:\s*[,;]\s*(?:chỉ tiêu )?được giao ([\d.,]+) ?%)?", re.IGNORECASE)


def column_of(plan: Plan, criterion: Criterion) -> Quantity | None:
    """The column by whose bands a criterion is scored; None where it is scored in another way, or a rate is computed."""
    if not isinstance(criterion.start, ByBand) or criterion.start.turned:
        return None
    quantity = plan.quantity(criterion.start.quantity)
    return quantity if quantity.is_column else None


def counted(quantity: Quantity, text: str) -> Fraction | None:
    """The figure of “1”, “1 lần”, “vi phạm 1 lần”, “không vi phạm”; None where it is of something else."""
    figures = _FIGURE.findall(text)
    words = [plain(word) for word in _WORDS.findall(text)]
    if not figures and words[:1] == ["khong"]:
        figures, words = ["0"], words[1:]
    named = {plain(word) for word in _WORDS.findall(f"{quantity.name} {quantity.unit.name}")}
    value = figure_value(figures[0]).value if len(figures) == 1 else None
    if value is None or not named.issuperset(words) or (not words and not _FIGURE.fullmatch(text)):
        return None
    return value if quantity.unit == PERCENT or value.denominator == 1 else None


def written(quantity: Quantity) -> str:
    """How a figure of a column is written: “2 lần vi phạm”."""
    found = _COUNTED.fullmatch(quantity.name)
    if quantity.unit == PERCENT:
        return "76%"
    return f"2 {found[1]}" if found else f"2 {quantity.unit.name}"


def pieces(criterion: Criterion, text: str) -> Iterator[str]:
    """What a cell says one after another: “…; …”, and of counts alone also “1 báo cáo chậm, 1 báo cáo sai”, “… và …”."""
    for piece in map(str.strip, text.split(";")):
        parts = _BESIDE.split(piece)
        apart = count_of_event(criterion, piece) is None and all(count_of_event(criterion, part) for part in parts)
        yield from parts if apart else [piece]


def count_of_event(criterion: Criterion, piece: str) -> tuple[str, int] | None:
    """The column and the figure of “2 báo cáo chậm”; where one thing alone is counted its first words are enough: “0 vụ”."""
    count = _COUNT.fullmatch(piece)
    if count is None:
        return None
    said, events = plain(count[2]), {plain(change.event): change.key for change in criterion.changes if isinstance(change, PerEvent)}
    key = events.get(said)
    if key is None and len(events) == 1:
        key = next((each for event, each in events.items() if event.startswith(f"{said} ")), None)
    return (key, int(count[1].replace(".", ""))) if key is not None else None


def contradicted(criterion: Criterion, text: str, others: Iterable[tuple[Criterion, str]]) -> str | None:
    """What one of the `others` says of the same statistic and this cell says otherwise: two values of one thing cannot both hold."""
    own = _rates(criterion, text)
    for other, said in others:
        for key, value in _rates(other, said).items():
            if key in own and own[key] != value:
                return f"tiêu chí {criterion.number} và tiêu chí {other.number} dùng chung một số liệu mà ví dụ ghi “{text}” và “{said}”"
    return None


def _rates(criterion: Criterion, text: str) -> dict[tuple[str, str], Fraction | None]:
    """The rate that a cell says of the criterion's statistic, and the one assigned, if it says one."""
    found = SHARE.fullmatch(text.strip())
    if found is None or not criterion.quantities:
        return {}
    key = criterion.quantities[0]
    said = {(key, ""): figure_value(found[1]).value}
    return said | ({(key, "được giao"): figure_value(found[2]).value} if found[2] else {})
