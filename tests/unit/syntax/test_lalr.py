"""Tables of a grammar are kept for the next run, and only those of this very grammar are taken."""

import importlib.util
from pathlib import Path

import pytest
from lark import Lark, Token, Transformer

from thads_dsl.syntax import lalr
from thads_dsl.syntax.lalr import kept_parser

ONE = "sum: A B\n%declare A B\n"
OTHER = "sum: B A\n%declare A B\n"


class Joined(Transformer[Token, str]):
    def sum(self, parts: list[Token]) -> str:
        return "+".join(parts)


def read(folder: Path, grammar: str, *terminals: str) -> object:
    parser = kept_parser("sums", grammar, ["sum"], Joined(), folder)
    return parser.parse([Token(terminal, terminal.lower()) for terminal in terminals], start="sum")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The grammars that parsers were built of, and not read."""
    seen: list[str] = []
    build = lalr.strict_parser

    def building(grammar: str, start: list[str], transformer: object = None) -> Lark:
        seen.append(grammar)
        return build(grammar, start, transformer)

    monkeypatch.setattr(lalr, "strict_parser", building)
    return seen


def test_a_second_run_reads_what_the_first_one_built(tmp_path: Path, built: list[str]) -> None:
    assert [read(tmp_path, ONE, "A", "B"), read(tmp_path, ONE, "A", "B")] == ["a+b", "a+b"]
    assert built == [ONE]
    assert [path.name for path in tmp_path.iterdir()] == ["sums"]


def test_tables_of_another_grammar_are_replaced(tmp_path: Path, built: list[str]) -> None:
    assert [read(tmp_path, ONE, "A", "B"), read(tmp_path, OTHER, "B", "A"), read(tmp_path, OTHER, "B", "A")] == ["a+b", "b+a", "b+a"]
    assert built == [ONE, OTHER]


@pytest.mark.parametrize("broken", [b"", b"no tables", pytest.param(None, id="half of them")])
def test_broken_tables_are_built_again(tmp_path: Path, built: list[str], broken: bytes | None) -> None:
    read(tmp_path, ONE, "A", "B")
    kept = tmp_path / "sums"
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2] if broken is None else broken)
    assert [read(tmp_path, ONE, "A", "B"), read(tmp_path, ONE, "A", "B")] == ["a+b", "a+b"]
    assert built == [ONE, ONE]


def test_a_place_that_cannot_be_written_to_is_no_error(tmp_path: Path, built: list[str]) -> None:
    (tmp_path / "file").write_text("no folder")
    assert [read(tmp_path / "file", ONE, "A", "B"), read(tmp_path / "file", ONE, "A", "B")] == ["a+b", "a+b"]
    (tmp_path / "sums").mkdir()  # a folder where the tables should stand
    assert read(tmp_path, ONE, "A", "B") == "a+b"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "sums"]
    assert built == [ONE, ONE, ONE]


def test_tables_stand_where_python_keeps_compiled_modules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path))
    compiled = Path(importlib.util.cache_from_source(lalr.__file__))
    kept_parser("sums", ONE, ["sum"], Joined())
    assert [path.name.partition(".")[0] for path in compiled.parent.iterdir()] == ["sums"]
