"""TH935: “Không bị kỷ luật” of an award without a time: a decision of any year counts, which its author may not have meant."""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH935
from thads_dsl.model.dates import Period, day_text
from thads_dsl.source import canonical
from thads_dsl.syntax import condition_tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence

# What stands between “bị kỷ luật” and its time.
_OF_THE_FORM = frozenset({"FROM_FORM", "SANCTION", "OR_MORE", "LPAR", "RPAR", "ANY_FORM", "AS_OF_PROPOSAL"})
_ALWAYS = "từ trước đến nay"


def days_of_discipline(facts: Facts) -> Iterator[Diagnostic]:
    """Each condition or exclusion on discipline that says no days; a class is lowered within the period of its table."""
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        for sentence in line.sentences:
            match sentence.statement:
                case condition_tree.NotDisciplined(window=None) | condition_tree.ExcludedDisciplined(window=None):
                    yield _no_days(facts, line, sentence)


def _no_days(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic:
    words = _on_discipline(sentence)
    at, end = words[0].start, words[-1].end
    return Diagnostic(
        code=TH935,
        message=f"“{canonical(sentence.passage.text[at:end])}” chưa ghi thời gian",
        at=Label(sentence.passage.span(at, end)),
        why="Câu không nói quyết định ký khi nào thì tính, nên máy tính mọi quyết định, ký từ năm nào cũng vậy.",
        ways=tuple(_way(facts, line, sentence, end, how, days) for how, days in _readings(facts)),
    )


def _on_discipline(sentence: Sentence) -> tuple[Lexeme, ...]:
    """“bị kỷ luật từ hình thức cảnh cáo trở lên”."""
    start = next(at for at, each in enumerate(sentence.lexemes) if each.terminal in ("DISCIPLINED", "NOT_DISCIPLINED"))
    end = start + 1
    while end < len(sentence.lexemes) and sentence.lexemes[end].terminal in _OF_THE_FORM:
        end += 1
    return sentence.lexemes[start:end]


def _readings(facts: Facts) -> Iterator[tuple[str, str]]:
    """What the author may have meant, and the words that say it."""
    said = {each.measured: each.period for each in facts.plan.periods if not each.wave}
    if facts.plan.waves:
        yield "Nếu chỉ tính quyết định ký trong thời gian của đợt đang xét", "trong đợt thi đua"
    elif campaign := said.get(False):
        yield f"Nếu chỉ tính quyết định ký {_days(campaign)}", "trong thời gian thi đua"
    if (measured := said.get(True)) and measured != said.get(False):
        yield f"Nếu chỉ tính quyết định ký {_days(measured)}", "trong kỳ số liệu"
    if not said and not facts.plan.waves:
        yield "Nếu chỉ tính quyết định ký trong một khoảng thời gian, điền ngày", "(từ ngày …/…/… đến ngày …/…/…)"
    yield "Nếu tính mọi quyết định", _ALWAYS


def _days(period: Period) -> str:
    return f"từ ngày {day_text(period.first)} đến hết ngày {day_text(period.last)}"


def _way(facts: Facts, line: Line, sentence: Sentence, end: int, how: str, days: str) -> Way:
    """The line with its time; of a line that notes restate already only what is added."""
    passage = sentence.passage
    meant = f"{passage.text[:end]} {days}{passage.text[end:]}"
    whole = canonical(line.item.text.text).replace(canonical(passage.text), canonical(meant), 1)
    if line.item.notes or canonical(passage.text) not in canonical(line.item.text.text):
        return Way(f"{how}, ghi thêm vào sau “{canonical(passage.text[:end])}”:", days)
    if facts.draft.issued:
        return Way(f"{how}, dán dưới dòng {line.item.number}:", f"Hiểu là: {whole}")
    return Way(f"{how}, sửa dòng {line.item.number} thành:", f"{line.item.marker} {whole}".strip())
