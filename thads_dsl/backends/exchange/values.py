"""Values that many parts of the exchange file hold."""

from thads_dsl.model.dates import Period
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.rules import Rule
from thads_dsl.model.statistics import Subject

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def rule_value(rule: Rule) -> dict[str, Json]:
    """What every rule says of itself; the wave only where it belongs to one."""
    wave: dict[str, Json] = {"wave": rule.wave} if rule.wave else {}
    return {"id": rule.id, "place": str(rule.place), "cited": rule.place.cited(), "sentence": rule.text} | wave


def subject_value(subject: Subject) -> dict[str, Json]:
    """Who a rule is for."""
    return {
        "name": subject.name,
        "base": subject.base.value,
        "any_of": list(subject.any_of),
        "none_of": list(subject.none_of),
        "where": region_value(subject.where),
    }


def interval_value(interval: Interval) -> dict[str, Json]:
    """Two ends, None for none."""
    return {"low": _bound(interval.low), "high": _bound(interval.high)}


def _bound(bound: Bound | None) -> Json:
    return None if bound is None else {"value": str(bound.value), "included": bound.closed}


def period_value(period: Period | None) -> Json:
    """First and last day, ISO 8601."""
    return None if period is None else {"first": period.first.isoformat(), "last": period.last.isoformat()}


def region_value(region: Region | None) -> Json:
    """Boxes of bands, any of which takes a subject."""
    if region is None:
        return None
    return {"text": region.text, "any_of": [[_band(band) for band in box] for box in region.boxes]}


def _band(band: Band) -> Json:
    return {"quantity": band.quantity, "interval": interval_value(band.interval)}
