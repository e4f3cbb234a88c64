"""Sentences that no family reads although they should be read (TH101, TH102, TH913): each gets the one complaint that helps most."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from thads_dsl.check.consequences import opens_list_of_left_out
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.spelt import around_its_figure, nearly_spelt
from thads_dsl.check.names.undeclared import not_declared, unknown_population, unknown_population_of_plan, unknown_subject
from thads_dsl.check.notes.written import unread_restatement
from thads_dsl.check.points.unread import points_unread
from thads_dsl.check.rules.tables_unread import cell_told, unread_table
from thads_dsl.check.targets.figures import misspelt
from thads_dsl.check.unread.alternatives import alternatives
from thads_dsl.check.unread.award_when import award_when
from thads_dsl.check.unread.complaints import (
    cell_unread,
    exception_unread,
    figure_missing,
    lead_in_unread,
    misspelling_told,
    number,
    rule_unread,
)
from thads_dsl.check.unread.equal_to import equal_to
from thads_dsl.check.unread.exceeding import exceeding
from thads_dsl.check.unread.judged import in_a_list, judged
from thads_dsl.check.unread.labels import is_title, narrowing_label, narrowing_title, unknown_above, unknown_label
from thads_dsl.check.unread.left_as_prose import left_as_prose
from thads_dsl.check.unread.none_of import none_of
from thads_dsl.check.unread.optional import optional
from thads_dsl.check.unread.orders import has_points, order_ways
from thads_dsl.check.unread.papers_and_days import papers_and_days
from thads_dsl.check.unread.places_by_time import places_by_time
from thads_dsl.check.unread.second_subject import second_subject
from thads_dsl.check.unread.signs import sign_for_words
from thads_dsl.check.unread.suspicion import Sign, awards_counted, counts, goal_words, loose_numbers, sign, spoken_of
from thads_dsl.check.unread.titles import OF_POINTS, unknown_title
from thads_dsl.check.unread.topics import Topic
from thads_dsl.check.unread.vague_days import vague_day
from thads_dsl.diagnostics import Diagnostic, Label, Lack
from thads_dsl.model.statistics import Base
from thads_dsl.source import plain
from thads_dsl.syntax import award_tree, condition_tree, date_tree, tree
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName, tells_its_kind
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.repair import Misspelling, misspelling
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.shares import unknown_share
from thads_dsl.syntax.unknown_names import FindUnknown, unknown_name, unknown_of_classes
from thads_dsl.syntax.written_forms import Figure

# Guessing what was meant costs as much as reading ten lines; a text with more complaints than this is no plan with slips.
MOST_GUESSES = 40
MOST_SHOWN = 8
_DAY = re.compile(r"^ngày ", re.IGNORECASE)  # the ways say it themselves
# “đề nghị Bí thư Tỉnh ủy tặng Bằng khen”: who is asked may be nobody that is known.
_EQUAL = re.compile(r"\bbằng (?:điểm )?nhau\b", re.IGNORECASE)
_GIFT = re.compile(r"đề nghị (?=[^,;:.]*\b(?:xét )?tặng (?:bằng khen|giấy khen|cờ|huân chương|huy chương|danh hiệu)\b)", re.IGNORECASE)
_SOME = re.compile(r"riêng\b(?! ra| lẻ)", re.IGNORECASE)
_MOST_WORDS = 6  # of what is not understood; the place says the rest
# What items of a list of standards or exclusions may be about; a rule of another topic is none of these items.
_OF_LISTS = frozenset((Topic.TARGET, Topic.DISCIPLINE, Topic.NONE_OF, Topic.CONDITION, Topic.STANDARD))
_BASES = frozenset(base.value for base in Base)
_TIMES = frozenset(word.unit for word in unit_words() if word.kind == "time")


def unread(facts: Facts) -> Iterator[Diagnostic]:
    """Every sentence that looks like a rule, or holds a number, and is read by no family; and a population that is no subject."""
    population = facts.draft.population
    if population is not None and population.statement is None:
        yield unknown_population_of_plan(facts, population)
    count = 0
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        yield from unread_table(facts, line)
        if line.item.rows:
            unread_cells = (sentence for sentence in line.read.sentences if _is_unread(sentence))
            yield from (cell_told(facts, line, cell) or cell_unread(facts, line, cell) for cell in unread_cells)
        for meant in line.restated.sentences or ():
            if meant.statement is None:
                yield _unknown(facts, line, meant) or unread_restatement(meant)
        if told := _among_standards(facts, line):
            yield told
            continue  # with the line as it is put right its sentences are others
        context = line.read.context
        strangers = (context,) if context is not None and isinstance(context.statement, tree.Strangers) else ()
        for sentence in (*strangers, *line.read.sentences) if line.restated.sentences is None and not line.item.rows else ():
            if isinstance(sentence.statement, tree.Strangers) and _has_rules(facts, sentence.statement):
                yield unknown_title(facts, line, sentence) or unknown_subject(facts, line, sentence.statement)
            elif (sentence.statement is None and not is_title(sentence)) or sentence in strangers:
                found = tuple(_complaint(facts, line, sentence, guess=count < MOST_GUESSES))
                count += len(found)
                yield from (_where_from(facts, line, sentence, each) for each in found)
                yield from () if found else tuple(unknown_population(line, sentence)) or left_as_prose(facts, line, sentence)


def _among_standards(facts: Facts, line: Line) -> Diagnostic | None:
    """What joins, narrows or takes back a line of a list of conditions, or the lines below it."""
    found = alternatives(facts, line) or optional(facts, line) or second_subject(line) or exceeding(facts.draft, line)
    return found or unknown_above(facts, line) or narrowing_title(line) or narrowing_label(line) or unknown_label(facts, line)


def _where_from(facts: Facts, line: Line, sentence: Sentence, told: Diagnostic) -> Diagnostic:
    """The complaint with what else may be wrong: the notes that the line is read by, a spelling that its words nearly are."""
    notes = tuple(Label(note.line.span()) for note in line.item.notes)
    told = replace(_of_a_list(facts, line, told), also=(*told.also, *notes))
    return told if told.at.span.line != line.item.number else nearly_spelt(facts.draft, told, around_its_figure(sentence))


def _of_a_list(facts: Facts, line: Line, told: Diagnostic) -> Diagnostic:
    """Below a list of those left out that is not read itself, a line may be no rule of its own but a question that people answer."""
    above = None if line.item.parent is None else facts.draft.lines[line.item.parent]
    unread = above is not None and not line.scope.excluding and opens_list_of_left_out(above)
    return replace(told, lacks=Lack.LIST) if unread and told.lacks is None else told


def _has_rules(facts: Facts, strangers: tree.Strangers) -> bool:
    """Whether a rule stands under “Đối với …” that says of nobody else that it is for them; under a name, also a deadline or a group."""
    somebody = says(re.sub(r"^(?:các|những) ", "", strangers.written, flags=re.IGNORECASE)) == NameKind.SUBJECT.value
    below = [line for line in facts.draft.lines if line.scope.strangers is strangers]
    return any(written_table(line.item.rows) is not None for line in below) or any(
        _is_for_the_context(sentence.statement)
        or (line.scope.lead_in is not None and line.scope.expects_rules)
        or (somebody and isinstance(sentence.statement, date_tree.Deadline | date_tree.DeadlineWithin | tree.Grouping))
        for line in below
        for sentence in line.sentences
    )


def _is_for_the_context(statement: tree.Statement | None) -> bool:
    match statement:
        case tree.Target(subjects=subjects):
            return all(each.name.canonical in _BASES and each.narrowed is None for each in subjects)
        case award_tree.Quota() | condition_tree.NotDisciplined() | condition_tree.TargetsMet():
            return True
    return isinstance(statement, OF_POINTS)


def _is_unread(sentence: Sentence) -> bool:
    """Whether a cell is not read; one with a range has two readings, which is a complaint of its own."""
    return sentence.statement is None and not any(lexeme.terminal == "RANGE" for lexeme in sentence.lexemes)


def _complaint(facts: Facts, line: Line, sentence: Sentence, guess: bool) -> Iterator[Diagnostic]:
    numbers, told = loose_numbers(sentence.lexemes), sign(sentence.lexemes, expected=line.scope.expects_rules and not line.scope.excluding)
    told = told or (None if line.scope.excluding or line.scope.lead_in is not None else awards_counted(sentence.lexemes))
    wrong = [figure for lexeme in numbers if isinstance(figure := lexeme.value, Figure) and figure.value is None]
    if timed := places_by_time(facts, line, sentence):
        yield timed
    elif wrong:
        spans = [lexeme.span for lexeme in numbers if lexeme.value in wrong]
        yield from (misspelt(figure.written, figure.right, at) for figure, at in zip(wrong, spans, strict=True))
    elif any(lexeme.terminal == "RANGE" for lexeme in numbers):
        return  # two readings: a rule of its own
    elif signed := sign_for_words(line, sentence):
        yield signed
    elif guess and (sanction := _unknown_sanction(facts, line, sentence)):
        yield sanction
    elif vague := vague_day(facts, line, sentence):
        yield vague
    elif awarded := award_when(line, sentence):
        yield awarded
    elif guess and (meant := _misspelling(facts, line, sentence, bool(numbers))):
        yield misspelling_told(line, meant)
    elif guess and (titled := unknown_title(facts, line, sentence)):
        yield titled
    elif told and told.topic is Topic.TIE and not has_points(facts.draft) and order_ways(facts.draft, sentence):
        of_equals = guess and _EQUAL.search(sentence.passage.text) is not None  # “…; bằng nhau thì theo số sáng kiến”
        yield (of_equals and _plainly_unknown(facts, line, sentence)) or rule_unread(facts, line, sentence, told, numbers)
    elif about_points := points_unread(facts.draft, line, sentence):
        yield (guess and _plainly_unknown(facts, line, sentence, unknown_of_classes)) or about_points
    elif told and not numbers and told.topic is Topic.TIE and order_ways(facts.draft, sentence):
        yield rule_unread(facts, line, sentence, told, numbers)
    elif not numbers and _takes_some_out(line, sentence):
        yield exception_unread(sentence)
    elif told and told.topic is Topic.DOSSIER and (both := papers_and_days(facts, line, sentence)):
        yield both
    elif lead_in := lead_in_unread(line, sentence):
        yield (_unknown(facts, line, sentence) if guess else None) or lead_in
    elif not numbers and not told and (equal := equal_to(line, sentence)):
        yield rule_unread(facts, line, sentence, equal, numbers)
    elif not numbers and not told and (quantity := _wanted(line, sentence)):
        yield (guess and _unknown(facts, line, sentence)) or figure_missing(facts, line, sentence, quantity)
    elif (
        numbers
        or told
        or (told := _goal(line, sentence) or _portion(line, sentence) or _award(line, sentence) or none_of(facts, line, sentence))
    ):
        named = _unknown(facts, line, sentence) if guess else None
        yield named or (rule_unread(facts, line, sentence, told, numbers) if told else number(facts, line, sentence, numbers))
    elif guess and counts(sentence.lexemes) and (named := _plainly_unknown(facts, line, sentence)):
        yield named


def _takes_some_out(line: Line, sentence: Sentence) -> bool:
    """“…; riêng Chấp hành viên mới bổ nhiệm do Cục trưởng giao”: behind a rule, of some of those whom it is for."""
    before = takewhile(lambda each: each is not sentence, line.read.sentences)
    return not line.item.of_table and _SOME.match(sentence.passage.text) is not None and any(each.statement for each in before)


def _award(line: Line, sentence: Sentence) -> Sign | None:
    """“đề nghị Bộ trưởng tặng …”, and what stands beside the forms of award of a line."""
    proposed = next((lexeme for lexeme in sentence.lexemes if lexeme.terminal == "PROPOSE"), None)
    if proposed is not None and any(lexeme.text.casefold() in ("tặng", "xét tặng") for lexeme in sentence.lexemes):
        return Sign(proposed.text, Topic.AWARD, proposed.start, proposed.end)
    if gift := _GIFT.match(sentence.passage.text):
        return Sign(gift[0], Topic.AWARD, 0, gift.end())
    listed = any(isinstance(each.statement, award_tree.AwardLevels) for each in line.read.sentences)
    if listed and plain(line.item.text.text).startswith("hinh thuc khen thuong:") and sentence is not line.read.sentences[0]:
        return Sign(sentence.passage.text, Topic.AWARD, 0, len(sentence.passage.text))
    return None


def _goal(line: Line, sentence: Sentence) -> Sign | None:
    """What a sentence wants of a figure without a number; a heading only says what the lines under it are about."""
    words = "" if line.item.end > line.index + 1 else goal_words(sentence.lexemes)
    return Sign(words, Topic.TARGET, at := sentence.passage.text.find(words), at + len(words)) if words else None


def _portion(line: Line, sentence: Sentence) -> Sign | None:
    """“1/3” where a rule is expected; among exclusions a share of a wave is a question that people answer."""
    portion = next((lexeme for lexeme in sentence.lexemes if lexeme.terminal == "SHARE"), None)
    if portion is None or not line.scope.expects_rules or line.scope.excluding:
        return None
    return Sign(portion.text.strip(), Topic.QUOTA, portion.start, portion.end)


def _wanted(line: Line, sentence: Sentence) -> Lexeme | None:
    """The quantity of which a sentence seems to want something."""
    return spoken_of(sentence.lexemes) if line.scope.expects_rules or line.item.of_table or _goal(line, sentence) else None


def _unknown(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    found, share = unknown_name(sentence.passage, sentence.lexemes, facts.draft.names), unknown_share(sentence.passage, sentence.lexemes)
    if found is None or (share and found.kind is NameKind.SUBJECT and sentence.lexemes[0].terminal == found.kind.value):
        found = share  # “Chi cục THADS số hóa đạt 70% hồ sơ”: what is done stands behind a name that is known
    if found is None:
        return None
    named = not_declared(facts.draft, found)
    if found.kind is NameKind.SHARE_IN and all(lexeme.terminal not in ("PERCENT", "FRACTION") for lexeme in sentence.lexemes):
        named = replace(named, ways=())  # “ít nhất 01 sáng kiến” is a count, and a share is what would be declared
    if not _may_be_judged(line, sentence, found):
        return named
    ways = judged(line, sentence)
    # Nothing that statistics count is a length of time: people who are away for so long are no name of a statistic.
    if _lasts(sentence):
        return replace(named, ways=ways if says(found.written) == NameKind.SUBJECT.value else (*ways, *named.ways))
    return replace(named, ways=(*named.ways, *ways))


def _plainly_unknown(facts: Facts, line: Line, sentence: Sentence, find: FindUnknown = unknown_name) -> Diagnostic | None:
    """An unknown name whose first words say what it is: with it the sentence is read, whatever else could be said of it."""
    found = find(sentence.passage, sentence.lexemes, facts.draft.names)
    return not_declared(facts.draft, found) if found is not None and tells_its_kind(found) else None


def _unknown_sanction(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """Behind “bị kỷ luật” nothing but a sanction stands: whatever else its words say (“hạ bậc lương”, “06 tháng”), they name it.

    Before “hoặc bị kỷ luật” stands what else may not be done.
    """
    if all(lexeme.terminal not in ("DISCIPLINED", "NOT_DISCIPLINED") for lexeme in sentence.lexemes):
        return None
    for find in (unknown_name, unknown_of_classes):
        found = find(sentence.passage, sentence.lexemes, facts.draft.names)
        if found is not None and found.kind in (NameKind.SANCTION, NameKind.EVENT):
            return not_declared(facts.draft, found)
    return None


def _lasts(sentence: Sentence) -> bool:
    """Whether the figures of a sentence are lengths of time: “nghỉ quá 03 tháng”."""
    figures = [lexeme.value for lexeme in loose_numbers(sentence.lexemes)]
    return bool(figures) and all(isinstance(each, Figure) and each.unit in _TIMES for each in figures)


def _may_be_judged(line: Line, sentence: Sentence, found: UnknownName) -> bool:
    """Whether a sentence with an unknown name may be a question of the council, which judges no figures and names no sanctions."""
    if found.kind not in (NameKind.QUANTITY, NameKind.SHARE_IN, NameKind.SUBJECT):
        return False
    counted = loose_numbers(sentence.lexemes) or found.kind is not NameKind.QUANTITY or says(found.written) == NameKind.QUANTITY.value
    return in_a_list(line) or (line.scope.expects_rules and not counted)


def _misspelling(facts: Facts, line: Line, sentence: Sentence, has_number: bool) -> Misspelling | None:
    """The sentence with its diacritics put right; else what stands before its colon as a context, or behind it as a rule."""
    names, passage = facts.draft.names, sentence.passage
    opens = line.item.text.text.endswith(":") or line.item.end > line.index + 1
    if found := misspelling(passage, names, has_number, context=opens):
        return found
    colon = passage.text.find(":")
    if colon < 0:
        return None
    left, right = passage.cut(0, colon), passage.cut(colon + 1)
    before = misspelling(left, names, has_number, context=True)
    return before or misspelling(right, names, has_number, context=False)
