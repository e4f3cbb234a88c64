"""Sentences in their context → typed rules. What a line is expected to say and does not say is the business of `rules/`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.amended.beside import lower_tables
from thads_dsl.check.awards import conditions, exclusions, files, levels, next_level, once, orders, quotas, small_units, wholes
from thads_dsl.check.awards.standards import Standards
from thads_dsl.check.awards.whom import is_decided, judged_subjects
from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base
from thads_dsl.check.points.sentences import has_points_table, lower_points_rules
from thads_dsl.check.points.unread import decided_beside, share_in_a_class
from thads_dsl.check.targets.lists import finish_lists
from thads_dsl.check.targets.moved import move_targets
from thads_dsl.check.targets.targets import is_rule, lower_target
from thads_dsl.check.times.deadlines import deadline, deadline_within
from thads_dsl.check.times.occasions import each_wave, line_by_wave, target_by_wave
from thads_dsl.check.times.periods import lower_periods
from thads_dsl.check.unread.suspicion import looks_like_a_rule
from thads_dsl.model.rules import Target, TargetsMet
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree, condition_tree, date_tree, points_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.moved_tree import MovedTargets
from thads_dsl.syntax.sentences import Sentence


def lower(draft: Draft) -> Lowering:
    """All rules of a plan; targets first, since conditions refer to them wherever they stand."""
    lowering = Lowering(draft)
    lower_periods(lowering)
    standards = Standards()
    said = [(line, sentence) for line in draft.lines for sentence in line.sentences if sentence.statement is not None]
    for line, sentence in said:
        if isinstance(sentence.statement, tree.Target) and is_rule(line, sentence.statement) and not line.scope.excluding:
            for part in _of_each_base(lowering, line, sentence.statement):
                for own in target_by_wave(lowering, part, sentence.statement):
                    lower_target(lowering, own, sentence, sentence.statement)
    finish_lists(lowering)
    move_targets(lowering)
    for line in draft.lines:
        outside = line.scope.lead_in is None and not line.scope.within and not line.scope.excluding
        for sentence, judgment in _parts(draft, line) if outside else ():
            if judgment is not None and not sentence.titles:
                for whose in _for_whom(lowering, (line,), _judged_of(line, sentence)):
                    for own in target_by_wave(lowering, whose, sentence.statement):
                        conditions.judged_target(lowering, own, sentence, judgment)
    for line in draft.lines:
        _line(lowering, standards, line)
    lowering.rules += standards.finished(lowering)
    each_wave(lowering)
    files.due(lowering)
    _points(lowering)
    lowering.found = list(dict.fromkeys(lowering.found))  # what is said for each wave is complained about once
    return lowering


def _points(lowering: Lowering) -> None:
    """Points tables look at targets; what is said of totals, classes and ranks looks at the tables."""
    lower_tables(lowering)
    lower_points_rules(lowering)


def judged(draft: Draft, line: Line) -> bool:
    """C5: whether the line stands where a rule is expected, is read by no family, and holds nothing that only a rule can hold."""
    return (
        line.scope.expects_rules
        and not line.scope.scored
        and not line.item.aside
        and line.restated.sentences is None
        and bool(line.read.sentences)
        and not line.sentences_with_rules
        and not any(_doubtful(draft, line, sentence) for sentence in line.sentences)
    )


def _doubtful(draft: Draft, line: Line, sentence: Sentence) -> bool:
    """Whether a sentence that no family reads may still be a rule."""
    by_words = looks_like_a_rule(sentence.lexemes, excluding=line.scope.excluding, amending=line.scope.amending)
    return by_words or (sentence.statement is None and decided_beside(draft, line, sentence) is not None)


def _parts(draft: Draft, line: Line) -> Iterator[tuple[Sentence, str | None]]:
    """The sentences of a line in order, each with what the council judges by it (None: nothing)."""
    if judged(draft, line) and not line.scope.excluding:
        if line.lists_some or any(judged_subjects(sentence.lexemes) for sentence in line.sentences[1:]):
            yield from ((sentence, canonical(sentence.passage.text)) for sentence in line.sentences)  # each is for its own
        else:
            yield conditions.whole_judgment(line)
        return
    for sentence in line.sentences:
        if isinstance(sentence.statement, condition_tree.Judged):
            yield sentence, canonical(sentence.statement.judgment)
        elif isinstance(sentence.statement, condition_tree.ByAuthority) and line.scope.lead_in and not is_decided(sentence.statement):
            yield sentence, canonical(sentence.passage.text)
        elif sentence.statement is None and _beside_rules(line) and not sentence.titles:
            yield sentence, None if _doubtful(draft, line, sentence) else canonical(sentence.passage.text)
        else:
            yield sentence, None


def _beside_rules(line: Line) -> bool:
    """Whether sentences without a rule stand in a list of rules, on a line that has one; in a list of exclusions each is one."""
    is_own = line.scope.expects_rules and not line.item.aside and line.restated.sentences is None
    return is_own and not line.scope.scored and (line.sentences_with_rules or line.scope.excluding)


def _of_each_base(lowering: Lowering, line: Line, statement: tree.Statement | None) -> Iterator[Line]:
    """Under “… tặng cho tập thể, cá nhân đạt …:” a sentence once for units and once for people, unless it names one of the two."""
    own = statement.subjects if isinstance(statement, tree.Target | condition_tree.TargetsMet) else ()
    apart = by_base(lowering, line.scope.subjects) if line.scope.lead_in is not None else {}
    if len(apart) < 2:
        yield line
        return
    named = by_base(lowering, own)
    for base, phrases in apart.items():
        if not named or base in named:
            yield replace(line, scope=replace(line.scope, subjects=phrases))


def _for_whom(lowering: Lowering, lines: Iterable[Line], whom: tuple[tree.Subject, ...]) -> Iterator[Line]:
    """A judgment of some is theirs alone in the standards for such as they are; in those for units it may speak of a unit's people."""
    lines, own = tuple(lines), by_base(lowering, whom)
    for line in lines:
        around = by_base(lowering, line.scope.subjects)
        if whom and own.keys() == around.keys():
            yield replace(line, scope=replace(line.scope, subjects=whom))
        elif not whom or len(lines) == 1:
            yield line


def _judged_of(line: Line, sentence: Sentence) -> tuple[tree.Subject, ...]:
    """Whom the first words of a judgment name; those of the first sentence where a whole line is one."""
    return judged_subjects(sentence.lexemes or line.sentences[0].lexemes)


def _line(lowering: Lowering, standards: Standards, whole: Line) -> None:
    for sentence, judgment in _parts(lowering.draft, whole):
        if whole.scope.excluding:
            _excluded(lowering, whole, sentence, judgment)
            continue
        whom = _judged_of(whole, sentence) if judgment is not None else ()
        for line in _for_whom(lowering, _of_each_base(lowering, whole, sentence.statement), whom):
            if judgment is not None:
                if line.scope.lead_in is not None or line.scope.within:
                    found = conditions.judged_conditions(lowering, line, sentence, judgment)
                    standards.add(lowering, line, sentence.passage.span(), found)
            elif isinstance(sentence.statement, tree.Target | MovedTargets):
                _target_condition(lowering, standards, line, sentence)
            elif sentence.statement is not None:
                _statement(lowering, standards, line, sentence, sentence.statement)


def _excluded(lowering: Lowering, line: Line, sentence: Sentence, judgment: str | None) -> None:
    """A line under “Không xét …:”: a name, a rule, or words that the statistics answer."""
    name = read_tokens(sentence.lexemes, ("context",)) if judgment is not None else None
    match name or sentence.statement:
        case tree.Context(facet="") as context:
            exclusions.excluded_context(lowering, line, sentence, context)
        case condition_tree.ExcludedSubjects() as subjects:
            exclusions.excluded_subjects(lowering, line, sentence, subjects)
        case condition_tree.ExcludedDisciplined() as disciplined:
            exclusions.excluded_disciplined(lowering, line, sentence, disciplined)
        case condition_tree.LeftOut() as left_out:
            exclusions.left_out(lowering, line, sentence, left_out)
        case condition_tree.RefusedFile() as refused:
            files.refused(lowering, line, sentence, refused)
        case None | condition_tree.Judged() if judgment is not None:
            exclusions.excluded_by_answer(lowering, line, sentence, judgment)
        case tree.Statement() as other:
            exclusions.misplaced(lowering, other)


def _target_condition(lowering: Lowering, standards: Standards, line: Line, sentence: Sentence) -> None:
    """A target among the conditions of an award: to meet it is the condition."""
    if line.scope.lead_in is None and not line.scope.within:
        return
    bases = by_base(lowering, line.scope.subjects)
    ids = tuple(
        rule.id
        for rule in lowering.of(Target)
        if rule.line == line.item.number and rule.subject.base in bases
        if not line.lists_some or lowering.spans[rule.id] == sentence.passage.span()
    )
    if ids:
        condition = TargetsMet(**lowering.header(line, sentence), targets=ids)
        standards.add(lowering, line, sentence.passage.span(), [condition])


def _statement(lowering: Lowering, standards: Standards, line: Line, sentence: Sentence, statement: tree.Statement) -> None:
    match statement:
        case condition_tree.NotDisciplined():
            standards.add(lowering, line, statement.span, conditions.not_disciplined(lowering, line, sentence, statement))
        case condition_tree.TargetsMet():
            standards.add(lowering, line, statement.span, conditions.targets_met(lowering, line, sentence, statement))
        case condition_tree.Qualifies(award=None):
            standards.add(lowering, line, statement.span, conditions.qualifies(lowering, line, sentence, statement))
        case condition_tree.Qualifies():
            standards.add_whole(lowering, line, sentence, statement, conditions.qualifies(lowering, line, sentence, statement))
        case condition_tree.BothStandards():
            if standards.of_one_award(lowering, statement):
                conditions.both_standards(lowering, line, sentence, statement)
        case condition_tree.LeftOut():
            exclusions.left_out(lowering, line, sentence, statement)
        case condition_tree.RefusedFile():
            files.refused(lowering, line, sentence, statement)
        case condition_tree.ExcludedSubjects():
            exclusions.excluded_subjects(lowering, line, sentence, statement)
        case condition_tree.ExcludedDisciplined():
            exclusions.excluded_disciplined(lowering, line, sentence, statement)
        case condition_tree.ByAuthority() if line.scope.lead_in is not None:
            standards.add(lowering, line, statement.span, conditions.by_authority(lowering, line, sentence))
        case condition_tree.ByAuthority():
            quotas.by_authority(lowering, line, sentence, statement)
        case date_tree.Deadline():
            deadline(lowering, line, sentence, statement)
        case date_tree.DeadlineWithin():
            deadline_within(lowering, line, sentence, statement)
        case _:
            _of_awards(lowering, line, sentence, statement)


def _of_awards(lowering: Lowering, line: Line, sentence: Sentence, statement: tree.Statement) -> None:
    """Numbers of awards, who comes first, levels and files."""
    match statement:
        case award_tree.Quota() if (told := share_in_a_class(line, sentence)) is not None:
            lowering.found.append(told)
        case award_tree.Quota():
            for own in line_by_wave(lowering, line, statement, statement.each_wave):
                quotas.quota(lowering, own, sentence, statement)
        case award_tree.SmallUnits():
            small_units.small_units(lowering, line, statement)
        case award_tree.Compositions():
            once.settle_parts(lowering, statement)
            wholes.made_up_of(lowering, line, sentence, statement)
        case award_tree.MadeUpWhole():
            once.settle_parts(lowering, statement)
            wholes.made_up_whole(lowering, line, sentence, statement)
        case award_tree.Order():
            orders.order(lowering, line, statement)
        case award_tree.CouncilChooses():
            orders.council(lowering, line, statement)
        case award_tree.ThenBy():
            orders.tie(lowering, line, statement)
        case award_tree.NothingLast():
            orders.nothing_last(lowering, line, statement)
        case points_tree.Ranking(first=None) if not has_points_table(lowering):
            orders.tie_of_equals(lowering, line, statement)
        case award_tree.Chosen():
            for own in line_by_wave(lowering, line, statement, statement.each_wave):
                next_level.next_level(lowering, own, sentence, statement)
        case award_tree.AwardLevels():
            levels.award_levels(lowering, line, sentence, statement)
        case condition_tree.Dossier():
            files.dossier(lowering, line, sentence, statement)
