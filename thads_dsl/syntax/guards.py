"""What function phrases ask of the words behind and before them: guards.txt, by which phrases.txt is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from thads_dsl.source import plain
from thads_dsl.syntax.ahead import Ahead
from thads_dsl.syntax.grammar import Phrase, guard_rows, spelled_out
from thads_dsl.syntax.guard_forms import FORMS, Form, behind_figure
from thads_dsl.syntax.names import NameKind

NOT = "!"  # “points!subject”: points, and no subject; “!date”: anything but a date


@dataclass(frozen=True, slots=True)
class Word:
    """One of several words, as it is written."""

    keys: frozenset[str]
    plain: frozenset[str]

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The place behind it."""
        return (index + 1,) if index < len(ahead.keys) and ahead.keys[index] in (self.keys if ahead.strict else self.plain) else ()


@dataclass(frozen=True, slots=True)
class Named:
    """A declared name of one of these kinds, the longest that begins there."""

    kinds: frozenset[NameKind]

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The place behind it."""
        found = ahead.name(index)
        return (found[0],) if found is not None and found[1].kind in self.kinds else ()


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase of one of these terminals."""

    terminals: frozenset[str]

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The places behind the phrases that begin there."""
        return ahead.said(index, self.terminals)


@dataclass(frozen=True, slots=True)
class End:
    """Nothing more."""

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The end itself."""
        return (index,) if index >= len(ahead.keys) else ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its unit, whatever it is, which is read over."""

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The place behind it."""
        behind = behind_figure(ahead, index)
        return () if behind is None else (behind,)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A form, which stands last."""

    form: Form

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The place itself."""
        return (index,) if self.form.holds(ahead, index) else ()


@dataclass(frozen=True, slots=True)
class Guarded:
    """Another guard, which stands last."""

    guard: Guard

    def ends(self, ahead: Ahead, index: int) -> Iterable[int]:
        """The place itself."""
        return (index,) if self.guard.holds(ahead, index) else ()


Step = Word | Named | Said | End | Measured | Shaped | Guarded


@dataclass(frozen=True, slots=True)
class Guard:
    """What may begin at a place: one of several sequences of steps."""

    name: str
    sequences: tuple[tuple[Step, ...], ...]

    def holds(self, ahead: Ahead, index: int) -> bool:
        """Whether one of them does. Where a declared name begins, nothing else is said to."""
        found = [steps for steps in self.sequences if _stands(steps, ahead, index)]
        return any(may_begin_with_name(steps[0]) for steps in found) or (bool(found) and ahead.name(index) is None)


def may_begin_with_name(step: Step) -> bool:
    """Whether a step may hold where a declared name begins: such a name, another guard, or what the whole sentence says."""
    return isinstance(step, Named | Guarded) or (isinstance(step, Shaped) and not step.form.firsts)


def _stands(steps: tuple[Step, ...], ahead: Ahead, index: int) -> bool:
    return not steps or any(_stands(steps[1:], ahead, end) for end in steps[0].ends(ahead, index))


@cache
def guard(name: str) -> Guard:
    """A guard of guards.txt; a form is one by itself. Raises KeyError where there is none."""
    if name in FORMS:
        return Guard(name, ((Shaped(FORMS[name]),),))
    every = {row[1]: row[2:] for row in guard_rows("after")}
    written = (tuple(each.text.split()) for alternative in every[name] for each in spelled_out(alternative, ""))
    return Guard(name, tuple(_sequences(list(written))))


def _sequences(written: list[tuple[str, ...]]) -> Iterator[tuple[Step, ...]]:
    """What is written of a guard; single words, names and phrases are one step, which is looked for once."""
    single = [words[0] for words in written if len(words) == 1]
    yield from ((step,) for step in _steps(single))
    yield from (tuple(step for word in words for step in _steps([word])) for words in written if len(words) > 1)


def _steps(words: list[str]) -> Iterator[Step]:
    """What words of guards.txt stand for, those of one sort together."""
    keys = frozenset(word for word in words if word[0] != "<")
    named = {word[1:-1] for word in words if word[0] == "<"}
    kinds = frozenset(NameKind[name] for name in named if name in NameKind.__members__)
    terminals = frozenset(name for name in named if name.isupper() and name not in NameKind.__members__)
    if keys:
        yield Word(keys, frozenset(map(plain, keys)))
    if kinds:
        yield Named(kinds)
    if terminals:
        yield Said(terminals)
    yield from map(_part, sorted(name for name in named if name.islower()))


def _part(name: str) -> Step:
    """The form or guard of a name."""
    match name:
        case "end":
            return End()
        case "figure":
            return Measured()
        case _:
            return Shaped(FORMS[name]) if name in FORMS else Guarded(guard(name))


@cache
def before(name: str) -> frozenset[str]:
    """The terminals of which one must stand before a phrase. Raises KeyError where guards.txt does not tell."""
    return {row[1]: frozenset(row[2].split()) for row in guard_rows("before")}[name]


@cache
def after_guards(after: str) -> tuple[Guard | None, tuple[Guard, ...]]:
    """What must stand after a phrase (None: anything), and what must not."""
    name, *denied = after.split(NOT)
    return guard(name) if name else None, tuple(guard(each) for each in denied)


def may_stand(phrase: Phrase, behind: str, ahead: Ahead, end: int) -> bool:
    """Whether what stands around a phrase is what it asks for; `behind` is the terminal before it (empty: none), `end` the place after."""
    if phrase.before and (behind in before(phrase.before.removeprefix(NOT))) == phrase.before.startswith(NOT):
        return False
    if not phrase.after:
        return True
    wanted, denied = after_guards(phrase.after)
    return (wanted is None or wanted.holds(ahead, end)) and not any(each.holds(ahead, end) for each in denied)
