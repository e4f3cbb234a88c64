"""TH125: the one check of all that a sentence, a cell or a table can settle but once, and settles twice.

Whatever takes one answer of several (a limit, a rounding, “không phát sinh”) hands in every place that gives one; see Lowering.settle.
"""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.lowering import Once
from thads_dsl.check.notes.said import FIGURES
from thads_dsl.check.notes.written import phrase_note
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH125
from thads_dsl.source import SourceText, Span, canonical

_JOINT = re.compile(r"^[\s,;]*(?:(?:và|hoặc)\s+)?|[\s,;]*$")
_WORDS_OF_A_LIMIT = 3  # “không vượt quá”
_WHY = "Hai câu trả lời cho một điều thì không biết theo câu nào; máy không chọn hộ."


def said_twice(facts: Facts) -> Iterator[Diagnostic]:
    """Each thing that two places settle, and not alike."""
    for (_, what), places in facts.settled.items():
        said = sorted(dict.fromkeys(places), key=lambda each: each.span)
        second = next((each for each in said if each.meant != said[0].meant), None)
        if second is not None:
            yield _told(facts.draft.source, what, said[0], second)


def _told(source: SourceText, what: str, first: Once, second: Once) -> Diagnostic:
    one, other = (canonical(source.quote(each.span)) for each in (first, second))
    return Diagnostic(
        code=TH125,
        message=f"“{one}” và “{other}”: {what} nói hai lần",
        at=Label(second.span),
        also=(Label(first.span),),
        why=_WHY,
        ways=tuple(_one_of_them(source, first.span, second.span)),
    )


def _one_of_them(source: SourceText, first: Span, second: Span) -> Iterator[Way]:
    """A line to paste that keeps the one, and one that keeps the other."""
    if first.line == second.line:
        yield from _in_one_line(source, first, second)
        return
    for kept, other in ((first, second), (second, first)):
        how, words = f"Nếu theo dòng {kept.line}, dán dưới dòng {other.line}:", source.quote(other).strip()
        yield Way(how, phrase_note(words, _as_said(words, source.quote(kept).strip())))


def _in_one_line(source: SourceText, first: Span, second: Span) -> Iterator[Way]:
    joint = source.quote(Span(first.line, first.end, second.start))
    beside, own = _beside(joint)
    one, other = (source.quote(each).strip() for each in (first, second))
    stop = "; " if ";" in joint else ", "
    for said, parts in ((one, (one, beside)), (f"{own} {other}".strip(), (beside, other))):
        meant = stop.join(each for each in parts if each)
        yield Way(f"Nếu là “{canonical(said)}”, dán dưới dòng {first.line}:", phrase_note(f"{one}{joint}{other}", meant))


def _beside(joint: str) -> tuple[str, str]:
    """What stands between two places, but for what joins them: words of their own, and words of the second place (“không quá | 03”)."""
    between = _JOINT.sub("", joint)
    cut = max(between.rfind(","), between.rfind(";"))
    head, tail = between[: max(cut, 0)], between[cut + 1 :].strip()
    last = joint.rstrip()[-1:] not in ",;" and len(tail.split()) <= _WORDS_OF_A_LIMIT
    return (head, tail) if last else (between, "")


def _as_said(words: str, kept: str) -> str:
    """What another line says, in the shape of this one: as many figures take the place of its own, the words around them stay."""
    own, figures = FIGURES.findall(words), FIGURES.findall(kept)
    if not own or len(own) != len(figures) or own == figures:
        return kept  # or the words around the figures are what differs
    new = iter(figures)
    return FIGURES.sub(lambda _: next(new), words)
