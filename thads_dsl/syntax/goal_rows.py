"""A pipe table of what is asked → the sentences that its rows stand for, where its cells are no goals of one statistic.

“| Nội dung | Yêu cầu |” over “| Vụ việc bồi thường nhà nước | không để xảy ra |” says “Không để xảy ra vụ việc bồi thường nhà nước”,
and over “| Tỷ lệ thi hành xong về việc | cao hơn năm 2023 |” says “Tỷ lệ thi hành xong về việc cao hơn năm 2023”.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile, zip_longest

from thads_dsl.source import Passage, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.cells import cells, heading_and_rows
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.headings import Heading, is_none_of, is_nothing, read_heading, saying
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameKind, NameTable
from thads_dsl.syntax.sentences import read_clauses
from thads_dsl.syntax.tables import read_table

_BEFORE = ("number", "remark", "unit", "asked_of")  # what a heading is, whatever it is elsewhere
_KINDS = ("asked", "who")
_NONE_OF = ("không để xảy ra", "không có", "không")  # what may stand before “vụ việc …”, “công chức bị …”, “bị …”


def goal_sentences(rows: tuple[Passage, ...], names: NameTable) -> tuple[Passage, ...] | None:
    """The sentences of a table, each a passage of its row; None where its heading is not that of such a table, or its cells are goals."""
    data = _by_kind(rows, names)
    if not data or _are_goals(rows, names):
        return None
    found: list[Passage] = []
    whom: Passage | None = None
    titles: list[Passage] = []
    for row, after in zip_longest(data, data[1:]):
        if "who" in row and row["who"][1].text:
            whom = row["who"][1]
        if (title := _title(row)) is not None:
            if _speaks_of_statistic(title, names) and (after is None or _speaks_of_statistic(after["asked_of"][1], names)):
                found += [] if row["asked"][1].text else [title]  # its figure is missing
            elif _sort(title, names):
                titles = [*takewhile(lambda each: _sort(each, names) != _sort(title, names), titles), title]
        elif "asked" in row and not is_nothing(row["asked"][1]):
            found.append(_for([*([whom] if whom is not None else []), *titles], _said(row, names)))
    return tuple(found)


def untold_titles(rows: tuple[Passage, ...], names: NameTable) -> tuple[Passage, ...]:
    """The rows of such a table that ask for nothing, and do not say either of what the rows below them are: “| I | Án chủ động | |”."""
    titles = (_title(row) for row in _by_kind(rows, names) or ())
    return tuple(title for title in titles if title is not None and not _sort(title, names))


def _by_kind(rows: tuple[Passage, ...], names: NameTable) -> list[dict[str, tuple[Heading, Passage]]] | None:
    """The cells of each row by what they are, with their headings; None where the heading is not that of such a table."""
    above, below = heading_and_rows(rows)
    headings = [read_heading(each, names) for each in cells(above[0])] if len(above) == 1 else []
    kinds = _kinds(headings)
    return None if kinds is None else [dict(zip(kinds, zip(headings, cells(row), strict=True), strict=True)) for row in below]


def _title(row: Mapping[str, tuple[Heading, Passage]]) -> Passage | None:
    """What stands in a row in which nothing is asked: a title of those below it."""
    if "asked" not in row or not row["asked_of"][1].text or (row["asked"][1].text and not is_nothing(row["asked"][1])):
        return None
    return row["asked_of"][1]


def _sort(title: Passage, names: NameTable) -> str:
    """What a title says of the goals below it: who has them, also somebody whom nobody has declared, or else what they are of.

    Empty where it says nothing of them. Of titles of one sort the nearest counts.
    """
    lexemes = lex(title, names)
    read = read_tokens(lexemes, ("context",))
    said = read if isinstance(read, tree.Context) else saying(lexemes)
    if says(title.text) == NameKind.SUBJECT.value or (said is not None and said.subjects):
        return "who"
    return "" if said is None else "wave" if said.waves else "of"


def _speaks_of_statistic(what: Passage, names: NameTable) -> bool:
    return any(lexeme.terminal == NameKind.QUANTITY.value for lexeme in lex(what, names))


def _are_goals(rows: tuple[Passage, ...], names: NameTable) -> bool:
    """Whether all cells are read as goals of what the heads of their rows name; “không” may also be a condition."""
    read = read_table(rows, names)
    return read is not None and all(each.statement is not None and not is_none_of(each.passage) for each in read.sentences)


def _kinds(headings: list[Heading]) -> tuple[str, ...] | None:
    found: list[str] = []
    for heading in headings:
        kinds = [kind for kind in (*_BEFORE, *_KINDS) if plain(heading.text.text) in _known(kind)]
        found.append(next((kind for kind in kinds if kind not in found), ""))
    return tuple(found) if all(found) and {"asked_of", "asked"} <= set(found) else None


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(plain(words) for words in heading_words(kind))


def _for(titles: Sequence[Passage], said: Passage) -> Passage:
    """What is said of a unit, or a side, whose cell may stand in a row above: the place is that of the row."""
    return said.replaced(0, 0, "".join(f"{each.text}: " for each in titles)) if titles else said


def _said(row: dict[str, tuple[Heading, Passage]], names: NameTable) -> Passage:
    """The first way to join the cells that is read; where none is, the words one behind the other, to be told as they stand."""
    (heading, asked), (_, what) = row["asked"], row["asked_of"]
    unit = row["unit"][1].text if "unit" in row else ""
    if is_none_of(asked):
        ways = [_joined(asked.replaced(0, len(asked.text), none), " ", what) for none in _NONE_OF]
        return _first_read(ways, names) or ways[0]
    asked = replace(heading, unit=heading.unit or unit).cell(asked)
    told = asked.replaced(0, 0, "đạt ") if asked.text[:1].isdigit() else asked
    whole = _joined(what, " ", told)
    return _first_read([whole], names) or (_alone(what, told) if _is_whole(told, names) else whole)


def _first_read(ways: list[Passage], names: NameTable) -> Passage | None:
    return next((way for way in ways if _is_read(way, names)), None)


def _alone(what: Passage, asked: Passage) -> Passage:
    """A cell that is a rule by itself, without the label before it; somebody whom nobody has declared is no label."""
    return _joined(what, ": ", asked) if says(what.text) == NameKind.SUBJECT.value else asked


def _joined(what: Passage, joint: str, asked: Passage) -> Passage:
    return what.followed_by(joint, asked) if what.text else asked


def _is_whole(asked: Passage, names: NameTable) -> bool:
    """Whether a cell is a rule by itself; a goal that names no statistic is not, its row would only seem to say of what it is."""
    return all(_is_rule(each.statement) for each in read_clauses(asked, names))


def _is_rule(said: tree.Statement | None) -> bool:
    return said is not None and (not isinstance(said, tree.Target) or _names_statistic(said))


def _names_statistic(target: tree.Target) -> bool:
    return target.wanted is not None and target.wanted.quantity is not None


def _is_read(said: Passage, names: NameTable) -> bool:
    return all(each.statement is not None for each in read_clauses(said, names))
