"""TH101: a period that its sentence gives to some people, or to some figures, only: there is one for all."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.model.dates import day_text
from thads_dsl.model.membership import with_parents
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_PERIODS = (
    date_tree.Period,
    date_tree.Measured,
    date_tree.MeasuredOver,
    date_tree.MeasuredToWaveEnd,
    date_tree.MeasuredAsCampaign,
    date_tree.Wave,
)
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
            elif is_led(facts, line) and (_is_of_some(line, sentence) or _has_others(facts, line, sentence)):
                yield _under(facts, line, sentence)


def _is_of_some(line: Line, sentence: Sentence) -> bool:
    """Whether the days of the campaign, or of a wave, stand under some people."""
    said = sentence.statement
    fixed = isinstance(said, date_tree.Period) and not said.measured
    return (fixed or (isinstance(said, date_tree.Wave) and said.first is not None)) and are_some(line.scope.subjects)


def _has_others(facts: Facts, line: Line, sentence: Sentence) -> bool:
    """Whether a period of figures stands under some, and no such period under whom else the plan has targets or points for.

    Words in it that name all, “(đối với tất cả các đơn vị)”, say that it is everybody's.
    """
    around = [canonical(facts.draft.source.quote(each.span)) for each in line.scope.subjects]
    if not _fixes_figures(sentence.statement) or all(map(OF_ALL.match, around)) or _says_all(sentence):
        return False
    lines = {line.item.number: line for line in facts.draft.lines}
    told = [line.scope.subjects for line in lines.values() if any(_fixes_figures(each.statement) for each in line.sentences)]
    named = {(each.narrowed or each.name).canonical for subjects in told for each in subjects if not (each.negated or each.remaining)}
    asked = [(each.line, each.subject) for each in facts.plan.targets] + [(each.line, each.subject) for each in facts.plan.points]
    return any(at in lines and lines[at].scope.subjects not in told and not _is_among(facts, who, named) for at, who in asked)


def _says_all(sentence: Sentence) -> bool:
    inside = (_OF_SOME.match(each["words"]) for each in _BRACKET.finditer(sentence.passage.text))
    return any(said is not None and OF_ALL.match(said["rest"]) for said in inside)


def _fixes_figures(said: tree.Statement | None) -> bool:
    """Whether a sentence fixes the days of all figures, and not only of those below it."""
    fixed = isinstance(said, date_tree.MeasuredOver | date_tree.MeasuredToWaveEnd | date_tree.MeasuredAsCampaign)
    return fixed or (isinstance(said, date_tree.Period) and (said.measured or said.both))


def _is_among(facts: Facts, who: Subject, named: set[str]) -> bool:
    """Whether all whom a rule is for are of the kinds that are named."""
    kinds = ({name, *with_parents(facts.plan, (name,))} for name in who.any_of)
    return who.base.value in named or (bool(who.any_of) and all(not named.isdisjoint(each) for each in kinds))


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


def _under(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic:
    words = canonical(sentence.passage.text)
    ways = [Way("Nếu là thời gian của tất cả thì đưa ra ngoài câu dẫn ấy, thành một khoản riêng:", f"{words}.")]
    if _fixes_figures(sentence.statement):
        restated = f"Hiểu là: {words} (đối với tất cả các đơn vị)"
        ways.append(Way(f"kỳ này của tất cả thì dán dưới dòng {line.item.number}:", restated, for_issued=True))
        ways += _for_those_below(facts, line)
    return told_unread(
        message="máy không tính thời gian riêng cho một số đối tượng",
        at=sentence.passage.span(),
        also=(Label(line.scope.subjects[0].span, "câu dẫn ở đây"),),
        why="Kế hoạch, hay mỗi đợt, có một thời gian thi đua và một kỳ số liệu cho tất cả.",
        ways=tuple(ways),
    )


def _for_those_below(facts: Facts, line: Line) -> Iterator[Way]:
    """The lead-in by which figures are of another period than those of the plan, where its months are whole ones."""
    period = next((rule.period for rule in facts.plan.periods if rule.line == line.item.number), None)
    months = next((count for count in range(1, 13) if period is not None and period.is_months(count)), None)
    if period is not None and months is not None:
        days = f"tính từ {day_text(period.first)} đến hết {day_text(period.last)}"
        yield Way("Nếu chỉ riêng các chỉ tiêu bên dưới thì viết thành câu dẫn:", f"Kết quả {months} tháng ({days}):")


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
