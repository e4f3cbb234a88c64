"""Lines under “Không xét …:” (C8) → exclusions from the award."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base, one_subject, subject
from thads_dsl.check.targets.regions import both, region_of
from thads_dsl.check.times.windows import disciplined
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH222, TH224
from thads_dsl.model.rules import Exclusion, Whose
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import canonical, fold
from thads_dsl.syntax import award_tree, condition_tree, tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name, NameKind, atoms
from thads_dsl.syntax.sentences import Sentence, read_sentence

_THEN = frozenset({"THEN", "NOT_CONSIDERED"})
_PEOPLE = (["công", "chức"], ["cán", "bộ"], ["viên", "chức"])
_AWARDS = frozenset({"REWARD", "TITLE", "QUOTED_REWARD"})
# One question would be asked for all awards, and be answered for none of them.
_SAME_AWARD = re.compile(r"cùng (?:một )?hình thức(?: khen thưởng)?", re.IGNORECASE)


def excluded_subjects(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.ExcludedSubjects) -> None:
    """Whole kinds of subjects, or those of them that figures tell: “cá nhân có thời gian công tác dưới 06 tháng”."""
    where = region_of(lowering, line.scope, node.having, None, ()) if node.having is not None else None
    if where is None and node.having is not None:
        return  # complained about
    for phrase in node.subjects:
        who = subject(lowering, (phrase,), line.scope, phrase.span)
        if who is not None:
            award = node.award.canonical if node.award else line.scope.left_out_of
            group = replace(who, where=both(who.where, replace(where, text=said_of(node.having)))) if where and node.having else None
            lowering.rules.append(Exclusion(**lowering.header(line, sentence), subject=who, award=award, group=group))


def said_of(having: tree.Having) -> str:
    """“có thời gian công tác dưới 06 tháng”: the bands with what they are of."""
    bands = (f"{banded.quantity.canonical if banded.quantity else ''} {banded.band.written}".strip() for banded in having.bands)
    return canonical(f"có {(' và ' if having.every else ' hoặc ').join(bands)}") if not having.either else canonical(having.written)


def excluded_context(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Context) -> None:
    """A line of the list that is only a name: “- Thủ trưởng đơn vị;”."""
    for phrase in node.subjects:
        who = one_subject(lowering, phrase)
        if who is not None:
            lowering.rules.append(Exclusion(**lowering.header(line, sentence), subject=who, award=line.scope.left_out_of))


def excluded_disciplined(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.ExcludedDisciplined) -> None:
    """Those under discipline, or whose people are, by the day on which the decision was signed."""
    if not (line.scope.excluding or node.whole):
        lowering.found.append(
            Diagnostic(
                code=TH222,
                message="phía trên chưa có câu “Không xét khen thưởng đối với:”",
                at=Label(node.span),
                why="Nếu là điều kiện của người được khen thưởng thì viết “Không bị kỷ luật …”.",
                lacks=Lack.LIST,
            )
        )
        return
    award = node.award.canonical if node.award else line.scope.left_out_of
    whose = Whose.MEMBERS if node.members else Whose.OWN
    said, looks = disciplined(lowering, line.scope, node.form, node.window)
    for who in _under_discipline(lowering, line, node):
        people = lowering.people(node.members)
        rule = Exclusion(**lowering.header(line, sentence), subject=who, award=award, whose=whose, people=people, **looks)
        lowering.windows[rule.id] = said
        lowering.rules.append(rule)


def _under_discipline(lowering: Lowering, line: Line, node: condition_tree.ExcludedDisciplined) -> Iterator[Subject]:
    """Those whom the sentence names, units and people apart; else those of its context, else who can be disciplined or have people."""
    for phrases in by_base(lowering, node.subjects).values():
        if (named := subject(lowering, phrases, line.scope, node.span)) is not None:
            yield named
    if not node.subjects and line.scope.subjects:
        if (around := subject(lowering, (), line.scope, node.span)) is not None:
            yield around
    elif not node.subjects:
        base = Base.COLLECTIVE if node.members else Base.INDIVIDUAL
        yield Subject(base.value, base)


def misplaced(lowering: Lowering, node: tree.Statement) -> None:
    """A rule that says nothing about who is left out."""
    lowering.found.append(
        Diagnostic(
            code=TH222,
            message="câu này không nói ai không được xét",
            at=Label(node.span),
            why="Dưới “Không xét …:” mỗi dòng là một đối tượng, một trường hợp bị kỷ luật, hoặc một trường hợp ghi bằng lời.",
        )
    )


def excluded_by_answer(lowering: Lowering, line: Line, sentence: Sentence, question: str) -> None:
    """Words that the statistics answer with có or không; who is asked are the subjects that they begin with, or that of the context."""
    named = tuple(_first_named(lowering, question)) or _of_the_item_before(lowering, line)
    around = () if named else tuple(_around(lowering, line, sentence))
    question = question[0].upper() + question[1:]
    one = line.scope.left_out_of or not _SAME_AWARD.search(question)
    if not one and len(awards := dict.fromkeys(_awards_given(lowering))) > 1:
        cases = {award: _SAME_AWARD.sub(award, question) for award in awards}
        lowering.found.append(_of_which_award(line, sentence, cases))
        return
    for who in (*named, *around):
        if who is not None:
            lowering.rules.append(
                Exclusion(**lowering.header(line, sentence), subject=who, question=question, award=line.scope.left_out_of)
            )


def _of_the_item_before(lowering: Lowering, line: Line) -> tuple[Subject, ...]:
    """“Không xét: người …; | đã được khen …”: where the lines around name nobody, those of the item before on the same line."""
    before = lowering.rules[-1] if lowering.rules and not line.scope.subjects else None
    if not isinstance(before, Exclusion) or not before.question or before.line != line.item.number:
        return ()
    return (before.subject,)


def _around(lowering: Lowering, line: Line, sentence: Sentence) -> Iterator[Subject | None]:
    """Those of the context, units and people apart; a complaint where there is nobody."""
    for phrases in by_base(lowering, line.scope.subjects).values() if line.scope.subjects else ((),):
        yield subject(lowering, (), replace(line.scope, subjects=phrases), sentence.passage.span())


def _awards_given(lowering: Lowering) -> Iterator[str]:
    """The awards of a plan, wherever a sentence or a heading says that one is given."""
    for line in lowering.draft.lines:
        for sentence in (*line.sentences, *([line.read.context] if line.read.context is not None else [])):
            match sentence.statement:
                case award_tree.AwardLevels(levels=levels):
                    yield from (level.award for level in levels)
                case award_tree.Chosen(award=award) if award:
                    yield award
                case award_tree.Quota(tails=tails):
                    yield from (tail.award.canonical for tail in tails if isinstance(tail, award_tree.GivenAward))
                case condition_tree.LeadIn(award=tree.NameRef() as award) | condition_tree.Qualifies(award=tree.NameRef() as award):
                    yield award.canonical
                case award_tree.ForAward(award=award):
                    yield award.canonical


def left_out(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.LeftOut) -> None:
    """“X đã … thì không xét tặng Giấy khen”: what stands before “thì” is an item of a list of its own, of the award that is named."""
    if not node.then and (node.more or not any(_first_named(lowering, canonical(node.case.text)))):
        lowering.found.append(_nobody_left_out(node))
        return
    then = next(at for at, lexeme in enumerate(sentence.lexemes) if lexeme.terminal in _THEN)
    before, behind = sentence.lexemes[:then], sentence.lexemes[then:]
    awards = awards_named(behind)
    if not awards and any(lexeme.terminal == "THAT_AWARD" for lexeme in behind):
        awards = awards_named(before)
    if len(awards) > 1 or (not awards and any(lexeme.terminal == "NOT_AWARDED" for lexeme in behind)):
        lowering.found.append(_which_award(line, sentence, node))
        return
    inner = replace(line, scope=replace(line.scope, excluding=True, left_out_of=next(iter(awards), line.scope.left_out_of)))
    words = sentence.passage.cut(0, node.case.end)
    read = read_sentence(words, lowering.draft.names, ("exclusion", "context"))
    match read.statement:
        case tree.Context(facet="", having=None) as context:
            excluded_context(lowering, inner, sentence, context)
        case _:
            excluded_by_answer(lowering, inner, sentence, canonical(words.text.strip(" ,")))


def _nobody_left_out(node: condition_tree.LeftOut) -> Diagnostic:
    """“Hội đồng không xét …”, “Hồ sơ nộp muộn không được xét”: the words do not begin with those who are left out."""
    return Diagnostic(
        code=TH222,
        message="câu này chưa rõ ai không được xét",
        at=Label(node.span),
        why="Câu phải bắt đầu bằng đối tượng không được xét: “Người …”, “Cá nhân …”, “Tập thể …”.",
        ways=(Way("Hoặc viết thành danh sách:", "Không xét khen thưởng đối với:\n- Cá nhân …"),),
    )


def awards_named(lexemes: tuple[Lexeme, ...]) -> tuple[str, ...]:
    """The awards that a sentence names, each once."""
    named = (lexeme.value for lexeme in lexemes if lexeme.terminal in _AWARDS)
    return tuple(dict.fromkeys(name.canonical for name in named if isinstance(name, Name)))


def _which_award(line: Line, sentence: Sentence, node: condition_tree.LeftOut) -> Diagnostic:
    """Several awards, or none, that “hình thức ấy” may be: one line for each."""
    before = [lexeme for lexeme in sentence.lexemes if lexeme.end <= node.case.end and lexeme.terminal in _AWARDS]
    text, first, last = sentence.passage.text[: node.case.end], before[0].start if before else 0, before[-1].end if before else 0
    cases = {award: f"{text[:first]}{award}{text[last:]}" if before else text for award in awards_named(sentence.lexemes) or ("Giấy khen",)}
    return _of_which_award(line, sentence, cases)


def _of_which_award(line: Line, sentence: Sentence, cases: Mapping[str, str]) -> Diagnostic:
    """The complaint, with the sentence for each award (`cases`: what is said of it)."""
    marker = f"{line.item.marker} ".lstrip()
    lines = (f"{marker}{canonical(case).strip(' ,;.')} thì không xét tặng {award}." for award, case in cases.items())
    return Diagnostic(
        code=TH224,
        message=f"“{canonical(sentence.passage.text)}”",
        at=Label(sentence.passage.span()),
        why="Mỗi câu chỉ loại khỏi một hình thức khen thưởng và phải gọi tên hình thức ấy; "
        "loại khỏi mọi hình thức thì viết “… thì không xét”.",
        ways=(Way("Viết mỗi hình thức một dòng:", "\n".join(lines)),),
    )


def _first_named(lowering: Lowering, question: str) -> Iterator[Subject]:
    """“Tập thể, cá nhân đã …” are two of them: each is asked."""
    keys, at = [atom.key for atom in atoms(fold(question))], 0
    while True:
        found = next(((end, name) for end, name in lowering.draft.names.exact.longest(keys, at) if name.kind is NameKind.SUBJECT), None)
        first = (
            found[1].canonical
            if found
            else Base.INDIVIDUAL.value
            if keys[at : at + 1] == ["người"] or keys[at : at + 2] in _PEOPLE
            else None
        )
        kind = lowering.draft.vocabulary.kind(first) if first is not None else None
        if kind is None:
            return
        yield Subject(kind.name, kind.base, () if kind.name in {base.value for base in Base} else (kind.name,))
        at = (found[0] if found else at + 1) + 1
        if keys[at - 1 : at] not in ([","], ["và"], ["hoặc"]):
            return
