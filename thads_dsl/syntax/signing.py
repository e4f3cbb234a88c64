"""The line of place and date → the day of signing: “A, ngày 20 tháng 3 năm 2024”, or as much of it as is not left blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

PLACE_AND_DATE = "địa danh, thời gian"  # the key
_BLANK = r"[\s.…_]*"
_MARKED = r"[.…_]+"
_END = r"[\s.,;]*$"
_PART = rf"({_BLANK}|\s*\d{{1,2}}\s*)"
_YEAR = rf"(?:\s*(\d{{4}}){_END}|((?:\s*\d{{1,3}}(?=…|_|\.\.))?[\s.…_,;]*)$)"  # “năm 20…” is blank
_SPELLED = re.compile(rf"(?<!\w)ngày{_PART}tháng{_PART}năm{_YEAR}", re.IGNORECASE)
_WITH_SLASHES = re.compile(rf"(?<![\w/])(\d{{1,2}}|{_MARKED})\s*/\s*(\d{{1,2}}|{_MARKED})\s*/\s*(?:(\d{{4}}){_END}|({_MARKED})$)")
_WITH_DOTS = re.compile(rf"(?<![\w.-])(\d{{1,2}})\s*([.-])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}){_END}")


@dataclass(frozen=True, slots=True)
class SigningDay:
    """Day, month and year as written: a figure, the dots of a blank, or nothing at all."""

    day: str
    month: str
    year: str

    @property
    def real(self) -> date | None:
        """The day, where all of it is written and there is one."""
        if not (self.day.isdecimal() and self.month.isdecimal() and self.year.isdecimal()):
            return None
        try:
            return date(int(self.year), int(self.month), int(self.day))
        except ValueError:
            return None


def signing_day(written: str) -> SigningDay | None:
    """The day with which the line ends; None where it ends with none."""
    if found := _WITH_DOTS.search(written):
        return SigningDay(found[1], found[3], found[4])
    found = _SPELLED.search(written) or _WITH_SLASHES.search(written)
    if found is None:
        return None
    return SigningDay(found[1].strip(), found[2].strip(), (found[3] or found[4]).strip())
