"""TH534: a line of place and date whose day cannot be read (“A, ngày 20 tháng 3 nvm 2024”), in an issued text also one that lacks a part.

A draft leaves the day blank as it likes: with dots, or with spaces alone.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH534
from thads_dsl.diagnostics.suggest import only_marks
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.signing import PLACE_AND_DATE, SigningDay, signing_day

_PARTS = ("ngày", "tháng", "năm")
_BLANK = "…"
_ALIKE = 65.0  # “nvm” is nearly “năm”, “Hà” nearly nothing
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def signing_days(facts: Facts) -> Iterator[Diagnostic]:
    """Each such line, those of attached documents included."""
    for key in facts.draft.outline.every_key:
        if key.name != PLACE_AND_DATE or not key.value.text.strip():
            continue
        said, begins = signing_day(key.value.text), _date_begins(key.value.text)
        if said is None and begins < len(key.value.text):
            yield _told(key.value, begins, "máy chưa đọc được ngày ký")
        elif _left_out(said, issued=facts.draft.issued):
            yield _told(key.value, begins, "ngày ký chưa ghi đủ")


def _left_out(said: SigningDay | None, *, issued: bool) -> bool:
    """Whether nothing stands where something should: in a draft what follows a day that is filled in, in an issued text any part."""
    if said is None:
        return issued
    return not (said.day and said.month and said.year) and (issued or said.day.isdecimal())


def _told(value: Passage, begins: int, message: str) -> Diagnostic:
    text, place = value.text, value.text[:begins].rstrip(" ,")
    parts = _meant(text[begins:])
    ready = " ".join(f"{name} {part}" for name, part in zip(_PARTS, parts, strict=True))
    line = f"Địa danh, thời gian: {place or _BLANK}, {ready}"
    how = f"{'Điền vào chỗ …, s' if _BLANK in line else 'S'}ửa dòng {value.line} thành:"
    at = value.span(begins if begins < len(text) else 0)
    edit = Edit(value.span(len(place)), f", {ready}", safe=only_marks(text[begins:], ready)) if _BLANK not in line else None
    return Diagnostic(
        code=TH534,
        message=f"{message}: “{canonical(text[begins:] or text)}”",
        at=Label(at),
        why="“Từ nay”, “kể từ ngày ký” tính từ ngày ở dòng này. Chưa ký thì ghi dấu … ở chỗ ngày, tháng.",
        ways=(Way(how, line, edit=edit),),
    )


def _date_begins(text: str) -> int:
    """Where the date begins: behind the comma of the place, at a word like “ngày” or at a figure; the end where there is none."""
    behind = len(text)
    for part in reversed(text.split(",")):
        if not re.search(r"\d", part) and all(_label(word[0]) != "ngày" for word in _TOKEN.finditer(part)):
            break
        behind -= len(part) + 1
    words = list(_TOKEN.finditer(text, max(behind, 0)))
    day = (word.start() for word in words if _label(word[0]) == "ngày")
    figure = (word.start() for word in words if word[0].isdecimal() or word[0].casefold() in _PARTS)
    return next(day, next(figure, len(text)))


def _meant(written: str) -> tuple[str, ...]:
    """Day, month and year: three figures in their order, fewer by the words before them; blank what cannot be told."""
    figures = re.findall(r"\d+", written)
    in_order = tuple(figures) if len(figures) == len(_PARTS) else ("", "", "")
    if not _fits(in_order):
        by_name, name = dict[str, str](), ""
        for word in _TOKEN.findall(written):
            if word.isdecimal():
                by_name[name] = "" if name in by_name else word  # of two years neither is known to be meant
            name = _label(word) or name
        in_order = tuple(by_name.get(each, "") for each in _PARTS)
    return tuple(part if _is_part(part, name) else _BLANK for part, name in zip(in_order, _PARTS, strict=True))


def _fits(parts: tuple[str, ...]) -> bool:
    said = signing_day("/".join(parts))
    return said is not None and said.real is not None


def _is_part(figure: str, name: str) -> bool:
    return figure.isdecimal() and (len(figure) == 4 if name == "năm" else len(figure) <= 2)


def _label(word: str) -> str:
    """Which of the three words this one nearly is, or none."""
    nearest = max(_PARTS, key=lambda name: (fuzz.ratio(word.casefold(), name), fuzz.ratio(plain(word), plain(name))))
    return nearest if fuzz.ratio(plain(word), plain(nearest)) >= _ALIKE else ""
