"""Complaints about a consolidated text → the same about the files that its lines are from."""

import re
from dataclasses import replace

from thads_dsl.consolidate.text import Text
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.source import SourceText, Span

# A line that our own words name: what stands in quotation marks is the author's.
_LINE = re.compile(r"“[^”]*”|\b(?P<word>[Dd]òng) (?P<number>\d+)(?!\d|, cột)")


def mapped(complaint: Diagnostic, text: Text, own: SourceText) -> Diagnostic:
    """The complaint as it is to be shown; `own` is the file that is being checked, all others are named."""
    return replace(
        complaint,
        message=_told(complaint.message, text, own),
        at=_label(complaint.at, text, own),
        also=tuple(_label(each, text, own) for each in complaint.also),
        why=_told(complaint.why, text, own),
        ways=tuple(_way(each, text, own) for each in complaint.ways),
    )


def _label(label: Label, text: Text, own: SourceText) -> Label:
    if label.source is not None:
        return label
    source, span = text.origin(label.span)
    return Label(span, _told(label.note, text, own), None if source is own else source)


def _way(way: Way, text: Text, own: SourceText) -> Way:
    return replace(way, how=_told(way.how, text, own), edit=None if way.edit is None else _edit(way.edit, text, own))


def _edit(edit: Edit, text: Text, own: SourceText) -> Edit | None:
    """An edit of another file is none of this one's; nor one of a line that was not written as it stands."""
    origin = text.origins[edit.span.line - 1]
    if origin.source is not own or origin.whole or edit.span.start < origin.prefix:
        return None
    return replace(edit, span=origin.of(edit.span.start, edit.span.end))


def _told(words: str, text: Text, own: SourceText) -> str:
    """Our words with the lines that they name by their numbers in the files."""

    def line(found: re.Match[str]) -> str:
        number = int(found["number"]) if found["number"] else 0
        if not 1 <= number <= len(text.origins):
            return found[0]
        source, span = text.origin(Span(number, 0, 0))
        return f"{found['word']} {span.line}" + ("" if source is own else f" của {source.path}")

    return _LINE.sub(line, words)
