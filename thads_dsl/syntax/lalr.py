"""LALR(1) parsers of the grammars: built strictly, and their tables kept for the next run.

Building the tables of sentence.lark takes two seconds, reading them a tenth of one. They are kept where Python keeps compiled modules, so
that whoever could change them could change the program too, and nothing is left outside the program's folder. A folder that cannot be
written to costs only time.
"""

from __future__ import annotations

import importlib.util
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import lark
from lark import Lark, Token
from lark.lexer import Lexer


class _Ready(Lexer):
    """Takes tokens that are lexed already."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: Iterable[Token], parser_state: object = None) -> Iterator[Token]:  # type: ignore[override]
        return iter(lexer_state)


_SETTINGS: dict[str, Any] = {"parser": "lalr", "lexer": _Ready, "strict": True, "maybe_placeholders": True}


def strict_parser(grammar: str, start: list[str], transformer: object = None) -> Lark:
    """LALR(1) without any settled conflict: one meaning for every string of tokens.

    Raises lark.exceptions.GrammarError where two readings compete.
    """
    return Lark(grammar, start=start, transformer=transformer, **_SETTINGS)


def kept_parser(name: str, grammar: str, start: list[str], transformer: object, folder: Path | None = None) -> Lark:
    """strict_parser, from the tables kept under a name if they are those of this very grammar; else they are kept now.

    `folder`: where they are kept, if not with the compiled modules. The transformer's class must be found by its name.
    """
    place = _place(name) if folder is None else folder / name
    made_of = repr((lark.__version__, grammar, start, type(transformer), _SETTINGS)).encode()
    if tables := _kept(place, made_of):
        return Lark.load(io.BytesIO(tables))
    parser = strict_parser(grammar, start, transformer)
    written = io.BytesIO()
    parser.save(written)
    with suppress(OSError):
        _keep(place, made_of, written.getvalue())
    return parser


def _place(name: str) -> Path:
    return Path(importlib.util.cache_from_source(str(Path(__file__).with_name(f"{name}.py")))).with_suffix(".tables")


def _seal(made_of: bytes, tables: bytes) -> bytes:
    """Stands before the tables: they are whole, and of this grammar."""
    return sha256(made_of + tables).digest()


def _kept(place: Path, made_of: bytes) -> bytes:
    """The tables; nothing where there are none, or others, or a part of them."""
    try:
        content = place.read_bytes()
    except OSError:
        return b""
    seal, tables = content[: sha256().digest_size], content[sha256().digest_size :]
    return tables if seal == _seal(made_of, tables) else b""


def _keep(place: Path, made_of: bytes, tables: bytes) -> None:
    """Writes the tables under another name first: who reads meanwhile finds the old ones or the new ones, whole."""
    place.parent.mkdir(parents=True, exist_ok=True)  # of a program that was never compiled
    draft = place.with_suffix(f".{os.getpid()}")
    try:
        draft.write_bytes(_seal(made_of, tables) + tables)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
