"""TH942: bodies, posts and forms of discipline that do not exist on the plan's day; all places of one name in one complaint."""

from collections.abc import Iterator
from datetime import date

from thads_dsl.check.draft import Draft, Mention
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH942
from thads_dsl.model.dates import day_text
from thads_dsl.model.validity import forms_between
from thads_dsl.source import canonical
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary import Term

MOST_SHOWN = 8


def former_names(facts: Facts) -> Iterator[Diagnostic]:
    """Each name that is mentioned and has no definition in force; a sentence that cites a document of its time may name what there was."""
    draft = facts.draft
    if draft.day is None:
        return
    places: dict[tuple[NameKind, str], list[Mention]] = {}
    for mention in draft.mentions:
        if mention.printed and not mention.dated:
            places.setdefault((mention.name.kind, mention.name.canonical), []).append(mention)
    for (kind, name), found in places.items():
        terms = draft.vocabulary.terms_of(kind, name)
        if terms and not any(draft.day in term.validity for term in terms):
            yield _former(draft, draft.day, terms, found)


def _former(draft: Draft, day: date, terms: tuple[Term, ...], found: list[Mention]) -> Diagnostic:
    first, *others = found
    written = first.written.strip('" ')
    more = f", và {len(others)} chỗ khác" if others else ""
    term = max(terms, key=lambda each: each.validity.until or date.min)
    gone = term.validity.until is not None and term.validity.until < day
    instead = term.instead if gone else _before(draft, term, day)
    return Diagnostic(
        code=TH942,
        message=f"“{written}” {'không còn' if gone else 'chưa có'} vào ngày {day_text(day)}{more}",
        at=Label(first.span),
        also=tuple(Label(other.span) for other in others[:MOST_SHOWN]),
        why=_why(draft, day, term, instead, gone),
        ways=_ways(draft, found, instead),
    )


def _before(draft: Draft, term: Term, day: date) -> str:
    """What a name that is not in force yet will take the place of."""
    named = (each.name for each in draft.vocabulary.terms if each.instead and term.name.startswith(each.instead) and day in each.validity)
    return next(named, "")


def _why(draft: Draft, day: date, term: Term, instead: str, gone: bool) -> str:
    if term.kind is NameKind.SANCTION:
        return f"Các hình thức kỷ luật áp dụng vào ngày ấy: {', '.join(forms_between(draft.vocabulary.scales, day, day))}."
    end = term.validity.until if gone else term.validity.since
    assert end is not None  # else it would be in force
    when = f"Tên này dùng đến hết ngày {day_text(end)}" if gone else f"Tên này dùng từ ngày {day_text(end)}"
    return f"{when}; {'nay' if gone else 'khi ấy'} là {instead}." if instead else f"{when}."


def _ways(draft: Draft, found: list[Mention], instead: str) -> tuple[Way, ...]:
    first = found[0]
    if not instead:
        return ()
    line = draft.source.row(first.span.line)
    how = "Sửa thành:" if len(found) == 1 else f"Thay cả {len(found)} chỗ, dòng {first.span.line} thành:"
    edit = Edit(first.span, instead) if len(found) == 1 else None
    return (Way(how, canonical(line.text).replace(canonical(first.written), instead), edit=edit),)
