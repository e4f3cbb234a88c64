"""What a rule of sentence.lark was made of, for the methods that build nodes from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, cast

from lark import Token

from thads_dsl.source import Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.date_tree import Recurring
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.times import NUMBER_WORDS, MonthText, RecurringText, YearMark
from thads_dsl.syntax.written_forms import DateText, PlaceText
from thads_dsl.syntax.written_forms import Figure as FigureText

T = TypeVar("T", bound=tree.Node)
_BESIDE = {"HIGHER": "cao hơn", "NOT_HIGHER": "không cao hơn", "LOWER": "thấp hơn", "NOT_LOWER": "không thấp hơn"}

Child = Token | tree.Node | tuple[tree.Node, ...] | None


class Parts:
    """What a rule was made of; rules that only list things give a tuple of nodes."""

    def __init__(self, children: list[Child]) -> None:
        self.tokens = [cast(Lexeme, child.value) for child in children if isinstance(child, Token)]
        self.nodes: list[tree.Node] = []
        for child in children:
            self.nodes += child if isinstance(child, tuple) else [child] if isinstance(child, tree.Node) else []

    @property
    def span(self) -> Span:
        """From the first word to the last; an empty rule has no place of its own."""
        spans = [*(token.span for token in self.tokens), *(node.span for node in self.nodes)]
        return Span(spans[0].line, min(span.start for span in spans), max(span.end for span in spans))

    @property
    def written(self) -> str:
        """The folded words of a rule made of tokens and figures."""
        texts = [(token.start, token.text) for token in self.tokens]
        texts += [(node.start, node.written) for node in self.all(tree.Figure)]
        return " ".join(text for _, text in sorted(texts))

    def all(self, kind: type[T]) -> tuple[T, ...]:
        """The nodes of a kind, in order."""
        return tuple(node for node in self.nodes if isinstance(node, kind))

    def maybe(self, kind: type[T]) -> T | None:
        """The first node of a kind, if there is one."""
        return next(iter(self.all(kind)), None)

    def one(self, kind: type[T]) -> T:
        """The first node of a kind."""
        return self.all(kind)[0]

    def has(self, terminal: str) -> bool:
        """Whether a token is there."""
        return any(token.terminal == terminal for token in self.tokens)

    @property
    def members(self) -> str:
        """“có công chức thuộc đơn vị”: the words for the people of a unit; empty where there are none."""
        return next((token.text for token in self.of("ANY_MEMBER")), "")

    def of(self, *terminals: str) -> list[Lexeme]:
        """The tokens of these terminals, in order."""
        return [token for token in self.tokens if token.terminal in terminals]

    def names(self, terminal: str) -> list[tree.NameRef]:
        """The declared names of a terminal, in order."""
        return [name_of(token) for token in self.of(terminal)]

    def name(self, terminal: str) -> tree.NameRef | None:
        """The first declared name of a terminal, if there is one."""
        return next(iter(self.names(terminal)), None)

    def the_name(self, terminal: str) -> tree.NameRef:
        """The first declared name of a terminal."""
        return self.names(terminal)[0]

    @property
    def dates(self) -> list[tree.DateRef]:
        """The days, in order."""
        return [_date(token) for token in self.of("DATE")]

    @property
    def moments(self) -> list[tree.Moment]:
        """Days, months and ends of years, in order."""
        found = sorted(self.of("DATE", "MONTH", "YEAR_START", "YEAR_END", "FROM_NOW"), key=lambda token: token.start)
        return [_moment(token) for token in found]

    def text(self, after: str = "", before: str = "") -> str:
        """The free words after the last token of one terminal, or before the first of some (all of them, where none is named)."""
        texts = self.of("TEXT")
        if after:
            start = self.of(after)[-1].start
            texts = [token for token in texts if token.start > start]
        if before:
            end = min(token.start for token in self.of(*before.split()))
            texts = [token for token in texts if token.start < end]
        return " ".join(token.text for token in texts).strip(" ,;:()")

    @property
    def facet(self) -> str:
        """“về việc” or “về tiền”; empty if neither is said."""
        found = self.maybe(tree.FacetRef)
        return found.facet if found else ""

    @property
    def turn(self) -> str:
        """“giảm” or “tăng”, if one of them is said."""
        found = self.maybe(tree.Turn)
        return found.word if found else ""

    @property
    def beside(self) -> str:
        """How the sentence sets a figure beside that of another time (T8); empty if it does not."""
        return next((word for terminal, word in _BESIDE.items() if self.has(terminal)), "")

    @property
    def places(self) -> tuple[tree.PlaceRef, ...]:
        """The places of the plan that stand as tokens."""
        found = self.of("PLACE")
        return tuple(tree.PlaceRef(steps=cast(PlaceText, token.value).steps, written=token.text, span=token.span) for token in found)

    @property
    def wave(self) -> int:
        """The ordinal of the first wave that is named; 0 if none is."""
        return next((cast(int, token.value) for token in self.of("WAVE")), 0)

    @property
    def count_of_waves(self) -> int:
        """How many waves “cả hai đợt” speaks of; 0 where it is not said."""
        return next((cast(int, token.value) for token in self.of("WAVES")), 0)

    @property
    def due_day(self) -> tree.DateRef | Recurring:
        """The day of a deadline, once or again and again."""
        return self.dates[0] if self.has("DATE") else _recurring(self.of("RECURRING")[0])

    @property
    def quoted(self) -> str:
        """The words of the first quotation; empty if there is none."""
        return next((str(token.value) for token in self.of("QUOTED")), "")


def counted(token: Lexeme) -> int | None:
    """“cả hai”, “đủ 03”: how many there are; None where the words say none (“tất cả các”)."""
    last = token.text.casefold().split()[-1]
    return int(last) if last.isdecimal() else NUMBER_WORDS.get(last)


def name_of(token: Lexeme) -> tree.NameRef:
    """The declared name that a token stands for."""
    name = cast(Name, token.value)
    return tree.NameRef(kind=name.kind.value, canonical=name.canonical, facet=name.facet, span=token.span)


def _date(token: Lexeme) -> tree.DateRef:
    day = cast(DateText, token.value)
    return tree.DateRef(day=day.day, month=day.month, year=day.year, written=token.text, span=token.span)


def _recurring(token: Lexeme) -> Recurring:
    found = cast(RecurringText, token.value)
    return Recurring(day=found.day, month=found.month, every=found.every, written=token.text, span=token.span)


def _moment(token: Lexeme) -> tree.Moment:
    match token.value:
        case DateText():
            return tree.Moment(day=_date(token), written=token.text, span=token.span)
        case MonthText(month=month, year=year):
            return tree.Moment(month=month, year=year, written=token.text, span=token.span)
        case YearMark(year=year):
            return tree.Moment(of_year=True, year=year, written=token.text, span=token.span)
    return tree.Moment(written=token.text, span=token.span)


def shared(places: tuple[tree.PlaceRef, ...]) -> tuple[tree.PlaceRef, ...]:
    """“khoản 2 và khoản 3 mục III”: what stands around the last place stands around those of its level before it."""
    found: list[tree.PlaceRef] = []
    for place in reversed(places):
        around = found[-1].steps if found else place.steps
        beside = len(around) - len(place.steps)
        if beside > 0 and _level(around[beside]) == _level(place.steps[0]):
            place = replace(place, steps=around[:beside] + place.steps)
        found.append(place)
    return tuple(reversed(found))


def _level(step: str) -> tuple[bool, bool, int, str]:
    """Steps are of one level that are of one kind: Roman, figure, “3.1”, letter, dash."""
    sign = step[:1] if step[:1] in "-+·*" else ""
    return step.isupper(), step.isdigit(), step.count("."), sign


def figure_of(token: Lexeme) -> tree.Figure:
    """The figure that a token of a number stands for."""
    found = cast(FigureText, token.value)
    return tree.Figure(
        value=found.value,
        unit=found.unit,
        factor=found.factor,
        written=token.text,
        right=found.right,
        start=token.start,
        span=token.span,
    )
