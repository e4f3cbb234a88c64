"""Complaints as SARIF 2.1.0 (OASIS), the form that editors and code hosts read.

Messages stay Vietnamese; columns count the author's code points from 1, as everywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from thads_dsl.diagnostics.model import Code, Diagnostic, Edit, Label, Severity, ordered
from thads_dsl.diagnostics.quoting import visible
from thads_dsl.diagnostics.render import page
from thads_dsl.source import SourceText, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning"}
Json = dict[str, object]


def as_sarif(files: Iterable[tuple[SourceText, Sequence[Diagnostic]]], version: str) -> Json:
    """All of a run: one result for each complaint, one rule for each code that occurs, a fix for each way that has an edit."""
    found = [(source, each) for source, diagnostics in files for each in ordered(diagnostics)]
    codes = sorted({each.code for _, each in found}, key=lambda code: code.id)
    numbers = {code: number for number, code in enumerate(codes)}
    driver = {"name": "thads", "version": version, "language": "vi", "rules": [_rule(code) for code in codes]}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(source, each, numbers[each.code]) for source, each in found],
            }
        ],
    }


def _rule(code: Code) -> Json:
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.slug.split("-")),
        "shortDescription": {"text": code.title},
        "help": {"text": page(code), "markdown": page(code)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(source: SourceText, diagnostic: Diagnostic, number: int) -> Json:
    ways = (f"{way.how} {way.line}" for way in diagnostic.ways)
    told = [f"{diagnostic.code.title}: {diagnostic.message}", " ".join(diagnostic.why.split()), *ways]
    fixes = [_fix(source, f"{way.how} {way.line}", way.edit) for way in diagnostic.ways if way.edit is not None]
    result: Json = {
        "ruleId": diagnostic.code.id,
        "ruleIndex": number,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": visible("\n".join(filter(None, told)))},
        "locations": [_location(source, diagnostic.at)],
    }
    related = [{"id": at, **_location(source, label)} for at, label in enumerate(diagnostic.also, 1)]
    return result | ({"relatedLocations": related} if related else {}) | ({"fixes": fixes} if fixes else {})


def _location(source: SourceText, label: Label) -> Json:
    place = {"artifactLocation": _file(label.source or source), "region": _region(label.span)}
    return {"physicalLocation": place} | ({"message": {"text": visible(label.note)}} if label.note else {})


def _fix(source: SourceText, told: str, edit: Edit) -> Json:
    end = len(source.lines[edit.span.line - 1])
    where, text = (Span(edit.span.line, end, end), f"\n{edit.text}") if edit.new_line else (edit.span, edit.text)
    replacement = {"deletedRegion": _region(where), "insertedContent": {"text": text}}
    change = {"artifactLocation": _file(source), "replacements": [replacement]}
    return {"description": {"text": visible(told)}, "artifactChanges": [change]}


def _file(source: SourceText) -> Json:
    path = PurePath(source.path)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


def _region(span: Span) -> Json:
    return {"startLine": span.line, "startColumn": span.start + 1, "endColumn": span.end + 1}
