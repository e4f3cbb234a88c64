"""TH110, TH954: a line marked as prose (>) must not be a rule; what it says in words of rules is for people to see to."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.points.suspicion import points_matter
from thads_dsl.check.points.unread import decided_beside, points_ways
from thads_dsl.check.targets.head_counts import head_count
from thads_dsl.check.unread.award_when import given_when
from thads_dsl.check.unread.complaints import nearest_ways
from thads_dsl.check.unread.suspicion import Sign, awards_counted, loose_numbers, sign
from thads_dsl.check.unread.topics import Topic
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH110, TH954
from thads_dsl.source import Span, canonical
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence

_DEMANDED = frozenset(("PERCENT", "AWARDS"))
_OF_TIME = frozenset(("YEAR", "YEARS", "PREVIOUS_YEAR"))
_ACCOUNT = re.compile(r"\bđã\b|\bvừa qua\b|\btrước đây\b|\bước\b|\bhiện (?:có|nay)\b|\bkết quả\b|\bso với\b", re.IGNORECASE)
_LEAVING_OUT = frozenset((Topic.EXCLUSION, Topic.DISCIPLINE, Topic.REFUSED_FILE))


def asides(facts: Facts) -> Iterator[Diagnostic]:
    """Marked lines that a family reads, that speak of the plan's points table, or where words of a rule stand beside a number."""
    tabled = any(line.scope.amending or written_table(line.item.rows) is not None for line in facts.draft.lines)
    for line in facts.draft.lines:
        for sentence in line.read.sentences if line.item.aside else ():
            numbers = loose_numbers(sentence.lexemes)
            told = sign(sentence.lexemes) or awards_counted(sentence.lexemes) if numbers else None
            matter = points_matter(sentence.lexemes, amending=line.scope.amending) if tabled else None
            if sentence.statement is not None and head_count(line, sentence.statement) is None:
                yield _rule(line, sentence)
            elif matter is not None:
                yield _complaint(sentence, f"câu nói về {matter.value}", points_ways(facts.draft, line, sentence, matter))
            elif told is not None:
                yield _with_figure(facts, line, sentence, told, numbers)
            elif _is_for_people(sentence, numbers) or decided_beside(facts.draft, line, sentence):
                yield _not_counted(sentence)


def _is_for_people(sentence: Sentence, numbers: list[Lexeme]) -> bool:
    """Whether people who read it will take it for a rule."""
    return given_when(sentence) is not None or _leaves_out(sentence) or _demands(sentence, numbers)


def _leaves_out(sentence: Sentence) -> bool:
    """“Không khen thưởng lãnh đạo nếu …”: those who read it will think that nobody so described gets through."""
    told = sign(sentence.lexemes)
    return told is not None and told.topic in _LEAVING_OUT


def _demands(sentence: Sentence, numbers: list[Lexeme]) -> bool:
    """“Ra quyết định đúng hạn 100%”, “02 tập thể, 05 cá nhân tiêu biểu”: a share or a number of people, and no account of what was.

    “100% cơ quan, đơn vị thực hiện nghiêm túc” is a share of those who do something, and says how much of nothing.
    """
    said = sentence.passage.text
    of_units = [each for each in numbers if each.terminal == "PERCENT" and says(said[each.end :]) == NameKind.SUBJECT.value]
    counted = [each for each in numbers if each.terminal in _DEMANDED and each not in of_units]
    told = any(lexeme.terminal in _OF_TIME for lexeme in sentence.lexemes) or _ACCOUNT.search(sentence.passage.text)
    return bool(counted) and not told


def _rule(line: Line, sentence: Sentence) -> Diagnostic:
    mark = Span(line.item.number, line.item.line.span().start, line.item.text.span().start)
    unmarked = canonical(line.item.line.text.replace(">", "", 1))
    return _complaint(
        sentence,
        "máy đọc được câu này như một quy định",
        (Way("Bỏ dấu >:", unmarked, edit=Edit(mark, f"{line.item.marker} ".lstrip())),),
    )


def _with_figure(facts: Facts, line: Line, sentence: Sentence, told: Sign, numbers: list[Lexeme]) -> Diagnostic:
    """Without the mark the line would be complained of as unread: the ways out are a rule that is read, or a figure that is only quoted."""
    prose = Way("Nếu thật sự chỉ là lời văn, để con số trong ngoặc kép:", _quoting(line, sentence, numbers))
    return _complaint(
        sentence,
        f"câu có “{told.said}” bên cạnh “{numbers[0].text}”",
        (*nearest_ways(facts, line, sentence, told.topic), prose),
    )


def _quoting(line: Line, sentence: Sentence, numbers: list[Lexeme]) -> str:
    """The line with its numbers in quotation marks."""
    words, whole = sentence.passage.text, canonical(line.item.line.text)
    ends = [0, *(number.end for number in numbers)]
    pieces = [f"{words[start : number.start]}\x00{number.text}\x01" for start, number in zip(ends, numbers, strict=False)]
    quoted = canonical("".join([*pieces, words[ends[-1] :]])).replace("\x00", "“").replace("\x01", "”")
    return whole.replace(canonical(words), quoted, 1)


def _not_counted(sentence: Sentence) -> Diagnostic:
    """What people will see to by themselves: nobody may think that the machine does."""
    return Diagnostic(
        code=TH954,
        message=f"“{canonical(sentence.passage.text)}”",
        at=Label(sentence.passage.span()),
        why="Dòng có dấu > là lời văn: máy không xét, không đòi con số nào, không loại ai, không cộng, trừ điểm theo câu này. "
        "Người xét, người chấm phải tự xem xét.",
    )


def _complaint(sentence: Sentence, message: str, ways: tuple[Way, ...]) -> Diagnostic:
    return Diagnostic(
        code=TH110,
        message=message,
        at=Label(sentence.passage.span()),
        why="Dấu > chỉ dành cho lời văn; một quy định bị bỏ qua sẽ không được xét.",
        ways=ways,
    )
