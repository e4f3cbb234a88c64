"""The day that a plan is of, on which its bodies must exist and its scale of discipline is in force."""

import re
from datetime import date

_SPELLED = re.compile(r"ngày\s+(\S+)\s+tháng\s+(\S+)\s+năm\s+(\d{4})", re.IGNORECASE)
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def plan_day(written: str, campaign: date | None) -> date | None:
    """The day of `Địa danh, thời gian`; where it is left blank the first day of the campaign; else the first day that it can be.

    None where neither says a year.
    """
    found = _SPELLED.search(written) or _SHORT.search(written)
    day, month, year = found.groups() if found else ("", "", "")
    if day.isdecimal() and month.isdecimal():
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            return campaign
    if campaign is not None:
        return campaign
    if not found:
        return None
    return date(int(year), int(month) if month.isdecimal() and 1 <= int(month) <= 12 else 1, 1)
