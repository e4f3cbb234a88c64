"""What a rule of checking looks at: the draft, and what was understood of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thads_dsl.check.draft import Draft
from thads_dsl.check.lowering import Once
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.regions import Region
from thads_dsl.model.rules import Rule, Target
from thads_dsl.model.statistics import Subject
from thads_dsl.source import Span
from thads_dsl.syntax.tree import Band, NameRef


@dataclass(frozen=True, slots=True)
class Facts:
    """A draft, the plan that it would be, and where each rule, and the band of each target, was read, by its id."""

    draft: Draft
    plan: Plan
    spans: dict[str, Span]
    bands: dict[str, Span]
    doubtful: frozenset[int] = frozenset()  # indexes of lines with an error: what is concluded from them would only follow from it
    wrong: frozenset[int] = frozenset()  # the numbers of the lines of the file, of a table those of its rows, that have one
    touched: frozenset[int] = frozenset()  # the numbers of the doubtful lines, and of those under one; of a table only where its heading is
    of_unread: frozenset[int] = frozenset()  # the numbers of the lines that speak of a group whose definition is not read
    targetless: frozenset[int] = frozenset()  # of the wrong, lines that lack nothing but a target that they speak of
    of_nobody: frozenset[int] = frozenset()  # of the doubtful, lines with a group of which nobody knows whose it is
    half_read: frozenset[int] = frozenset()  # of these, lines with a sentence that is none of their rules, yet may be a row of a table
    unsettled: tuple[Target, ...] = ()  # rows of tables whose goal has an error; their bands are known
    # Of these, the lines that only name somebody unknown: of others than those whom their names begin with they say nothing.
    of_strangers: Mapping[int, frozenset[str]] = field(default_factory=dict)
    parts: Mapping[str, tuple[Band, ...]] = field(default_factory=dict)  # the bands of a target that must all hold, as written
    joint: Mapping[str, str] = field(default_factory=dict)  # of a row for some of those whom its sentence names: how all are named
    settled: Mapping[tuple[str, str], Sequence[Once]] = field(default_factory=dict)  # the places that settle what can be but once
    left_out: Sequence[tuple[Subject, NameRef]] = ()  # of whom, who, behind each “trừ”
    within: Mapping[str, Region] = field(default_factory=dict)  # in which figures all bands of a target lie, where that is said around it

    def untouched(self, *rules: Rule) -> bool:
        """Whether no error stands on the lines of these rules, nor on one that they are read under."""
        return all(rule.line not in self.touched and self.spans[rule.id].line not in self.wrong for rule in rules)

    @property
    def whole_tables(self) -> Iterator[PointsTable]:
        """The points tables of which every row is read: of the others no sum and no range is known."""
        lines = self.doubtful_lines
        if self.draft.amended is not None and lines:
            return iter(())  # what stands in a row may be said in any line
        return (table for table in self.plan.points if table.line not in lines)

    @property
    def doubtful_lines(self) -> frozenset[int]:
        """The numbers of those lines, as rules have them."""
        return frozenset(self.draft.lines[index].item.number for index in self.doubtful)
