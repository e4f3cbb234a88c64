"""No phrase has two meanings in one place: what phrases of the same words ask for excludes each other, as guards.txt tells it."""

import re

import pytest

from tests.contract.exclusion import beginnings, exclude_each_other, overlaps
from thads_dsl.source import Passage
from thads_dsl.syntax.grammar import Phrase, guard_rows, phrases
from thads_dsl.syntax.guard_forms import FORMS
from thads_dsl.syntax.guards import NOT, after_guards, before, guard
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name, NameKind, NameTable


def test_of_two_meanings_of_the_same_words_at_most_one_stands_in_any_place() -> None:
    assert [f"{one} and {other}" for one, other in overlaps(phrases())] == []


@pytest.mark.parametrize(
    "phrase",
    [
        Phrase("trên", "BELOW", "", ""),  # asks for nothing
        Phrase("là", "IS_DAY", "due", ""),  # “là 05/6/2024” begins with a figure too
        Phrase("mỗi", "EACH_TIME", "points", ""),  # what the whole sentence says tells nothing of the place
        Phrase("cao hơn", "OVERDUE", "base", "day"),  # a guard of which the other's is a part
        Phrase("bằng", "IN_TIME", "cases", "!figure"),  # anything before but a figure; a place is no figure
        Phrase("Đối  với", "EXCEPT", "award", "place"),  # the same words to the lexer
    ],
    ids=lambda phrase: phrase.text,
)
def test_a_phrase_that_overlaps_another_is_found(phrase: Phrase) -> None:
    assert phrase in [one for pair in overlaps((*phrases(), phrase)) for one in pair]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("quantity", ""), ("subject", "")),  # names of two kinds: the longest counts
        (("number", ""), ("quantity", "")),  # no figure where a name begins
        (("points!subject", ""), ("subject", "")),
        (("end", ""), ("over!end", "")),
        (("", "day"), ("subject", "!date")),  # a day is one of dates
        (("", "score"), ("", "place")),
        (("base", ""), ("scored!beside", "")),  # all that a base allows stands “beside” too
    ],
)
def test_guards_exclude_each_other(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert exclude_each_other(Phrase("x", "A", *one), Phrase("x", "B", *other))
    assert exclude_each_other(Phrase("x", "B", *other), Phrase("x", "A", *one))


def test_behind_other_words_a_name_is_not_known_to_exclude_anything() -> None:
    """“của <subject>” and “của cả <subject>”: a name may be spelled “cả …”."""
    assert ("của", "<name> SUBJECT") in beginnings(guard("of-subject"))
    assert not exclude_each_other(Phrase("x", "A", "of-subject", ""), Phrase("x", "B", "of-subject", ""))


def test_where_a_declared_name_begins_no_figure_and_no_phrase_does() -> None:
    plain = Passage("trên 05 năm công tác", 1, range(99))
    named = NameTable([("05 năm công tác", Name(NameKind.EVENT, "05 năm công tác"))])
    assert [each.terminal for each in lex(plain, named)] == ["WORD", "EVENT"]


def test_every_guard_that_phrases_name_is_told_and_every_one_told_is_asked_for() -> None:
    asked = {each for phrase in phrases() for each in phrase.after.split(NOT) if each}
    told = {row[1] for row in guard_rows("after")}
    inside = {name for row in guard_rows("after") for cell in row[2:] for name in re.findall("<(.*?)>", cell)}
    assert asked <= told | FORMS.keys()
    assert (told | FORMS.keys()) - asked - inside == set()
    assert {phrase.before.removeprefix(NOT) for phrase in phrases()} - {""} == {row[1] for row in guard_rows("before")}


def test_no_guard_is_told_twice() -> None:
    names = [row[1] for row in guard_rows("after")] + [*FORMS]
    assert len(set(names)) == len(names)
    assert all(after_guards(phrase.after) for phrase in phrases() if phrase.after)
    assert all(before(row[1]) for row in guard_rows("before"))


def test_forms_and_guards_stand_last_in_what_guards_allow() -> None:
    for row in guard_rows("after"):
        for steps in guard(row[1]).sequences:
            assert [type(step).__name__ for step in steps[:-1] if type(step).__name__ in ("Shaped", "Guarded", "End")] == [], row
