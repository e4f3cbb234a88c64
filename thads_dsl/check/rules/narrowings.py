"""TH934: a title, or words before a colon, that pick out some of what the rules below are about, and that nothing reads.

“Án tín dụng: tỷ lệ thi hành xong … 60%” asks 60% of all cases: nobody but its author knows that only some are meant.
"""

import re
from collections.abc import Iterator
from functools import cache

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.places_by_time import is_of_the_campaign
from thads_dsl.check.unread.titles import under_title, unknown_title
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH934
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.grammar import heading_words

_TIMES = re.compile(
    r"\b(?:(?:quý|tháng) (?:[ivx]+|\d+)|\d+ tháng(?: (?:đầu|cuối))?|(?:đến )?năm \d{4}|đợt (?:\d+|thứ \w+|[ivx]+))\b", re.IGNORECASE
)


def narrowings(facts: Facts) -> Iterator[Diagnostic]:
    """Each such title once."""
    for line in facts.draft.lines:
        if line.item.aside or line.item.rows or line.restated.sentences is not None or line.scope.lead_in is not None:
            continue  # in a list of standards the council judges
        if _says(tree.Target, line):
            picked = ((sentence.passage, _picks(facts, sentence.passage)) for sentence in line.sentences if sentence.titles)
            yield from (_told(title, words, "phía sau") for title, words in picked if words)
        elif line.read.context is None and not line.sentences_with_rules and (words := _picked_below(facts, line)):
            yield _told(line.item.text, words, "bên dưới")


def _picked_below(facts: Facts, line: Line) -> str:
    """The words of a title that pick something out of what the targets below it are about, or some units of their numbers of awards."""
    follows = facts.draft.lines[line.index + 1 : line.index + 1 + line.item.text.text.endswith(":")]
    below = (*under_title(facts, line), *follows)
    if any(_says(tree.Target, each) for each in below):
        asked = any(unknown_title(facts, line, sentence) for sentence in line.sentences)  # whom it names
        return "" if asked else _picks(facts, line.item.text)
    found = _places().search(line.item.text.text) if any(_says(award_tree.Quota, each) for each in below) else None
    return found[0] if found else ""


def _says(kind: type[tree.Statement], line: Line) -> bool:
    return any(isinstance(sentence.statement, kind) for sentence in line.sentences)


def _picks(facts: Facts, title: Passage) -> str:
    """The words that pick something out, also a time that is not the campaign's."""
    if found := _beginning().match(title.text):
        return found["picks"]
    if found := _anywhere().search(title.text) or _places().search(title.text):
        return found[0]
    return next((found[0] for found in _TIMES.finditer(title.text) if not is_of_the_campaign(facts, found[0])), "")


@cache
def _beginning() -> re.Pattern[str]:
    before, picks = ("|".join(map(re.escape, heading_words(kind))) for kind in ("before", "picks"))
    return re.compile(rf"(?:(?:{before})\s+)*(?P<picks>{picks})(?!\w)", re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    words = "|".join(re.escape(words) for kind in ("bars", "picks_anywhere") for words in heading_words(kind))
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    first, anywhere = ("|".join(map(re.escape, heading_words(kind))) for kind in ("apart", "places_apart"))
    return re.compile(rf"^(?:{first})(?!\w)|\b(?:{anywhere})(?!\w)", re.IGNORECASE)


def _told(title: Passage, picked: str, where: str) -> Diagnostic:
    return Diagnostic(
        code=TH934,
        message=f"“{canonical(title.text.rstrip(':'))}”",
        at=Label(title.span()),
        why=f"Lời có “{picked}” như để giới hạn, nhưng máy chưa đọc được: quy định {where} vẫn áp dụng cho tất cả, không riêng phần này.",
        ways=(
            Way("Nếu chỉ là một phần việc, tiền, thời gian: xem cách khai báo bằng lệnh:", "thads explain TH934"),
            Way("Nếu chỉ là một số đơn vị, cá nhân: khai báo đối tượng ấy rồi viết:", "Đối với …:"),
        ),
        lacks=Lack.OWN_WORDS,
    )
