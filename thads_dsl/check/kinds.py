"""Kinds of the vocabulary: which of them a plan lists, and whether somebody can be of two."""

from collections.abc import Iterable
from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.model.statistics import Base, Kind, Subject
from thads_dsl.syntax.names import NameKind
from thads_dsl.vocabulary import Vocabulary


def kinds_of_plan(draft: Draft, subjects: Iterable[Subject], people: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds of the plan whose rules are for `subjects`, or count `people` of these kinds, in the order of the vocabulary.

    A danh mục has many posts; one that no rule speaks of changes no result, and so no artefact. A post that is spoken of brings its
    ranks (“Chấp hành viên sơ cấp”), not what it is itself a part of.
    """
    vocabulary = draft.vocabulary
    unlisted = {*(base.value for base in Base), *(name for name, _ in vocabulary.by_figures)}
    posts = _posts(draft, {name for subject in subjects for name in (*subject.any_of, *subject.none_of)}.union(people))
    return tuple(
        replace(kind, parents=tuple(name for name in kind.parents if name in posts)) if kind.base is Base.INDIVIDUAL else kind
        for kind in vocabulary.kinds
        if kind.name not in unlisted and (kind.base is Base.COLLECTIVE or kind.name in posts)
    )


def _posts(draft: Draft, spoken_of: set[str]) -> set[str]:
    """The names that rules speak of, those of examples, those that the plan defines itself, the head's, and the ranks of all of them."""
    vocabulary = draft.vocabulary
    examples = {each.name.canonical for each in draft.mentions if each.read and not each.printed and each.name.kind is NameKind.SUBJECT}
    own = {term.name for term in vocabulary.terms if term.kind is NameKind.SUBJECT and term.line is not None}
    found = spoken_of | examples | own | {vocabulary.head_kind}
    while more := _brought(vocabulary, found):
        found |= more
    return found


def _brought(vocabulary: Vocabulary, names: set[str]) -> set[str]:
    """The ranks of posts that are listed, and those whom a listed one leaves out, that are not listed yet."""
    ranks = {kind.name for kind in vocabulary.kinds if not names.isdisjoint(kind.parents)}
    left_out = {name for kind in vocabulary.kinds if kind.name in names for name in kind.without}
    return (ranks | left_out) - names


def may_be_both(vocabulary: Vocabulary, one: str, other: str) -> bool:
    """Whether somebody can be of both kinds: one belongs to the other, or is everybody of that base; so too where one is not known."""
    first, second = vocabulary.kind(one), vocabulary.kind(other)
    if first is None or second is None:
        return True
    if first.base is not second.base:
        return False
    return one in with_above(vocabulary, other) or other in with_above(vocabulary, one)


def is_a(vocabulary: Vocabulary, name: str, of: str) -> bool:
    """Whether all of a kind are of another one: it belongs to that, or is that."""
    return of in with_above(vocabulary, name)


def with_above(vocabulary: Vocabulary, name: str) -> set[str]:
    """A kind, what it belongs to, what that belongs to, and everybody of its base."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        kind = vocabulary.kind(name)
        found |= {name} if kind is None else {name, kind.base.value}
        waiting += set(kind.parents if kind is not None else ()) - found
    return found
