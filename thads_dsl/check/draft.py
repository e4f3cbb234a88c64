"""What checking works on: the lines as read, each sentence with the context it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.model.place import Place
from thads_dsl.source import Passage, SourceText, Span
from thads_dsl.syntax import condition_tree, date_tree, tree
from thads_dsl.syntax.names import Name, NameTable
from thads_dsl.syntax.outline_tree import Item, Note, Outline
from thads_dsl.syntax.sentences import ReadText, Sentence, any_of_items
from thads_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Restated:
    """What the notes under a line make of it: the text with phrases put right, and the sentences that stand for it (None: its own)."""

    text: Passage
    sentences: tuple[Sentence, ...] | None
    notes: tuple[Note, ...]
    corrections: tuple[tuple[str, str], ...] = ()  # in the author's characters
    rows: tuple[Passage, ...] = ()  # of a table, with the words of its cells put right
    originals: tuple[Passage, ...] = ()  # what each of the notes is about: the line, or a cell


@dataclass(frozen=True, slots=True)
class Scope:
    """What the lines around a sentence say for it; what nobody says is empty."""

    subjects: tuple[tree.Subject, ...] = ()
    strangers: tree.Strangers | None = None  # instead of subjects: somebody that nobody has declared
    facet: str = ""
    having: tree.Having | None = None
    around: tuple[tree.Having, ...] = ()  # bands of wider contexts, inside of which those of `having` lie; outermost first
    quantity: tree.NameRef | None = None
    turn: str = ""  # “giảm” or “tăng” before the quantity
    versus: tree.Versus | None = None
    banded: tree.NameRef | None = None  # the statistic of bands that name none, in a table
    measured: date_tree.Measured | None = None
    lead_in: condition_tree.LeadIn | None = None
    within: tuple[condition_tree.ItemsLeadIn, ...] = ()  # lists inside of the lead-in's, outermost first
    excluding: bool = False  # under “Không xét …:”
    left_out_of: str = ""  # the one award that such a list is about; empty: every award
    expects_rules: bool = False
    scored: bool = False  # below a points table for the same ones: what the council judges of them stands in the table
    award: str = ""  # that a heading or the words before a colon name
    each_wave: bool = False  # the same in every wave
    amending: bool = False  # in a plan that amends a points table
    among: tuple[str, ...] = ()  # in these of them; empty: in all
    wave: str = ""  # “đợt 1”; empty: the whole campaign


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the body as read."""

    index: int
    item: Item
    restated: Restated
    read: ReadText
    scope: Scope

    @property
    def place(self) -> Place:
        """Where it stands in the outline."""
        return Place(self.item.steps)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """As meant: restated ones instead of the author's."""
        return self.read.sentences if self.restated.sentences is None else self.restated.sentences

    @property
    def lists_some(self) -> bool:
        """Whether the line itself lists items behind its colon of which some are asked: “một trong các tiêu chuẩn sau: …; …”."""
        return not self.read.opens and self.read.context is not None and any_of_items(self.read.context.statement)

    @property
    def sentences_with_rules(self) -> bool:
        """Whether any sentence of it is read."""
        return any(sentence.statement is not None for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands; `dated`: in a sentence that cites a document of its time, which names what there was then."""

    name: Name
    written: str
    span: Span
    read: bool = False  # in a sentence that a family reads
    excluding: bool = False  # where the sentence, or its context, leaves a part out
    dated: bool = False
    printed: bool = True


@dataclass(frozen=True)
class Draft:
    """A plan that is read and not yet understood."""

    source: SourceText
    outline: Outline
    vocabulary: Vocabulary
    names: NameTable
    population: Sentence | None  # the key `Đối tượng thi đua:`
    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...] = ()  # in the order of the text
    day: date | None = None  # that the plan is of: on it its bodies must exist
    amended: AmendedTable | None = None  # the points table that the lines make of another one

    def key(self, name: str) -> str:
        """The folded value of a key of the front matter, of the first document that has it, or empty."""
        return next((key.value.text for key in self.outline.every_key if key.name == name), "")

    @cached_property
    def by_number(self) -> dict[int, Line]:
        """The lines by their number in the file."""
        return {line.item.number: line for line in reversed(self.lines)}

    @cached_property
    def contexts(self) -> tuple[Line, ...]:
        """The lines that say something of those below them."""
        return tuple(line for line in self.lines if line.read.context is not None)

    @property
    def issued(self) -> bool:
        """Whether the text is issued already, so that only `Hiểu là:` may change its reading."""
        return "ban hành" in self.key("tình trạng").casefold()
