"""Ways out → in the order that fits the text: a draft is mended, an issued text is restated."""

from dataclasses import replace

from thads_dsl.diagnostics import Diagnostic, Way


def arranged(complaint: Diagnostic, *, issued: bool) -> Diagnostic:
    """The ways that fit come first; the others say when they would."""
    if all(way.for_issued is None for way in complaint.ways):
        return complaint
    fitting = sorted(complaint.ways, key=lambda way: way.for_issued is not None and way.for_issued is not issued)
    return replace(complaint, ways=tuple(_told(way, issued) for way in fitting))


def _told(way: Way, issued: bool) -> Way:
    if way.for_issued is None or way.for_issued is issued:
        how = way.how[:1].upper() + way.how[1:]
    else:
        how = f"Nếu {'văn bản đã ban hành' if way.for_issued else 'còn là dự thảo'}, {way.how}"
    return replace(way, how=how, for_issued=None)
