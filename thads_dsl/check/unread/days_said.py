"""The time that a sentence on discipline says, as its ready line says it: in its own words where these are read, else with blanks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.check.unread.patterns import HOLE, Said
from thads_dsl.source import canonical
from thads_dsl.syntax.lexer import Lexeme

# What is read as days: “trong thời gian thi đua”, “trong đợt 1”, “trong 12 tháng tính đến ngày kết thúc đợt”.
_READ = (
    *((kind,) for kind in ("DURING_CAMPAIGN", "DURING_THE_WAVE", "DURING_DATA")),
    *(("DURING", kind) for kind in ("WAVE", "YEAR")),
    *(("DURING_LAST", "MONTHS", kind) for kind in ("UP_TO_WAVE_END", "UP_TO_CAMPAIGN_END")),
    ("DURING_LAST", "MONTHS", "UP_TO_DAY", "DATE"),
)
_OF_TIME = re.compile(r"\b(?:quý|năm|tháng|tuần|thời gian|kỳ|đợt|giai đoạn|kể từ|từ khi)\b", re.IGNORECASE)  # “nội quy”, “kỷ luật” are none
_FIGURES_OF_TIME = ("DATE", "MONTHS", "NUMBER", "YEAR", "WAVE")
_BLANK = f"{HOLE}/{HOLE}/{HOLE}"


def with_its_days(said: Said, lexemes: Sequence[Lexeme]) -> Said:
    """What a sentence says, with its time as one thing that a ready line may not lose."""
    if len(said.words.get("DATE", ())) > 1:
        return said  # a first and a last day: the line has a place for them
    time = days_said(lexemes)
    if not time:
        return said
    others = {kind: words for kind, words in said.words.items() if kind not in _FIGURES_OF_TIME}
    return replace(said, words={**others, "TIME": (time,)})


def days_said(lexemes: Sequence[Lexeme]) -> str:
    """“trong thời gian thi đua”; “(từ ngày …/…/… đến ngày …/…/…)” of a time that is not read; empty where there is none."""
    if found := _as_read(lexemes):
        return canonical(" ".join(each.text for each in found))
    first = [each.text.lower().removeprefix("ngày ") for each in lexemes if each.terminal == "DATE"]
    timed = _OF_TIME.search(canonical(" ".join(each.text for each in lexemes)))
    if not first and timed is None:
        return ""
    ends = any(each.terminal in ("UP_TO_DAY", "TO", "TO_END_OF", "BEFORE", "AT_LATEST") for each in lexemes)
    begins, last = (_BLANK, first[0]) if first and ends else (first[0] if first else _BLANK, _BLANK)
    return f"(từ ngày {begins} đến ngày {last})"


def _as_read(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    for at in range(len(lexemes)):
        for form in _READ:
            run = lexemes[at : at + len(form)]
            if tuple(each.terminal for each in run) == form:
                return run
    return ()
