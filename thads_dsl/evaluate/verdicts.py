"""Verdicts of parts → the verdict of the whole (Kleene logic; what does not apply is left out)."""

from collections.abc import Iterable, Sequence

from thads_dsl.model.results import Verdict


def all_of(parts: Iterable[Verdict]) -> Verdict:
    """Đạt if all parts that apply are; the least of them else; không áp dụng if none applies."""
    return min(parts, default=Verdict.NOT_APPLICABLE)


def some_of(parts: Sequence[Verdict], least: int, *, exactly: bool) -> Verdict:
    """Đạt if at least (`exactly`: neither more nor fewer than) so many of the parts are.

    What does not apply is left out: không áp dụng if nothing is left; where fewer are left than must be đạt, the text does
    not say what is to happen, and so chưa đủ căn cứ.
    """
    met, unknown = parts.count(Verdict.MET), parts.count(Verdict.UNKNOWN)
    applying = len(parts) - parts.count(Verdict.NOT_APPLICABLE)
    if not applying:
        return Verdict.NOT_APPLICABLE
    if applying < least:
        return Verdict.UNKNOWN
    if met + unknown < least or (exactly and met > least):
        return Verdict.FAILED
    return Verdict.MET if met >= least and not (exactly and unknown) else Verdict.UNKNOWN
