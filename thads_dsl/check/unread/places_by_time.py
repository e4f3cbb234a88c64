"""Numbers of awards of a time, an occasion or some units, as words before their colon or above them say: “Mỗi quý: 01 tập thể”.

The plan decides once, or once in each wave; its numbers are of that.
"""

import re
from collections.abc import Sequence
from datetime import date

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.left_as_prose import title_left
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.model.dates import Period
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree
from thads_dsl.syntax.contexts import says_when
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.times import TIME_AGAIN, TIME_ALONE, TIME_ONCE
from thads_dsl.syntax.written_forms import Figure

_AGAIN = re.compile(rf",?\s*(?:\b|(?=/)){TIME_AGAIN}(?:,?\s+(?=\d))?", re.IGNORECASE)
_OF_NO_DAYS = re.compile(rf"{TIME_AGAIN}|{TIME_ALONE}", re.IGNORECASE)
_ONCE = re.compile(TIME_ONCE, re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_QUARTER = re.compile(r"quý\s+(?P<which>IV|I{1,3}|[1-4])\b", re.IGNORECASE)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_COUNTED = frozenset({"tập thể", "cá nhân"})


def places_by_time(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """What is wrong with a number of a time; None where the words say no time, or that of the campaign."""
    words = sentence.passage.text.strip(" :")
    if not sentence.titles and not _heads_quotas(facts, line):
        return _again(facts, line, sentence)
    if not says_when(words) or (sentence.titles and not _has_quota(line)) or is_of_the_campaign(facts, words):
        return None
    if sentence.titles and _ONCE.fullmatch(words) is None:
        return _told(facts, line, sentence, words, _without_title(line))
    return _of_nothing(line, sentence, "của thời gian, của dịp nào", heading=not sentence.titles)


def _has_quota(line: Line) -> bool:
    return any(isinstance(each.statement, award_tree.Quota) for each in line.sentences)


def _heads_quotas(facts: Facts, line: Line) -> bool:
    return any(_has_quota(each) for each in facts.draft.lines[line.index + 1 : line.item.end])


def _again(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """“Mỗi quý 01 tập thể”, “01 tập thể/quý”: a number of awards in a sentence that is not read."""
    found = _AGAIN.search(sentence.passage.text)
    counted = any(isinstance(each.value, Figure) and each.value.unit in _COUNTED for each in sentence.lexemes)
    if found is None or not counted:
        return None
    text = canonical(line.item.text.text)
    joint = " " if found.start() and found[0][-1:].isspace() else ""
    rest = re.sub(r"\s+(?=[\s,.;])", "", text.replace(canonical(found[0]), joint, 1)).strip(" ,")
    return _told(facts, line, sentence, found[0].strip(" ,"), rest)


def _without_title(line: Line) -> str:
    return canonical(line.item.text.text).partition(":")[2].strip()


def _told(facts: Facts, line: Line, sentence: Sentence, words: str, rest: str) -> Diagnostic:
    head = "Hiểu là: " if facts.draft.issued else f"{line.item.marker} ".lstrip()
    ways = [Way("Nếu là số lượng của cả phong trào thì viết:", f"{head}{rest[:1].upper()}{rest[1:]}")]
    if facts.plan.waves and _OF_NO_DAYS.fullmatch(words):
        ways.append(Way("Nếu mỗi đợt có chừng ấy thì viết:", f"{head}Mỗi đợt {rest[:1].lower()}{rest[1:]}"))
    return told_unread(
        message=f"“{canonical(words)}”: máy không tính số lượng riêng cho từng quý, từng tháng, từng dịp",
        at=sentence.passage.span(),
        why="Kế hoạch xét một lần, hoặc mỗi đợt thi đua một lần; số lượng là của lần xét ấy.",
        ways=tuple(ways),
    )


def _of_nothing(line: Line, sentence: Sentence, what: str, *, heading: bool) -> Diagnostic:
    words = canonical(sentence.passage.text)
    below = "số lượng ở các dòng bên dưới" if heading else "số lượng này"
    why = f"Máy chưa hiểu đây là {what} nên chỉ in ra; {below} được tính cho cả phong trào, mọi đối tượng nêu trong câu."
    if heading:
        return title_left(sentence, why, Way("Nếu chỉ là lời văn thì đặt dấu >:", f"{line.item.marker} > {words}".strip()))
    mended = f"{line.item.marker} {_without_title(line)}".strip()
    return title_left(sentence, why, Way("Nếu đúng là của cả phong trào thì viết:", mended))


def is_of_the_campaign(facts: Facts, words: str) -> bool:
    """Whether a time is that of the plan."""
    return is_in_time(facts.draft, [*(rule.period for rule in facts.plan.waves), *(rule.period for rule in facts.plan.periods)], words)


def is_in_time(draft: Draft, periods: Sequence[Period], words: str) -> bool:
    """Whether the title of the plan names the same time, or all days of these periods lie in it."""
    if canonical(words).casefold() in canonical(draft.key("trích yếu")).casefold():
        return True
    year, quarter = _YEAR.search(words), _QUARTER.search(words)
    if not periods or not (year or quarter):
        return False
    days = [day for period in periods for day in (period.first, period.last)] if quarter else [period.last for period in periods]
    wanted = int(_QUARTERS.get(quarter["which"].upper(), 0) or quarter["which"]) if quarter else None
    return all(_fits(day, int(year[0]) if year else None, wanted) for day in days)


def _fits(day: date, year: int | None, quarter: int | None) -> bool:
    return year in (None, day.year) and quarter in (None, (day.month + 2) // 3)
