"""TH119: figures, days and signs as people write them from habit, with the line as a rule has them."""

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import as_put_right
from thads_dsl.check.unread.habits import Habit, Kind, habits_in, put_right
from thads_dsl.check.unread.trying import reads_better
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH119
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax.sentences import Sentence

# What a tool may write unasked: nothing but other words for the same.
_SAFE = frozenset({Kind.WORDS, Kind.UNIT})
# Numbers in them are no figures of a sentence.
_ISLANDS = frozenset({"REFERENCE", "LAW", "PLACE", "QUOTED", "QUOTED_REWARD", "PHASE", "CONTACT", "FORM", "ANNIVERSARY"})


def sign_for_words(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """The complaint about a sentence that is not read and has such a habit, with all of them put right.

    What may mean something else is told only if the line is read with it; numbers spelt as none is are told each by itself.
    """
    islands = [range(each.start, each.end) for each in sentence.lexemes if each.terminal in _ISLANDS]
    found = tuple(each for each in habits_in(sentence.passage.text) if all(each.start not in island for island in islands))
    sure = tuple(each for each in found if each.sure)
    chosen = found if found == sure or _is_read(facts, line, sentence.passage, found) else sure
    return None if all(each.is_spelling for each in chosen) else _told(line, sentence.passage, chosen)


def sign_in(line: Line, passage: Passage) -> Diagnostic | None:
    """The same of words that are no sentence yet, as the cells of a table whose columns are not read."""
    found = tuple(each for each in habits_in(passage.text) if each.sure)
    return None if all(each.is_spelling for each in found) else _told(line, passage, found)


def _is_read(facts: Facts, line: Line, passage: Passage, found: tuple[Habit, ...]) -> bool:
    start, end, right = put_right(passage.text, found)
    words = canonical(line.item.text.text)
    return reads_better(facts.draft, line, words.replace(canonical(passage.text[start:end]), right, 1))


def _told(line: Line, passage: Passage, found: tuple[Habit, ...]) -> Diagnostic:
    start, end, right = put_right(passage.text, found)
    at, written = passage.span(start, end), passage.text[start:end]
    kinds = frozenset(kind for each in found for kind in each.kinds)
    safe = kinds <= _SAFE and all(each.sure for each in found)
    return Diagnostic(
        code=TH119,
        message=f"“{written}”",
        at=Label(at),
        why=" ".join(kind.value for kind in Kind if kind in kinds),
        ways=(Way("Có phải:", as_put_right(line, written, right, at), edit=Edit(at, right, safe=safe)),),
    )
