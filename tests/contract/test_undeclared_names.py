"""Of forty new names in forty sentences nearly all are told of as one unknown name of the right kind, with lines that declare it."""

from pathlib import Path

import pytest

from tests.unit.check.writing import analysed, codes, written
from thads_dsl.diagnostics import Diagnostic, Severity

_FILE = Path(__file__).with_name("undeclared_names.txt")
_CODES = {"số liệu": "TH201", "đối tượng": "TH202", "hình thức khen thưởng": "TH226", "chức vụ": "TH226"}
_MISSED = 1  # a second award without words of a rule beside it; may only shrink
_OF_NAMES = {"TH101", "TH102", "TH201", "TH202", "TH209", "TH225", "TH226", "TH241", "TH242"}


def rows() -> list[tuple[str, str, str]]:
    """Sentence, kind, name."""
    lines = [line for line in _FILE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return [(sentence, kind, name) for sentence, kind, name in ([part.strip() for part in line.split("|")] for line in lines)]


def text_of(sentence: str) -> str:
    """A plan of one line, or of one with an item below it."""
    return written(f"- {sentence}" + ("\n+ Hoàn thành tốt nhiệm vụ." if sentence.endswith(":") else ""))


def errors(sentence: str) -> list[Diagnostic]:
    """All errors of that plan."""
    return [each for each in analysed(text_of(sentence)).diagnostics if each.severity is Severity.ERROR]


def test_new_names_are_told_of_as_one_name_of_their_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert len({name for _, _, name in rows()}) == 40
    missed = [
        (name, found)
        for sentence, kind, name in rows()
        if (found := [(each.code.id, each.message) for each in errors(sentence)]) != [(_CODES[kind], f"“{name}”")]
    ]
    with capsys.disabled():
        print(f"\nunknown names found whole and of the right kind: {40 - len(missed)} of 40", *missed, sep="\n")
    assert len(missed) == _MISSED


@pytest.mark.parametrize(("sentence", "kind", "name"), rows())
def test_a_line_that_declares_the_name_is_read_and_makes_the_sentence_one_that_is(sentence: str, kind: str, name: str) -> None:
    found = next(iter(errors(sentence)))
    for way in found.ways if found.code.id == _CODES[kind] else ():
        if way.line.startswith("PHẦN KHÔNG IN"):
            assert not _OF_NAMES & set(codes(f"{text_of(sentence)}\n{way.line}\n")), (name, way.line)
