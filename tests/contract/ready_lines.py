"""What a complaint offers to be written, put in its place as the message says."""

import re

from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.pipeline import Analysis

FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_BELOW = re.compile(r"dán dưới (?:bảng, sau )?dòng (\d+)", re.IGNORECASE)
_INSTEAD = re.compile(r"sửa dòng (\d+) thành", re.IGNORECASE)


def figures(text: str) -> set[str]:
    """The figures of a text, leading zeros left out."""
    return {found.lstrip("0") for found in FIGURE.findall(text)}


def own_figures(analysis: Analysis, complaint: Diagnostic) -> set[str]:
    """Those of the lines that a complaint is about."""
    lines = {label.span.line for label in (complaint.at, *complaint.also)}
    return {figure for line in lines for figure in figures(analysis.source.lines[line - 1])}


def pasted(analysis: Analysis, way: Way) -> str | None:
    """The plan with a ready line in its place; None where the message names no line, or the author has still to fill in."""
    lines = [*analysis.source.lines]
    if "…" in way.line:
        return None
    if found := _BELOW.search(way.how):
        lines.insert(int(found[1]), way.line)
    elif found := _INSTEAD.search(way.how):
        lines[int(found[1]) - 1] = way.line
    else:
        return None
    return "\n".join(lines)
