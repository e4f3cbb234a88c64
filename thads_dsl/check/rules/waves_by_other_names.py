"""TH101: words above rules, or before them, that name a wave as the plan does not: “Đợt cuối năm”, where it has đợt 1 and đợt 2."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.model.dates import day_text
from thads_dsl.model.rules import Wave
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import date_tree
from thads_dsl.syntax.lexer import OF_WAVES
from thads_dsl.syntax.sentences import Sentence

_NAMED = re.compile(
    r"(?:trong |đối với |riêng |kết quả )*"
    r"(?P<name>(?:đợt|giai đoạn)(?: thi đua)? (?!(?:này|trên|đó|thi đua|chào mừng|kỷ niệm)\b|năm \d)\w[^:,;(]*)",
    re.IGNORECASE,
)
_OF_FILES = re.compile(
    r"(?:hồ sơ|báo cáo)(?: của)? (?P<name>(?:đợt|giai đoạn)(?: thi đua)? (?!này\b|trên\b|đó\b|thi đua\b)\w+(?: (?:năm|cùng|điểm|theo))?)",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:đợt|giai đoạn)(?: thi đua)? (?:cuối|sau)(?: cùng)?$", re.IGNORECASE)

# What is said of waves, not for one.
_TIMES = (
    date_tree.Wave,
    date_tree.WaveCount,
    date_tree.Period,
    date_tree.Measured,
    date_tree.MeasuredOver,
    date_tree.MeasuredToWaveEnd,
    date_tree.MeasuredAsCampaign,
)


def waves_by_other_names(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each such line; only where the plan has waves, and none of them is around."""
    for line in facts.draft.lines if facts.plan.waves else ():
        if line.item.aside or line.scope.wave:
            continue
        for sentence in _titles(facts, line):
            if (found := _NAMED.match(sentence.passage.text)) and _names_no_wave(sentence):
                yield _told(facts, line, sentence.passage.cut(*found.span("name")))
        for sentence in line.sentences:
            due = isinstance(sentence.statement, date_tree.Deadline | date_tree.DeadlineWithin) and _names_no_wave(sentence)
            if due and (found := _OF_FILES.search(sentence.passage.text)):
                yield _told(facts, line, sentence.passage.cut(*found.span("name")))


def _titles(facts: Facts, line: Line) -> Iterator[Sentence]:
    """What stands above rules, or before the colon of one, and says nothing that is read."""
    below = facts.draft.lines[line.index + 1 : line.item.end]
    ruled = (each.statement for other in below if not other.scope.wave for each in other.sentences)
    heads = any(each is not None and not isinstance(each, _TIMES) for each in ruled)
    for sentence in line.sentences:
        if sentence.statement is None and (sentence.titles or heads):
            yield sentence


def _names_no_wave(sentence: Sentence) -> bool:
    return all(lexeme.terminal not in OF_WAVES - {"AND", "DURING"} for lexeme in sentence.lexemes)


def _told(facts: Facts, line: Line, name: Passage) -> Diagnostic:
    waves = facts.plan.waves[-1:] if _LAST.match(name.text) else facts.plan.waves
    known = "; ".join(f"{each.label} ({day_text(each.period.first)} – {day_text(each.period.last)})" for each in facts.plan.waves)
    return told_unread(
        message=f"“{canonical(name.text)}”: máy chưa biết đây là đợt nào",
        at=name.span(),
        also=tuple(Label(facts.spans[each.id], each.label) for each in facts.plan.waves),
        why=f"Quy định ở đây chưa thuộc đợt nào nên được tính cho cả phong trào. Kế hoạch có {known}.",
        ways=(*(_way(facts, line, name, each) for each in waves), *_of_the_whole(line)),
    )


def _way(facts: Facts, line: Line, name: Passage, wave: Wave) -> Way:
    text, written = canonical(line.item.text.text), canonical(name.text)
    label = wave.label.capitalize() if written[:1].isupper() else wave.label
    mended = text.replace(written, label, 1)
    if facts.draft.issued:
        return Way(f"Nếu là {wave.label} thì dán dưới dòng {line.item.number}:", f"Hiểu là: {mended}")
    return Way(f"Nếu là {wave.label} thì sửa dòng {line.item.number} thành:", f"{line.item.marker} {mended}".strip())


def _of_the_whole(line: Line) -> Iterator[Way]:
    """A heading may be prose; of words of a rule itself only the author can say what they are for."""
    if not any(sentence.statement for sentence in line.sentences):
        yield Way("Nếu các dòng bên dưới là của cả phong trào:", f"{line.item.marker} > {canonical(line.item.text.text)}".strip())
