"""Constituents of a target, in any order → clauses: commas, “và” and “;” cut a sentence, and each has one goal at most.

Within a clause each constituent stands at most once on either side of the goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from lark import Token

from thads_dsl.source import Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.parts import Child, name_of

T = TypeVar("T")
_CUTS = frozenset({"COMMA", "AND", "SEMICOLON"})


class NotSaidError(Exception):
    """The constituents do not make sense together: the sentence is not read."""


@dataclass(slots=True)
class Said:
    """The constituents on one side of a goal."""

    subjects: list[tree.Subject] = field(default_factory=list)
    excepted: tuple[tree.Subject, ...] = ()  # “trừ …”, of whom is said elsewhere
    having: tree.Having | None = None
    name: tree.NameRef | None = None
    facets: list[str] = field(default_factory=list)
    versus: tree.Versus | None = None
    excluding: tree.Excluding | None = None  # “(không bao gồm …)”, until it is known what it is compared with
    waves: tree.Waves | None = None
    out_of: tree.OutOf | None = None
    turn: str = ""
    average: str = ""  # AVERAGE or MONTHLY before a name
    share: Lexeme | None = None
    named: Lexeme | None = None
    about: bool = False
    strive: bool = False
    spans: list[Span] = field(default_factory=list)

    def take(self, node: tree.Node) -> None:
        """One more constituent, of a kind that is not said yet."""
        match node:
            case tree.Subject():
                if self.subjects:
                    raise NotSaidError
                self.subjects.append(node)
            case tree.Excepted(subject=subject) if self.subjects:
                self.subjects[-1] = but_for(self.subjects[-1], (subject,))
            case tree.Excepted(subject=subject):
                self.excepted = (*self.excepted, subject)
            case tree.FacetRef(facet=facet):
                if self.facets:
                    raise NotSaidError
                self.facets.append(facet)
            case tree.NameRef():
                self.name = _only(self.name, node)
            case tree.Having():
                self.having = _only(self.having, node)
            case tree.Versus():
                self.versus = without(_only(self.versus, node), self.excluding)
                self.excluding = None
            case tree.Excluding() if self.versus is not None:
                self.versus = without(self.versus, node)
            case tree.Excluding():
                self.excluding = _only(self.excluding, node)
            case tree.Waves():
                self.waves = _only(self.waves, node)
            case tree.OutOf():
                self.out_of = _only(self.out_of, node)
            case tree.Turn(word=word):
                self.turn = word
            case _:
                raise AssertionError(node)
        self.spans.append(node.span)

    def word(self, token: Lexeme) -> None:
        """One more word of the sentence that is no node."""
        match token.terminal:
            case "QUANTITY" | "COUNTED":
                self.take(name_of(token))
                self.named = token
            case "SHARE_OF" | "SHARE_IN" | "HAVING_SO":
                self.share = _only(self.share, token)
            case "AVERAGE" | "MONTHLY":
                self.average = token.terminal
            case "ABOUT" | "BY":
                self.about = True
            case "STRIVE":
                self.strive = True
        self.spans.append(token.span)

    @property
    def only_excepted(self) -> bool:
        """Nothing but “trừ …”."""
        return bool(self.excepted) and not (self.having or self.name or self.facets or self.waves or self.versus or self.share)

    @property
    def only_facet(self) -> bool:
        """Nothing but “về tiền”, perhaps with what it is compared with."""
        return bool(self.facets) and not (
            self.subjects or self.excepted or self.having or self.name or self.waves or self.out_of or self.share
        )

    @property
    def only_subjects(self) -> bool:
        """Nothing but whom it is for."""
        return bool(self.subjects) and not (self.having or self.name or self.facets or self.waves or self.versus or self.share)

    @property
    def only_waves(self) -> bool:
        """Nothing but a wave."""
        return bool(self.waves) and not (self.having or self.name or self.facets or self.subjects or self.versus or self.share)


def without_excepted(nodes: Sequence[tree.Node]) -> tuple[tree.Subject, ...]:
    """“các đơn vị trừ A và B”: whom a context names, without those behind “trừ”; raises NotSaidError where they are left out of nobody."""
    found: list[tree.Subject] = []
    for node in nodes:
        subject = node.subject if isinstance(node, tree.Excepted) else node
        if isinstance(subject, tree.Subject):
            left_out = isinstance(node, tree.Excepted) or (found and found[-1].but_for)
            if left_out and not found:
                raise NotSaidError
            found[-1:] = [but_for(found[-1], (subject,))] if left_out else [*found[-1:], subject]
    return tuple(found)


def without(versus: tree.Versus, excluding: tree.Excluding | None) -> tree.Versus:
    """What is compared, less a part of it; raises NotSaidError where two are left out."""
    if excluding is None:
        return versus
    return replace(versus, excluding=_only(versus.excluding, excluding.name))


def but_for(subject: tree.Subject, excepted: Sequence[tree.Subject]) -> tree.Subject:
    """The subject without those who are left out, each by one name; raises NotSaidError for any other."""
    if any(each.narrowed or each.remaining for each in excepted):
        raise NotSaidError
    return replace(subject, but_for=(*subject.but_for, *(each.name for each in excepted)))


def _only(before: T | None, found: T) -> T:
    if before is not None:
        raise NotSaidError
    return found


@dataclass(slots=True)
class Clause:
    """What stands before a goal, the goal, and what stands behind it; without a goal all stands before it."""

    before: Said = field(default_factory=Said)
    goal: tree.Goal | None = None
    after: Said = field(default_factory=Said)
    apart: bool = False  # behind “;”

    @property
    def spans(self) -> list[Span]:
        """Where its words stand."""
        return [*self.before.spans, *([self.goal.span] if self.goal else []), *self.after.spans]


def flat(children: Sequence[Child]) -> Iterator[tree.Node | Lexeme]:
    """Words and nodes in the order of the sentence."""
    for child in children:
        if isinstance(child, Token):
            yield child.value
        elif isinstance(child, tuple):
            yield from child
        elif isinstance(child, tree.Node):
            yield child


def clauses(children: Sequence[Child]) -> Iterator[Clause]:
    """The clauses of a sentence; raises NotSaidError where one says a thing twice."""
    clause = Clause()
    for each in flat(children):
        if isinstance(each, Lexeme) and each.terminal in _CUTS:
            yield clause
            clause = Clause(apart=each.terminal == "SEMICOLON")
        elif isinstance(each, tree.Goal):
            clause.goal = each
        elif isinstance(each, Lexeme):
            (clause.after if clause.goal else clause.before).word(each)
        else:
            (clause.after if clause.goal else clause.before).take(each)
    yield clause


def joined_waves(waves: Sequence[tree.Waves]) -> tree.Waves | None:
    """“đợt 1 và đợt 2”: waves named one by one."""
    if not waves:
        return None
    return replace(waves[0], ordinals=tuple(ordinal for each in waves for ordinal in each.ordinals))


def averaged(goal: tree.Goal, monthly: bool) -> tree.Goal:
    """“bình quân mỗi tháng ít nhất 12 việc” is “12 việc/tháng”."""
    if goal.comparison is None:
        raise NotSaidError
    figure = goal.comparison.figure
    unit = figure.unit if "/" in figure.unit or not monthly else f"{figure.unit}/tháng"
    return replace(goal, kind="bình quân", comparison=replace(goal.comparison, figure=replace(figure, unit=unit)))
