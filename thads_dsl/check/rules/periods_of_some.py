"""TH101: a period that its sentence gives to some people, or to some figures, only: there is one for all."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.model.statistics import Base
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_PERIODS = (date_tree.Period, date_tree.Measured, date_tree.MeasuredOver, date_tree.MeasuredToWaveEnd, date_tree.Wave)
_DAYS = frozenset("DATE MONTH YEAR_START YEAR_END FROM_NOW TO_WAVE_END OWN_DAYS".split())  # noqa: SIM905
_BRACKET = re.compile(r"\s*\((?P<words>[^()]*)\)")
_OF_SOME = re.compile(rf"[\s,;(]*{sender_words('only')}(?P<rest>[^,;()]*)\)?", re.IGNORECASE)
OF_ALL = re.compile(rf"\s*{sender_words('whole')}", re.IGNORECASE)
_FACETS = frozenset({"CASES", "MONEY", "BY_CASES", "BY_MONEY"})


def periods_of_some(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each sentence of a period with words, in it, before its colon or around it, that give it to some only."""
    for line in facts.draft.lines:
        title: Sentence | None = None
        for sentence in (line.read.context, *line.sentences):
            if sentence is None or not isinstance(sentence.statement, _PERIODS):
                title = sentence if sentence is not None and sentence.titles else None
                continue
            found = (
                _narrowing(facts, sentence) or (_narrowing(facts, title) if title is not None else None) or _around(facts, line, sentence)
            )
            if found is not None:
                yield _told(facts, line, found)
            elif _fixes_days(sentence.statement) and are_some(line.scope.subjects) and is_led(facts, line):
                yield _under(sentence, line.scope.subjects)


def _fixes_days(said: tree.Statement) -> bool:
    """Whether a sentence fixes the days of the campaign, or of a wave; figures may be of those around them alone."""
    fixed = isinstance(said, date_tree.Period) and not said.measured
    return fixed or (isinstance(said, date_tree.Wave) and said.first is not None)


def _narrowing(facts: Facts, sentence: Sentence) -> Passage | None:
    """The words that give a period to some: in brackets, behind the last day, or at the end of its title."""
    text, signs = sentence.passage.text, [each.terminal for each in sentence.lexemes]
    days = [each.end for each in sentence.lexemes if each.terminal in _DAYS]
    title = next((each.end for each in sentence.lexemes if each.terminal == "DURATION"), None) if sentence.titles else None
    for start in (title, *days[-1:]):
        behind = _OF_SOME.match(text, start) if start is not None else None
        if behind is not None and not OF_ALL.match(text, behind.start("rest")):
            return sentence.passage.cut(*behind.span())
    if sentence.titles and "SUBJECT" in signs and title is not None:
        return sentence.passage.cut(title) if _is_some(facts, sentence.lexemes[signs.index("SUBJECT")]) else None
    return next((sentence.passage.cut(*each.span()) for each in _BRACKET.finditer(text) if _names_some(facts, sentence, each)), None)


def _names_some(facts: Facts, sentence: Sentence, bracket: re.Match[str]) -> bool:
    """“(đối với Chi cục THADS)”, “(Chi cục THADS)”, “(về tiền)”, and not “(đối với tất cả các đơn vị)”, “(về việc và về tiền)”."""
    if (said := _OF_SOME.match(bracket["words"])) is not None:
        return OF_ALL.match(bracket["words"], said.start("rest")) is None
    inside = [each for each in sentence.lexemes if bracket.start("words") <= each.start < bracket.end("words")]
    alone = len(inside) == 1 and inside[0].terminal == NameKind.SUBJECT.value
    return (alone and _is_some(facts, inside[0])) or len({each.terminal for each in inside if each.terminal in _FACETS}) == 1


def _is_some(facts: Facts, name: Lexeme) -> bool:
    """Whether a name is not that of all units, nor of the whole office."""
    kind = facts.draft.vocabulary.kind(name.value.canonical) if isinstance(name.value, Name) else None
    return not OF_ALL.match(name.text) and not (kind is not None and kind.total)


def _around(facts: Facts, line: Line, sentence: Sentence) -> Passage | None:
    """“Chi cục THADS: từ ngày … đến hết ngày …”, “Về tiền: kỳ số liệu …”: the context of the same line."""
    context = line.read.context
    if context is None or context is sentence or not isinstance(context.statement, tree.Context):
        return None
    said = context.statement
    return context.passage if said.facet or are_some(said.subjects) else None


def are_some(subjects: tuple[tree.Subject, ...]) -> bool:
    """Whether these are not all: neither “các đơn vị” nor “tập thể, cá nhân”."""
    bases = {each.name.canonical for each in subjects}
    narrowed = any(each.narrowed or each.name.canonical != Base.COLLECTIVE.value for each in subjects)
    return narrowed and bases != {base.value for base in Base}


def is_led(facts: Facts, line: Line) -> bool:
    """Whether a line of the text, and not of the front matter, says for whom it is."""
    population = facts.draft.population
    whole = population.statement if population is not None else None
    return not (isinstance(whole, tree.Context) and whole.subjects == line.scope.subjects)


def _under(sentence: Sentence, around: tuple[tree.Subject, ...]) -> Diagnostic:
    return told_unread(
        message="máy không tính thời gian riêng cho một số đối tượng",
        at=sentence.passage.span(),
        also=(Label(around[0].span, "câu dẫn ở đây"),),
        why="Kế hoạch, hay mỗi đợt, có một thời gian thi đua và một kỳ số liệu cho tất cả.",
        ways=(
            Way("Nếu là thời gian của tất cả thì đưa ra ngoài câu dẫn ấy, thành một khoản riêng:", f"{canonical(sentence.passage.text)}."),
        ),
    )


def _told(facts: Facts, line: Line, found: Passage) -> Diagnostic:
    words, restated = canonical(found.text), facts.draft.issued
    without = re.sub(rf"\s*{re.escape(words)}(?:(?<=^{re.escape(words)}):)?", "", canonical(line.item.text.text), count=1).strip(" .:")
    where = f"dán dưới dòng {line.item.number}:" if restated else f"sửa dòng {line.item.number} thành:"
    mended = f"Hiểu là: {without}." if restated else f"{line.item.marker} {without[:1].upper()}{without[1:]}.".strip()
    return told_unread(
        message=f"“{words.strip(' ,;')}”: máy không tính thời gian, đợt thi đua riêng cho một số đối tượng, số liệu",
        at=found.span(),
        why="Kế hoạch, hay mỗi đợt, có một thời gian thi đua và một kỳ số liệu cho tất cả.",
        ways=(Way(f"Nếu bỏ những chữ ấy vẫn đúng ý thì {where}", mended),),
    )
