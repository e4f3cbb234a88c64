"""Diagnostics → text for people, one line each for tools that read lines, and JSON.

Widths are terminal cells, columns shown to people count the author's code points from 1. Nothing here prints.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import groupby

from rich.text import Text

from thads_dsl.diagnostics.model import Code, DataDiagnostic, Diagnostic, Edit, Label, Severity, ordered
from thads_dsl.diagnostics.quoting import quoted, visible
from thads_dsl.source import SourceText, Span

SCHEMA = "thads.diagnostics/1"
WIDTH = 100
_STYLES: Mapping[Severity, str] = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning"}
# Whoever gets more than these begins with the first ones anyway.
MOST_IN_FULL = 200
_MOST_LINES_DRAWN = 5  # of one complaint; its message names the others


def full(diagnostic: Diagnostic, source: SourceText, width: int = WIDTH) -> Text:
    """What is so, where, the lines it is about (shortened to `width` cells), why, and the ways out. Ends without a newline."""
    lines = [_headline(diagnostic), Text(f"  tại {_place(source, diagnostic.at)}", style="dim")]
    lines += _quotes(diagnostic, source, width)
    lines += _ways(diagnostic)
    return Text("\n").join(lines)


def for_people(diagnostics: Iterable[Diagnostic], source: SourceText, width: int = WIDTH) -> Iterator[Text]:
    """Complaints in full, as many as a person reads; the rest in a line each."""
    for number, diagnostic in enumerate(ordered(diagnostics)):
        yield full(diagnostic, source, width) if number < MOST_IN_FULL else Text(concise(diagnostic, source))


def full_data(diagnostic: DataDiagnostic) -> Text:
    """The same for statistics: what is so, in which cell, why."""
    place = [Text(f"  tại {visible(diagnostic.where)}", style="dim")] if diagnostic.where else []
    why = [Text(f" {visible(line)}") for line in diagnostic.why.splitlines()]
    return Text("\n").join([_headline(diagnostic), *place, *why])


def concise(diagnostic: Diagnostic, source: SourceText) -> str:
    """One line: `path:line:column: TH401 Title: message`."""
    return f"{_place(source, diagnostic.at)}: {diagnostic.code.id} {diagnostic.code.title}: {visible(diagnostic.message)}"


def concise_data(diagnostic: DataDiagnostic) -> str:
    """One line: `where: TH703 message`."""
    where = f"{visible(diagnostic.where)}: " if diagnostic.where else ""
    return f"{where}{diagnostic.code.id} {visible(diagnostic.message)}"


def as_json(files: Iterable[tuple[SourceText, Sequence[Diagnostic]]]) -> dict[str, object]:
    """All of a run for other programs; lines and columns count from 1, an end column is the one after the last character."""
    read = [(source, ordered(diagnostics)) for source, diagnostics in files]
    every = [each for _, diagnostics in read for each in diagnostics]
    return {
        "schema": SCHEMA,
        "summary": {name: sum(each.severity is severity for each in every) for severity, name in _SEVERITIES.items()},
        "files": [{"path": visible(source.path), "diagnostics": [_json(each) for each in diagnostics]} for source, diagnostics in read],
    }


def closing(diagnostics: Iterable[Diagnostic | DataDiagnostic]) -> str:
    """The last line of a check of plans: what is left to do, or that nothing is."""
    errors, warnings = _counts(diagnostics)
    if not errors:
        return f"Đã kiểm tra: 0 lỗi, {warnings} lưu ý"
    also = f" Ngoài ra có {warnings} lưu ý." if warnings else ""
    return f"Còn {errors} chỗ phải xử lý trước khi in văn bản.{also}"


def closing_data(diagnostics: Iterable[DataDiagnostic]) -> str:
    """The last line of a reading of statistics."""
    errors, warnings = _counts(diagnostics)
    if not errors:
        return f"Đã đọc số liệu: 0 lỗi, {warnings} lưu ý"
    also = f" Ngoài ra có {warnings} lưu ý." if warnings else ""
    return f"Còn {errors} chỗ phải sửa trong số liệu trước khi tính kết quả.{also}"


@cache
def page(code: Code) -> str:
    """The page of a code, in Markdown. Raises FileNotFoundError for a code without one, which a test forbids."""
    return resources.files("thads_dsl.diagnostics").joinpath("pages", f"{code.id}-{code.slug}.md").read_text("utf-8")


def _counts(diagnostics: Iterable[Diagnostic | DataDiagnostic]) -> tuple[int, int]:
    severities = [each.severity for each in diagnostics]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def _headline(diagnostic: Diagnostic | DataDiagnostic) -> Text:
    title = diagnostic.code.title
    heading = title.upper() if diagnostic.severity is Severity.ERROR else f"LƯU Ý: {title[0].lower()}{title[1:]}"
    return Text.assemble((f"{diagnostic.code.id} {heading}:", _STYLES[diagnostic.severity]), " ", (visible(diagnostic.message), "bold"))


def _place(source: SourceText, label: Label) -> str:
    return f"{visible((label.source or source).path)}:{label.span.line}:{label.span.start + 1}"


def _quotes(diagnostic: Diagnostic, source: SourceText, width: int) -> list[Text]:
    """Each line once, in the order of the file, with a line of carets under it for each of its labels; other files come behind by name."""
    every = sorted(dict.fromkeys((diagnostic.at, *diagnostic.also)), key=lambda label: (_file(label), label.span, label.note))
    drawn = list(dict.fromkeys((_file(label), label.span.line) for label in every))[:_MOST_LINES_DRAWN]
    labels = [label for label in every if (_file(label), label.span.line) in drawn]
    gutter = max(len(str(label.span.line)) for label in labels)
    style = _STYLES[diagnostic.severity]
    lines: list[Text] = []
    several = len({_file(label) for label in labels}) > 1
    told = "" if several else _file(labels[0])
    for (file, number), group in groupby(labels, key=lambda label: (_file(label), label.span.line)):
        before: str | None = None
        if file != told:
            lines.append(Text(f" {'':>{gutter}} : {visible(file)}", style="dim"))
            told = file
        for label in group:
            quote = quoted((label.source or source).lines[number - 1], label.span.start, label.span.end, width - gutter - 4)
            if quote.line != before:
                lines.append(Text.assemble((f" {number:>{gutter}} | ", "dim"), quote.line))
                before = quote.line
            lines.append(_carets(label, " " * quote.indent, "^" * quote.width, gutter, style))
    return lines


def _file(label: Label) -> str:
    """The other file that a place is in; empty for the one that is checked."""
    return label.source.path if label.source is not None else ""


def _carets(label: Label, indent: str, carets: str, gutter: int, style: str) -> Text:
    note = f" {visible(label.note)}" if label.note else ""
    return Text.assemble((f" {'':>{gutter}} | ", "dim"), indent, (f"{carets}{note}", style))


def _ways(diagnostic: Diagnostic) -> list[Text]:
    """Why, then each way out under what to do; an instruction that several ways share stands once."""
    lines: list[Text] = []
    told = visible(" ".join(diagnostic.why.split()))
    for how, ways in groupby(diagnostic.ways, key=lambda way: way.how):
        lines.append(Text(f" {told} {visible(how)}".replace("  ", " ").rstrip()))
        told = ""
        for way in ways:
            lines += [Text.assemble("   ", (visible(line), "green")) for line in way.line.splitlines() or [""]]
    return lines or ([Text(f" {told}")] if told else [])


def _json(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code.id,
        "slug": diagnostic.code.slug,
        "severity": _SEVERITIES[diagnostic.severity],
        "title": diagnostic.code.title,
        "message": diagnostic.message,
        "at": _json_label(diagnostic.at),
        "also": [_json_label(label) for label in diagnostic.also],
        "why": diagnostic.why,
        "ways": [{"how": way.how, "line": way.line, "edit": way.edit and _json_edit(way.edit)} for way in diagnostic.ways],
    }


def _json_edit(edit: Edit) -> dict[str, object]:
    return {**_json_span(edit.span), "text": edit.text, "newLine": edit.new_line, "safe": edit.safe}


def _json_label(label: Label) -> dict[str, object]:
    elsewhere = {"path": visible(label.source.path)} if label.source is not None else {}
    return {**_json_span(label.span), "note": label.note, **elsewhere}


def _json_span(span: Span) -> dict[str, object]:
    return {"line": span.line, "column": span.start + 1, "endColumn": span.end + 1}
