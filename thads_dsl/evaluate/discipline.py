"""Decisions on discipline that concern a row, by the day on which they were signed."""

from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.people import means
from thads_dsl.model.rules import Whose
from thads_dsl.model.statistics import Base, Row, Sanction


def decisions(
    sanctions: tuple[Sanction, ...], forms: tuple[str, ...], window: Period | None, row: Row, whose: Whose, people: tuple[str, ...] = ()
) -> tuple[Sanction, ...]:
    """Those of one of the forms, signed in the window (both days included; None: at any time), in the order of days."""
    found = (
        sanction
        for sanction in sanctions
        if sanction.form in forms and (window is None or sanction.signed in window) and _concerns(sanction, row, whose, people)
    )
    return tuple(sorted(found, key=lambda sanction: (sanction.signed, sanction.name, forms.index(sanction.form))))


def _concerns(sanction: Sanction, row: Row, whose: Whose, people: tuple[str, ...]) -> bool:
    if whose is Whose.OWN:
        return (sanction.name, sanction.unit) == (row.name, row.unit)
    return means(people, sanction) and sanction.unit == (row.name if row.base is Base.COLLECTIVE else row.unit)


def reason(sanction: Sanction, whose: Whose) -> str:
    """A decision as results give it."""
    who = f"{sanction.name} " if whose is Whose.MEMBERS else ""
    return f"{who}bị kỷ luật {sanction.form}, quyết định ký ngày {day_text(sanction.signed)}"
