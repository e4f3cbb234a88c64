"""Words around a figure that are nearly a “Cách viết: “… …”” of the plan: the slip is in one of the two."""

from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.suggest import closest
from thads_dsl.source import canonical, fold
from thads_dsl.syntax.sentences import Sentence

_FIGURES = ("PERCENT", "FRACTION", "MEASURE", "NUMBER")


def around_its_figure(sentence: Sentence) -> str:
    """“theo dõi thi hành đối với … bản án” of a sentence with one figure; empty of any other."""
    figures = [lexeme for lexeme in sentence.lexemes if lexeme.terminal in _FIGURES]
    if len(figures) != 1:
        return ""
    text = sentence.passage.text
    return f"{text[: figures[0].start].strip()} … {text[figures[0].end :].strip()}".strip()


def nearly_spelt(draft: Draft, told: Diagnostic, written: str) -> Diagnostic:
    """A complaint about such words, with the line whose spelling they nearly are; as it was where there is none."""
    spelt = {f"{before} … {after}".strip(): name for before, after, name in draft.vocabulary.shares}
    near = closest(written, spelt) if "…" in written else None
    if near is None or canonical(near).casefold() == canonical(fold(written)).casefold():
        return told
    lines = (term.line for term in draft.vocabulary.terms if term.name == spelt[near] and term.line is not None)
    way = Way(f"Gần giống cách viết của “{spelt[near]}”. Nếu là số liệu ấy thì câu viết như cách khai báo:", near)
    return replace(told, also=(*told.also, *(Label(line.span()) for line in lines)), ways=(way, *told.ways))
