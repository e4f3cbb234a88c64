"""Which of the classes of a table is the better one: their names tell it, whatever the order of the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thads_dsl.model.points_classes import Class
from thads_dsl.syntax.grammar import class_scales

_WORD = re.compile(r"^(?:hạng|loại) ", re.IGNORECASE)


def best_first(rows: Sequence[Class]) -> tuple[Class, ...]:
    """Classes of one scale in its order: one class down is the next of them, also where a plan lists the lowest first. Others as listed."""
    places = [place(row.name) for row in rows]
    if None in places or len({found[0] for found in places if found is not None}) > 1:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: place(row.name) or (0, 0)))


def place(name: str) -> tuple[int, int] | None:
    """The scale of a class and its place in it; None for a name of no scale."""
    bare = _WORD.sub("", name.casefold())
    return next(((at, scale.index(bare)) for at, scale in enumerate(class_scales()) if bare in scale), None)
