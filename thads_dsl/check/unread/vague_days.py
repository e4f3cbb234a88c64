"""TH509: a sentence that wants something sent or done by a time that is no day: “cuối tháng 9”, “đầu quý IV”, “mỗi quý một lần”.

Which day is the last one nobody but the author knows; the nearest days are offered as lines that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.suspicion import loose_numbers
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH509
from thads_dsl.model.dates import add_months, day_text
from thads_dsl.source import canonical
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

# What is wanted by a time; with a number that has no role more words tell of it, for such a sentence is no prose anyway.
_DUTY = r"gửi|nộp|trình|đăng ký|sơ kết|tổng kết|họp|báo cáo về"
_SENT = re.compile(rf"\b(?:{_DUTY})\b", re.IGNORECASE)
_DONE = re.compile(rf"\b(?:{_DUTY}|báo cáo|hoàn thành|hoàn tất|xong|bình xét|hạn|nhận)\b", re.IGNORECASE)
_ROMANS = ("I", "II", "III", "IV")
_YEAR = r"(?:(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4}))?"
_UNIT = rf"(?:tháng\s+(?P<month>\d{{1,2}})(?!\s*[/.]\s*\d{{1,2}}(?!\d))|quý\s+(?P<quarter>(?-i:IV|I{{1,3}})|[1-4])(?!\w)){_YEAR}"
_AT_LATEST = r"(?:chậm nhất\s+(?:là\s+|vào\s+)?)?"
_LENGTH = r"(?P<length>(?P<days>\d{1,3})\s*(?:\(\w+\)\s*)?ngày(?:\s+làm việc)?)"
_END = r"(?:ngày\s+)?(?:kết thúc|hết)\s+(?:đợt|phong trào|thời gian)(?:\s+(?:cao điểm|thi đua))*(?:\s+(?P<wave>\d{1,2}))?"
_FORMS = (
    rf"(?P<begin>(?:(?:vào|trong)\s+)?(?:tuần\s+)?đầu(?:\s+của)?)\s+{_UNIT}",
    rf"(?P<week>(?:trong\s+)?tuần\s+thứ\s+(?P<nth>nhất|hai|ba|tư)(?:\s+của)?)\s+{_UNIT}",
    rf"(?P<middle>(?:(?:vào|trong)\s+)?giữa)\s+{_UNIT}",
    rf"(?P<before>(?:xong\s+)?trước)\s+{_UNIT}",
    rf"{_AT_LATEST}(?P<end>(?:(?:vào|trong)\s+)?(?:ngày\s+|tuần\s+)?(?:làm việc\s+)?cuối(?:\s+cùng)?(?:\s+của)?)\s+{_UNIT}",
    rf"(?:chậm nhất\s+)?(?P<within>(?:trong|vào|là|hết))\s+{_UNIT}",
    rf"(?<=: ){_UNIT}",
    rf"{_AT_LATEST}(?P<workday>ngày\s+làm việc\s+cuối(?:\s+cùng)?\s+(?:của\s+)?(?:hằng\s+)?(?P<each>tháng|quý))(?!\s+[IVX\d])",
    r"(?P<often>(?:mỗi|hằng|hàng|một)\s+(?P<per>tháng|quý)\s+(?:một|01|1)\s+lần|(?:một|01|1)\s+lần\s*(?:/|mỗi|một|trong)\s*(?P<per2>tháng|quý))",
    rf"(?:chậm nhất\s+)?{_LENGTH}\s+trước\s+(?:khi\s+)?{_END}",
    rf"trước\s+(?:khi\s+)?{_END}\s+{_LENGTH}",
    rf"(?P<later>được\s+(?:gửi|nộp)(?:\s+hồ sơ)?\s+(?:muộn|chậm)\s+hơn\s+{_LENGTH})",
    rf"(?P<after>sau\s+{_LENGTH}\s+kể từ)",
    rf"(?P<then>sau)\s+(?P<what>khi\s+[^,;.]*?)\s+{_LENGTH}",
    r"(?P<span>từ\s+(?:ngày\s+)?[\d/.]+\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(?P<last>\d[\d/.]*\d))",
    r"(?:vào\s+)?(?P<on>ngày\s+\d{1,2}\s+(?:hằng|hàng|mỗi)\s+(?:tháng|năm)|ngày\s+\d{1,2}\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:hằng\s+)?quý)",
    r"(?P<close>cuối\s+(?:đợt|phong trào)(?:\s+(?:cao điểm|thi đua))*(?:\s+(?P<wave>\d{1,2}))?)",
)
# No rule of the language comes again every week: only that it is prose can be said.
_WEEKLY = re.compile(
    r"\b(?:gửi|nộp|báo cáo)\b.*?(?P<when>\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\s+(?:hằng|hàng|mỗi|của)\s+tuần)\b", re.IGNORECASE
)
# A feast is the day itself for whoever sends something by it; wishes for the day are no papers.
_PAPERS = r"hồ sơ|báo cáo|danh sách|tờ trình"
_FEAST = re.compile(
    rf"^(?=.*\b(?:{_PAPERS})\b).*?\b(?:gửi|nộp)\b(?:(?!\btrao\b|\btặng\b).)*?(?P<when>\b(?:(?:vào|nhân|trong|đúng)\s+)?dịp\s[^,;.]*?(?P<on>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?))(?!\d)",
    re.IGNORECASE,
)
_VAGUE = tuple(re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE) for form in _FORMS)


def vague_day(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """The complaint about such a sentence; None about any other, and where what the words lean on is not known."""
    text = sentence.passage.text
    wanted = _DONE if loose_numbers(sentence.lexemes) else _SENT
    if (weekly := _WEEKLY.search(text)) and not line.scope.expects_rules:
        return _complaint(line, sentence, weekly, "when", ())
    if line.scope.expects_rules or not wanted.search(text):
        return None
    if any(lexeme.terminal == NameKind.QUANTITY.value for lexeme in sentence.lexemes):
        return None  # “tỷ lệ thi hành xong của năm 2024 (từ … đến …)”: days of figures, by which nothing is sent
    if feast := _FEAST.search(text):
        return _complaint(line, sentence, feast, "when", (f"chậm nhất ngày {feast['on']}",))
    for form in _VAGUE:
        if (found := form.search(text)) and (readings := tuple(dict.fromkeys(_readings(facts, found)))):
            return _complaint(line, sentence, found, 0, readings)
    return None


def _readings(facts: Facts, found: re.Match[str]) -> Iterator[str]:
    """What may stand instead of the words."""
    said = found.groupdict()
    if said.get("month") or said.get("quarter"):
        yield from _of_month(facts, said)
    elif said.get("workday"):
        yield f"chậm nhất ngày cuối cùng của {said['each'].casefold()}"
    elif said.get("often"):
        per = (said["per"] or said["per2"]).casefold()
        yield f"chậm nhất ngày 05 {'hằng tháng' if per == 'tháng' else 'của tháng đầu hằng quý'}"
    elif said.get("later"):
        yield _later(facts, 0 if "làm việc" in (said["length"] or "") else int(said["days"] or 0))
    elif said.get("after"):
        yield f"trong thời hạn {said['length']} kể từ"
    elif said.get("then"):
        yield f"trong thời hạn {said['length']} kể từ {said['what']}"
    elif said.get("on"):
        yield f"chậm nhất {said['on']}"
    elif said.get("span"):
        yield f"chậm nhất ngày {said['last']}"
    elif last := _end(facts, said["wave"]):
        yield f"chậm nhất ngày {day_text(last - timedelta(days=int(said.get('days') or 0)))}"


def _of_month(facts: Facts, said: dict[str, str | None]) -> Iterator[str]:
    year = int(said["year"] or 0) or _year(facts)
    quarter = (said["quarter"] or "").upper()
    month = int(said["month"] or 0) or 3 * (_ROMANS.index(quarter) if quarter in _ROMANS else int(quarter) - 1) + 1
    if not year or not 1 <= month <= 12:
        return
    first = date(year, month, 1)
    last = add_months(first, 1 if said["month"] else 3) - timedelta(days=1)
    weeks = 7 * ("nhất", "hai", "ba", "tư").index(nth.casefold()) + 6 if (nth := said.get("nth")) else 0
    of: dict[str, Callable[[], str]] = {
        "begin": lambda: f"chậm nhất ngày {day_text(first + timedelta(days=4))}",
        "week": lambda: f"chậm nhất ngày {day_text(first + timedelta(days=weeks))}",
        "middle": lambda: f"chậm nhất ngày {day_text(first + (last - first) / 2)}",
        "before": lambda: f"trước ngày {day_text(first)}",
    }
    yield next((reading() for name, reading in of.items() if said.get(name)), f"chậm nhất ngày {day_text(last)}")


def _later(facts: Facts, days: int) -> str:
    """So many days behind the deadline that is for all; where there are several, which one is for the author to say."""
    common = {(rule.wave, rule.last_day) for rule in facts.plan.deadlines if not rule.addressee}
    if len(common) == 1 and days:
        (_, last), *_ = common
        return f"gửi hồ sơ chậm nhất ngày {day_text(last + timedelta(days=days))}"
    return f"gửi hồ sơ{' đợt …' if any(wave for wave, _ in common) else ''} chậm nhất ngày …"


def _year(facts: Facts) -> int | None:
    ends = [*(rule.period.last for rule in facts.plan.periods), *(wave.period.last for wave in facts.plan.waves)]
    return max(ends).year if ends else None


def _end(facts: Facts, wave: str | None) -> date | None:
    """The last day of a wave, or of the campaign; None where waves end on several days and none is named."""
    ends = [each.period.last for each in facts.plan.waves if not wave or each.ordinal == int(wave)]
    campaign = [rule.period.last for rule in facts.plan.periods if not rule.measured and not rule.wave and not wave]
    known = {*(ends or campaign)}
    return known.pop() if len(known) == 1 else None


def _complaint(line: Line, sentence: Sentence, found: re.Match[str], part: int | str, readings: tuple[str, ...]) -> Diagnostic:
    written = canonical(found[part])
    ways = (Way(f"Sửa cho đúng ngày, dán dưới dòng {line.item.number}:", f"Hiểu là: cụm từ “{written}” là “{each}”") for each in readings)
    prose = Way("Nếu chỉ để nhắc việc, máy không tính, thì đặt dấu >:", f"{line.item.marker} > {canonical(line.item.text.text)}".strip())
    return Diagnostic(
        code=TH509,
        message=f"“{written}”",
        at=Label(sentence.passage.span(*found.span(part))),
        why="Không có ngày cuối cùng thì không biết lúc nào là quá hạn." if readings else "Máy chưa theo dõi thời hạn của từng tuần.",
        ways=(*ways, prose),
    )
