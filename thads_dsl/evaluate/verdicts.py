"""Verdicts of parts → the verdict of the whole (Kleene logic; what does not apply is left out)."""

from collections.abc import Iterable

from thads_dsl.model.results import Verdict


def all_of(parts: Iterable[Verdict]) -> Verdict:
    """Đạt if all parts that apply are; the least of them else; không áp dụng if none applies."""
    return min(parts, default=Verdict.NOT_APPLICABLE)


def any_of(parts: Iterable[Verdict]) -> Verdict:
    """Đạt if any part that applies is; the greatest of them else; không áp dụng if none applies."""
    return max((part for part in parts if part is not Verdict.NOT_APPLICABLE), default=Verdict.NOT_APPLICABLE)
