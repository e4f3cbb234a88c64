"""Items of the outline → sentences, each read by the one family that accepts it, or by none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import cast

from lark import Lark
from lark.exceptions import UnexpectedInput

from thads_dsl.source import Passage
from thads_dsl.syntax import award_tree, condition_tree, date_tree, tree
from thads_dsl.syntax.build import Build
from thads_dsl.syntax.cells import lines_of_cell
from thads_dsl.syntax.clauses import NotSaidError
from thads_dsl.syntax.grammar import Family, families, grammar_text, strict_parser
from thads_dsl.syntax.heads import names_somebody
from thads_dsl.syntax.lexer import WORD, Lexed, Lexeme, folded_for, lexed
from thads_dsl.syntax.names import NameKind, NameTable
from thads_dsl.syntax.points_tree import Amendment
from thads_dsl.syntax.quotations import before_open_quotation, flattened, sentences_around

_FOR = "đối với "
_NO_NAMES = NameTable(())
_CHANGING = frozenset({"REPLACE", "REPEAL", "INSERT", "INSERT_AFTER"})  # what the changes of another plan begin with
_AMENDING = frozenset((  # what the changes of a points table begin with
    "DROP", "CHANGE_POINTS", "RAISE_POINTS", "LOWER_POINTS", "CHANGE_SCORING", "CHANGE_BOTH", "MOVE_POINTS", "CHANGE_CLASS", "CHANGE_TOTAL",
    "ADD_CRITERION", "ADDS",
))  # fmt: skip
_WITH_CELL = ("points", "scoring", "both", "add")  # kinds of changes behind whose colon a cell stands
_JOINT = re.compile(r"(?:[\s.,;]|(?<=[\s,;])(?:và|đồng thời))+$", re.IGNORECASE)
_JOINING = frozenset({"COMMA", "SEMICOLON", "AND"})
_AFTER = re.compile(r"\s+(\S)")
EXAMPLE_FAMILIES = ("given", "outcome", "day_outcome")
SCORING_FAMILIES = ("scoring", "scoring_level", "scoring_each")  # of the cells of a points table
_GIVING = frozenset({"SCORE", "NO_POINTS"})
_LIMITING = frozenset({"ADD", "DEDUCT", "AT_MOST", "AT_MOST_STANDARD", "WHOLE_STEPS", "PRO_RATA", "ONCE", "UNLIMITED", "BUT"})
# Statements that say something for other lines.
CONTEXTS = (
    tree.Context,
    date_tree.Measured,
    condition_tree.LeadIn,
    condition_tree.ItemsLeadIn,
    condition_tree.NotConsidered,
    date_tree.Wave,
    award_tree.ForAward,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line: its tokens, and what it says; None where no family reads it."""

    passage: Passage
    lexemes: tuple[Lexeme, ...]
    statement: tree.Statement | None


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one line: a context before a colon (or the whole line), and the sentences after it.

    `opens` says that nothing follows the context: it governs other lines.
    """

    context: Sentence | None
    opens: bool
    sentences: tuple[Sentence, ...]


@cache
def sentence_parser() -> Lark:
    """The parser of sentence.lark with every family as a start symbol."""
    return strict_parser(grammar_text("sentence.lark"), [family.start for family in families()], Build())


def read_tokens(lexemes: tuple[Lexeme, ...], starts: Iterable[str] | None = None) -> tree.Statement | None:
    """What the one family that accepts the tokens makes of them; the families of examples and of points only when asked for."""
    wanted = set(starts) if starts is not None else {family.start for family in families()} - {*EXAMPLE_FAMILIES, *SCORING_FAMILIES}
    for family in families():
        if family.start in wanted and (statement := _accepted(family, lexemes)) is not None:
            return statement
    return None


@cache
def _beginnings(start: str) -> frozenset[str]:
    """The terminals with which a sentence of a family begins: most families are ruled out by the first word."""
    state = sentence_parser().parse_interactive(start=start)
    return frozenset(state.choices())  # type: ignore[no-untyped-call]  # Lark gives no types here


def _accepted(family: Family, lexemes: tuple[Lexeme, ...]) -> tree.Statement | None:
    if family.kept is None and any(lexeme.terminal == WORD for lexeme in lexemes):
        return None
    folded = folded_for(family, lexemes)
    if not folded or folded[0].terminal not in _beginnings(family.start):
        return None
    try:
        return cast(tree.Statement, sentence_parser().parse([lexeme.token() for lexeme in folded], start=family.start))
    except (UnexpectedInput, NotSaidError):
        return None


def read_sentence(passage: Passage, names: NameTable, starts: Iterable[str] | None = None) -> Sentence:
    """One sentence; the punctuation at its end says nothing."""
    return _read(lexed(passage, names), starts)


def read_clauses(passage: Passage, names: NameTable) -> tuple[Sentence, ...]:
    """The sentences of a text without a context."""
    return tuple(_clauses(lexed(passage, names)))


def read_scoring(passage: Passage, names: NameTable) -> tuple[Sentence, ...]:
    """The sentences of a cell “Cách chấm điểm”; “Đạt: 10 điểm, không đạt: 0 điểm” is two of them, and so are lines of the cell."""
    return tuple(
        each
        for line in lines_of_cell(passage)
        for clause in _clauses(lexed(line, names), SCORING_FAMILIES)
        for each in _at_commas(clause, names)
    )


def _at_commas(clause: Sentence, names: NameTable) -> Iterator[Sentence]:
    """A clause that is not read, cut at each comma behind points behind which points are given again."""
    signs = [lexeme.terminal for lexeme in clause.lexemes]
    cut = next((at for at in range(1, len(signs)) if signs[at] == "COMMA" and _gives_again(signs, at)), None)
    if clause.statement is not None or cut is None:
        yield clause if clause.statement is not None else _with_colon(clause, names)
        return
    text, comma = lexed(clause.passage, names), clause.lexemes[cut]
    yield from _at_commas(_read(text.cut(0, comma.start), SCORING_FAMILIES), names)
    yield from _at_commas(_read(text.cut(comma.end), SCORING_FAMILIES), names)


def _with_colon(clause: Sentence, names: NameTable) -> Sentence:
    """“Tốt 10 điểm”, “còn lại không có điểm” with the colon that says what is given; the clause itself where it is not read so either."""
    last = clause.lexemes[-1] if clause.lexemes else None
    if last is None or last.terminal not in _GIVING or any(each.terminal in ("COLON", "GETS") for each in clause.lexemes):
        return clause
    head = clause.passage.text[: last.start].rstrip(" ,")
    colon = clause.passage.replaced(len(head), last.start, ": ")
    found = _read(lexed(colon, names), SCORING_FAMILIES) if head else clause
    return replace(found, passage=clause.passage) if found.statement is not None else clause


def _gives_again(signs: list[str], at: int) -> bool:
    behind = signs[at + 1 :]
    return signs[at - 1] in _GIVING and not _GIVING.isdisjoint(behind) and behind[0] not in _LIMITING


def read_text(passage: Passage, names: NameTable, heading: bool) -> ReadText:
    """The text of a line. A `heading` (an item with others inside it) may be a context without a colon."""
    text = lexed(passage, names)
    if amendments := _amendments(text):
        return ReadText(None, False, amendments)
    if text.lexemes and text.lexemes[0].terminal in _CHANGING and (changes := read_changes(passage)):
        return ReadText(None, False, changes)
    alone = len(list(_split(text, "."))) == 1  # free words of a sentence never reach into the next one
    whole = _read(text) if alone else _prose(_read(text, ()))
    if isinstance(whole.statement, date_tree.Wave) and whole.statement.first is not None and not passage.text.endswith(":"):
        return ReadText(whole, heading, ())
    if (award := _for_award(whole)) is not None and (heading or passage.text.endswith(":")):
        return ReadText(award, True, (whole,))
    opens = isinstance(whole.statement, CONTEXTS)
    if opens or (passage.text.endswith(":") and not isinstance(whole.statement, condition_tree.Dossier | date_tree.WaveCount)):
        governs = opens and (passage.text.endswith(":") or (heading and _says_so(whole)) or _is_led(whole))
        context = whole if governs else _strangers(whole)
        return ReadText(context, True, ()) if context else ReadText(None, False, (_prose(whole),))
    if whole.statement is None and heading and (strangers := _strangers(whole)) is not None:
        split = _read_after_colon(text)
        known = split is not None and split.context is not None and not isinstance(split.context.statement, tree.Strangers)
        return split if split is not None and known else ReadText(strangers, True, ())
    if isinstance(whole.statement, date_tree.Deadline | date_tree.DeadlineWithin):
        split = _read_after_colon(text)  # “Đối với X: gửi hồ sơ trước ngày D”: free words would swallow whom it is for
        return split if split is not None and split.context is not None else ReadText(None, False, (whole,))
    if isinstance(whole.statement, tree.Target | tree.Targets) and (split := _read_after_colon(text)) is not None and _is_for_all(split):
        return split
    if whole.statement is not None:
        return ReadText(None, False, tuple(_each(whole)))
    if text.lexemes and text.lexemes[0].terminal == "CLASS":  # “Hạng A: …; Hạng B: …”: each has a colon of its own
        return ReadText(None, False, tuple(_clauses(text)))
    return _read_after_colon(text) or ReadText(None, False, tuple(_clauses(text)))


def _is_for_all(split: ReadText) -> bool:
    """“Đối với X: …”, “Về việc: …”: words before a colon that say for whom or what the rules behind it are, and no more."""
    said = split.context.statement if split.context is not None else None
    led = isinstance(said, date_tree.Wave) or (isinstance(said, tree.Context) and not _begins_with_whom(split))
    return led and all(sentence.statement is not None for sentence in split.sentences)


def _begins_with_whom(split: ReadText) -> bool:
    assert split.context is not None
    return split.context.lexemes[0].terminal in ("SUBJECT", "EACH", "HAVING", "PEOPLE")


def _amendments(text: Lexed) -> tuple[Sentence, ...]:
    """The changes of a points table that a line makes, one behind the other; none where one of its pieces is not read as such."""
    if not text.lexemes or text.lexemes[0].terminal not in _AMENDING:
        return ()
    starts = [0, *(each.start for before, each in pairwise(text.lexemes) if _begins_another(text.passage.text, before, each))]
    found = [_amendment(text.cut(start, end)) for start, end in zip(starts, [*starts[1:], len(text.passage.text)], strict=True)]
    if any(each is None for each in found):
        whole = any(sign == ":" for _, sign in _outside(text.passage.text))
        return (_prose(_read(text, ())),) if whole else ()  # one complaint, not one for each piece of the cell
    return tuple(each for each in found if each is not None)


def _begins_another(text: str, before: Lexeme, lexeme: Lexeme) -> bool:
    """Whether one more change begins with a word: behind “;”, “.”, “,” or “và”."""
    apart = before.terminal in ("COMMA", "SEMICOLON", "AND") or text[: lexeme.start].rstrip().casefold().endswith((".", "đồng thời"))
    return apart and lexeme.terminal in _AMENDING


def _amendment(text: Lexed) -> Sentence | None:
    """One change; of “Sửa cách chấm tiêu chí n “…” thành: <cell>” the cell is kept as written.

    Behind new points the cell may stand after a comma too.
    """
    text = text.cut(0, len(_JOINT.sub("", text.passage.text)))
    whole = _read(text, ("amendment",))
    if isinstance(whole.statement, Amendment):
        return whole
    signs = [at for wanted in ":," for at, sign in _apart(text.passage.text) if sign == wanted]
    for at in signs:
        head, tail = _read(text.cut(0, at), ("amendment",)), text.passage.cut(at + 1)
        said = head.statement
        kinds = _WITH_CELL if text.passage.text[at] == ":" else ("points",)
        if isinstance(said, Amendment) and tail.text and said.kind in kinds:
            return Sentence(text.passage, text.lexemes, replace(said, tail=tail))
    return None


def _apart(text: str) -> Iterator[tuple[int, str]]:
    """Colons, and commas that are no decimal ones, outside quotations and brackets."""
    inside = [found.span() for found in re.finditer(r'"[^"]*"|\([^()]*\)', text)]
    for found in re.finditer(r":|,(?=\s)", text):
        if not any(start <= found.start() < end for start, end in inside):
            yield found.start(), found[0]


def read_changes(passage: Passage) -> tuple[Sentence, ...]:
    """Z: the changes of another plan that a line makes, all of them or none; what they quote is not looked into."""
    text = lexed(flattened(before_open_quotation(passage)), _NO_NAMES)
    found = tuple(_read(text.cut(start, end), ("plan_change",)) for start, end in sentences_around(text.passage.text))
    return found if all(each.statement is not None for each in found) else ()


def _for_award(sentence: Sentence) -> Sentence | None:
    """“Bằng khen của Bộ trưởng” above others, or before a colon, says what they are about; elsewhere it says who gives what."""
    said = sentence.statement
    if not isinstance(said, award_tree.AwardLevels) or len(said.levels) != 1 or sentence.lexemes[0].terminal == "AWARD_FORM":
        return None
    award = tree.NameRef(kind=NameKind.REWARD.value, canonical=said.levels[0].award, span=said.span)
    return replace(sentence, statement=award_tree.ForAward(award=award, span=said.span))


def _is_led(context: Sentence) -> bool:
    """“Đối với Chấp hành viên” alone on a line says for whom the next lines are, with or without a colon."""
    return isinstance(context.statement, tree.Context) and context.lexemes[0].terminal == "FOR"


def _says_so(context: Sentence) -> bool:
    """Without a colon “Phòng chuyên môn và Chi cục THADS” is a title; “Đối với …” and “Về việc” are contexts."""
    said = context.statement
    bare = isinstance(said, tree.Context) and not (said.facet or said.quantity or said.versus or said.waves)
    return not bare or _is_led(context)


def _read(text: Lexed, starts: Iterable[str] | None = None) -> Sentence:
    text = text.cut(0, len(text.passage.text.rstrip(" .;,:/")))
    return Sentence(text.passage, text.lexemes, read_tokens(text.lexemes, starts))


def _strangers(sentence: Sentence) -> Sentence | None:
    """“Đối với …” before something that is no declared name, as the context that it is."""
    text = sentence.passage.text
    if sentence.statement is not None or not text.casefold().startswith(_FOR):
        return None
    statement = tree.Strangers(written=text[len(_FOR) :].strip(), span=sentence.passage.span(len(_FOR)))
    return Sentence(sentence.passage, sentence.lexemes, statement)


def _somebody(left: Sentence, right: tuple[Sentence, ...]) -> Sentence | None:
    """“Công chức biệt phái: 01 cá nhân/Phòng”: unknown people or bodies before a rule that names nobody, which is for them."""
    ruled = (each.statement for each in right if isinstance(each.statement, tree.Target | award_tree.Quota))
    if not names_somebody(left.lexemes) or not any(not isinstance(each, tree.Target) or not each.subjects for each in ruled):
        return None
    statement = tree.Strangers(written=left.passage.text, span=left.passage.span())
    return Sentence(left.passage, left.lexemes, statement)


def _prose(sentence: Sentence) -> Sentence:
    return Sentence(sentence.passage, sentence.lexemes, None)


def _read_after_colon(text: Lexed) -> ReadText | None:
    """“Đối với X: <rules>”, “X: <rule>”, “Lưu ý: <rules>”: what stands before the first colon, and sentences behind it."""
    words = text.passage.text
    colon = next((at for at, char in _outside(words) if char == ":" and at + 1 < len(words)), None)
    first = next(_split(text, "."), text)
    if colon is None or colon > len(first.passage.text):
        return None
    left = _read(text.cut(0, colon), ("context", "lead_in", "wave", "award_levels"))
    left = _for_award(left) or _of_band(left) or left
    right = tuple(_clauses(text.cut(colon + 1)))
    if left.statement is None and left.lexemes and not any(lexeme.terminal == "DURATION" for lexeme in left.lexemes):
        right = tuple(map(_of_something, right))
    if left.statement is not None:
        return ReadText(left, False, right)
    if any(sentence.statement for sentence in right):
        counted = _read(text.cut(0, colon), ("waves",))  # “gồm hai đợt: đợt 1 từ …, đợt 2 từ …”
        if counted.statement is not None:
            return ReadText(None, False, (counted, *right))
        strangers = _strangers(left) or _somebody(left, right)
        return ReadText(strangers, False, right) if strangers else ReadText(None, False, (_prose(left), *right))
    return None


def _of_band(left: Sentence) -> Sentence | None:
    """“Tổng số giải quyết đến 90 việc: …”, “Trên 90 việc: …”: before a colon a statistic within bounds is a band, with or without “có”."""
    if left.statement is not None or not left.lexemes:
        return None
    first = left.lexemes[0]
    having = replace(first, terminal="HAVING", text="", end=first.start)
    said = read_tokens((having, *left.lexemes), ("context",))
    return replace(left, statement=said) if isinstance(said, tree.Context) and said.having is not None else None


def _of_something(sentence: Sentence) -> Sentence:
    """“Kiểm tra chéo: từ ngày … đến ngày …” is no period of the campaign."""
    return _prose(sentence) if isinstance(sentence.statement, date_tree.Period) and not sentence.statement.measured else sentence


def _clauses(text: Lexed, starts: Iterable[str] | None = None) -> Iterator[Sentence]:
    """Sentences end at “.”; where such a sentence is not read whole, its clauses end at “;”."""
    for part in _split(text, "."):
        whole = _read(part, starts)
        clauses = list(_split(part, ";"))
        if whole.statement is None and len(clauses) == 1 and (several := _several(part)):
            yield from several
        elif whole.statement is not None or len(clauses) == 1:
            yield from _each(_rule_only(whole))
        else:
            yield from (each for clause in clauses for each in _each(_rule_only(_read(clause, starts))))


def _each(sentence: Sentence) -> Iterator[Sentence]:
    """Each target that a sentence sets, in its own words."""
    if not isinstance(sentence.statement, tree.Targets):
        yield sentence
        return
    targets, lexemes = sentence.statement.each, sentence.lexemes
    ends = [next(each.start for each in lexemes if each.span.start >= target.span.start) for target in targets[1:]]
    for target, start, end in zip(targets, [0, *ends], [*ends, len(sentence.passage.text)], strict=True):
        inside = [each.moved(-start) for each in lexemes if start <= each.start < end]
        last = max(each.end for each in inside if each.terminal not in _JOINING)
        yield Sentence(sentence.passage.cut(start, start + last), tuple(each for each in inside if each.start < last), target)


def _several(text: Lexed) -> tuple[Sentence, ...]:
    """Waves, or deadlines of several addressees, with no more than commas between them: one sentence each, or none at all.

    “02 đợt: đợt 1 từ … đến …, đợt 2 từ … đến …”; “các Chi cục gửi trước ngày …, các Phòng gửi trước ngày …”.
    """
    waves = [lexeme.start for lexeme in text.lexemes if lexeme.terminal == "WAVE"]
    behind = (each for before, each in pairwise(text.lexemes) if before.terminal in ("COMMA", "AND") and each.terminal == "SUBJECT")
    senders = [0, *(each.start - len(each.skipped) for each in behind)]
    for starts, sound in ((waves, _is_wave), (senders, _is_deadline)):
        if len(starts) < 2:
            continue
        pieces = [text.cut(start, end) for start, end in zip([0, *starts], [*starts, len(text.passage.text)], strict=True)]
        read = tuple(_read(piece.cut(0, len(_JOINT.sub("", piece.passage.text)))) for piece in pieces if piece.passage.text)
        if all(sound(each.statement) for each in read):
            return read
    return ()


def _is_wave(said: tree.Statement | None) -> bool:
    return isinstance(said, date_tree.WaveCount) or (isinstance(said, date_tree.Wave) and said.first is not None)


def _is_deadline(said: tree.Statement | None) -> bool:
    return isinstance(said, date_tree.Deadline)


def _rule_only(sentence: Sentence) -> Sentence:
    """Contexts open lines; in the middle of one they are words, but “Kết quả 12 tháng (tính từ …)” still says which results count."""
    statement = sentence.statement
    if isinstance(statement, date_tree.Measured):
        return replace(sentence, statement=date_tree.MeasuredOver(measured=statement, span=statement.span))
    is_context = isinstance(statement, CONTEXTS) and not (isinstance(statement, date_tree.Wave) and statement.first is not None)
    return _prose(sentence) if is_context else sentence


def _split(text: Lexed, sign: str) -> Iterator[Lexed]:
    words, start = text.passage.text, 0
    for at, char in _outside(words):
        if char == sign and _ends(words, at):
            yield text.cut(start, at)
            start = at + 1
    if words[start:].strip():
        yield text.cut(start)


def _ends(text: str, at: int) -> bool:
    """Whether a stop ends a sentence (a capital or a quotation follows), a semicolon a clause (something follows)."""
    following = _AFTER.match(text, at + 1)
    return following is not None and (text[at] == ";" or following[1].isupper() or following[1] == '"')


def _outside(text: str) -> Iterator[tuple[int, str]]:
    """The signs that stand outside quotations and brackets."""
    depth, quoted = 0, False
    for found in re.finditer(r'[".:;()]', text):
        sign = found[0]
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign == "(":
            depth += 1
        elif not quoted and sign == ")":
            depth = max(0, depth - 1)
        elif not quoted and not depth:
            yield found.start(), sign
