"""TH915: a sentence that the council is asked about, though a statistic or the list of discipline says the same.

Questions of the council are no mistake; but who writes “Không để Nhà nước phải bồi thường” may think that the figures are looked at.
"""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.days_said import days_said
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH915
from thads_dsl.model.rules import Judged, JudgedTarget, leaves
from thads_dsl.model.statistics import Base
from thads_dsl.source import plain
from thads_dsl.syntax.lexer import Lexeme

# Words of a statistic's name that say only that something is counted.
_COUNTING = frozenset("so vu viec truong hop phai cua bi don lan cac nhung co duoc".split())  # noqa: SIM905
_FORBIDS = re.compile(r"(?:\S+ ){0,6}?khong (?:de|co|phat sinh|bi|xay ra|vi pham|lam|phai chiu|chiu|nhan)\b")
_DISCIPLINE = re.compile(r"\b(?:xu ly|bi|hinh thuc|quyet dinh|den muc(?: phai)?) ky luat\b")
_OWN, _MEMBERS = "Không bị kỷ luật", "Không có cá nhân thuộc đơn vị bị kỷ luật"
_FROM = "từ hình thức “khiển trách” trở lên"


def judged_though_counted(facts: Facts) -> Iterator[Diagnostic]:
    """Each judgment that forbids what a statistic counts, or discipline."""
    asked: list[tuple[Judged | JudgedTarget, Base]] = [(each, each.subject.base) for each in facts.plan.judged_targets]
    asked += [
        (leaf, standard.subject.base)
        for standard in facts.plan.standards
        for leaf in leaves(standard.conditions)
        if isinstance(leaf, Judged)
    ]
    counted = dict(_counted(facts))
    for rule, base in asked:
        words = plain(rule.judgment)
        if not _FORBIDS.match(words):
            continue
        said = set(words.split())
        name = next((name for name, own in counted.items() if own <= said), "")
        if name:
            yield _told(facts, rule, f"số liệu “{name}”", f"Không để xảy ra {name.removeprefix('số ')}")
        elif _DISCIPLINE.search(words):
            days = days_said(_words_of(facts, rule))
            yield _told(facts, rule, "bảng Kỷ luật", f"{_OWN if base is Base.INDIVIDUAL else _MEMBERS} {_FROM} {days}".strip())


def _words_of(facts: Facts, rule: Judged | JudgedTarget) -> tuple[Lexeme, ...]:
    """The words of the line that is asked."""
    asked = facts.draft.by_number[rule.line]
    return tuple(lexeme for sentence in asked.read.sentences for lexeme in sentence.lexemes)


def _counted(facts: Facts) -> Iterator[tuple[str, set[str]]]:
    """Statistics that count events, by the words that tell them; cases and money are counted in most sentences."""
    for each in facts.draft.vocabulary.quantities:
        words = set(re.findall(r"\w+", plain(each.name))) - _COUNTING
        if not each.over and not {"việc", "đồng", "%"} & set(each.units) and len(words) > 1:
            yield each.name, words


def _told(facts: Facts, rule: Judged | JudgedTarget, data: str, line: str) -> Diagnostic:
    return Diagnostic(
        code=TH915,
        message=f"“{rule.judgment[:60]}”",
        at=Label(facts.spans[rule.id]),
        why=f"Máy không xem {data} cho câu này, mà để Hội đồng trả lời trong một cột của bảng số liệu.",
        ways=(Way("Muốn máy xem số liệu thì viết:", line),),
    )
