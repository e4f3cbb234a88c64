"""What must be known of a whole draft before its sentences are understood: its day, the names it mentions, the kinds there are."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from thads_dsl.check.draft import Draft, Mention, Scope
from thads_dsl.check.times.calendar import calendar, measured_period, span_of_days
from thads_dsl.model.dates import THADS_YEAR, Period
from thads_dsl.model.statistics import Kind
from thads_dsl.syntax import date_tree
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.signing import PLACE_AND_DATE, signing_day
from thads_dsl.syntax.written_forms import dates_within
from thads_dsl.vocabulary import Vocabulary

_YEAR = re.compile(r"\bnăm\s+([12]\d{3})\b", re.IGNORECASE)
_NAME_OF_CRITERION = re.compile(r"\|\s*(?:tiêu chí\s+)?\d+(?:\.\d+)*\.\s[^|]*", re.IGNORECASE)  # the first cell of a row of points
_LONGEST_ROW = 300  # characters; a longer row of a table that says no targets is no row of an office


def settled(draft: Draft) -> Draft:
    """The draft with its day and mentions, and of the kinds only those that it names or that exist on its day."""
    mentions = tuple(sorted(dict.fromkeys(_mentions(draft)), key=lambda each: each.span))
    day = plan_day(draft.key(PLACE_AND_DATE), _campaign(draft)) or _in_time_of(draft)
    used = {each.name.canonical for each in mentions if each.name.kind is NameKind.SUBJECT}
    used |= {parent for kind in draft.vocabulary.kinds if kind.name in used for parent in kind.parents}
    kinds = tuple(kind for kind in draft.vocabulary.kinds if kind.name in used or _exists(draft.vocabulary, kind, day))
    return replace(draft, vocabulary=replace(draft.vocabulary, kinds=kinds), mentions=mentions, day=day)


def plan_day(written: str, campaign: date | None) -> date | None:
    """The day of `Địa danh, thời gian`; where it is left blank the first day of the campaign; else the last day that it can be.

    None where neither says a year.
    """
    said = signing_day(written)
    if said is None or said.real is not None or campaign is not None:
        return campaign if said is None or said.real is None else said.real
    if not said.year.isdecimal() or (said.day.isdecimal() and said.month.isdecimal()):
        return None
    year, last = max(1, int(said.year)), int(said.month) if said.month.isdecimal() and 1 <= int(said.month) <= 12 else 12
    return date(year, last, monthrange(year, last)[1])


def _campaign(draft: Draft) -> date | None:
    """The first day of the first period, or wave, that is not one of statistics."""
    known, _ = calendar(draft)
    for line in draft.lines:
        for sentence in (line.read.context, *line.sentences):
            said = sentence.statement if sentence is not None else None
            if isinstance(said, date_tree.Wave) or (isinstance(said, date_tree.Period) and not said.measured):
                found = span_of_days(said.first, said.last, known)[0] if said.first and said.last else None
                if found is not None:
                    return found.first
    return None


def _in_time_of(draft: Draft) -> date | None:
    """The first day of the time that the title names, or of the figures; none in which some body begins or ends."""
    for time in (_titled(draft.key("trích yếu")), _measured(draft)):
        if time is not None and all((time.first in term.validity) == (time.last in term.validity) for term in draft.vocabulary.terms):
            return time.first
    return None


def _titled(title: str) -> Period | None:
    """“… năm 2026”: that year, and the reporting year of that number; else the year of the last day that is written out."""
    years = [int(found[1]) for found in _YEAR.finditer(title)]
    years = years or [found.year for _, _, found in dates_within(title) if found.year][-1:]
    return Period(THADS_YEAR.of(min(years)).first, date(max(years), 12, 31)) if years else None


def _measured(draft: Draft) -> Period | None:
    """The first period of statistics."""
    known, _ = calendar(draft)
    for line in draft.lines:
        for sentence in (line.read.context, *line.sentences):
            match sentence.statement if sentence is not None else None:
                case date_tree.Period(first=first, last=last) as period if period.measured or period.both:
                    return span_of_days(first, last, known)[0]
                case (date_tree.Measured() as measured) | date_tree.MeasuredOver(measured=measured):
                    return measured_period(measured, known)[0]
    return None


def _exists(vocabulary: Vocabulary, kind: Kind, day: date | None) -> bool:
    """Whether a kind is one on the day; where no day is known, whether it needs none."""
    terms = vocabulary.terms_of(NameKind.SUBJECT, kind.name)
    return not terms or any(day in term.validity if day is not None else term.validity.since is None for term in terms)


def _mentions(draft: Draft) -> Iterator[Mention]:
    for line in draft.lines:
        own = () if line.item.rows else line.read.sentences  # of a table the rows, with the heads that its sentences leave out
        for sentence in (line.read.context, *own, *(line.restated.sentences or ())):
            yield from _of_sentence(sentence, line.scope)
        for row in line.restated.rows:
            read = bool(line.read.sentences)
            yield from _of(lex(row, draft.names), read=read) if len(row.text) < _LONGEST_ROW else ()
    yield from _of_sentence(draft.population, Scope())
    for key in draft.outline.every_key:
        if key.name in ("cơ quan chủ quản", "cơ quan ban hành"):
            yield from _of(lex(key.value, draft.names))
    for passage in draft.outline.every_recipient:
        yield from _of(lex(passage, draft.names))
    for example in draft.outline.examples:
        # The title of an example is read only where its table says no subject of its own.
        yield from _of(
            lex(example.heading, draft.names), read=all(each.terminal in ("ROW", "NEXT_ROW") for each in example.lines), printed=False
        )
        for each in example.lines:
            name = _NAME_OF_CRITERION.match(each.passage.text)
            yield from _of(lex(each.passage.cut(name.end()) if name else each.passage, draft.names), read=True, printed=False)


def _of_sentence(sentence: Sentence | None, scope: Scope) -> Iterator[Mention]:
    if sentence is not None:
        around = scope.versus is not None and scope.versus.excluding is not None
        excluding = around or any(lexeme.terminal == "EXCLUDING" for lexeme in sentence.lexemes)
        for mention in _of(sentence.lexemes, read=sentence.statement is not None):
            yield replace(mention, excluding=excluding)


def _of(lexemes: tuple[Lexeme, ...], *, read: bool = False, printed: bool = True) -> Iterator[Mention]:
    dated = any(lexeme.terminal == "REFERENCE" for lexeme in lexemes)
    for lexeme, following in zip_longest(lexemes, lexemes[1:]):
        if isinstance(lexeme.value, Name) and lexeme.value.kind is not NameKind.ORDINARY:
            part = following is not None and following.terminal == WORD and following.text[:1].isupper()  # “Phòng | Tổ chức cán bộ”
            yield Mention(lexeme.value, lexeme.text, lexeme.span, read=read and not part, dated=dated, printed=printed)
