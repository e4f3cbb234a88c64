"""Titles with a name that nobody has declared: the lines below say of nobody else, or of no other statistic, that they are about them."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.unread.suspicion import loose_numbers
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.syntax import points_tree, tree
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName, lacks_statistic, tells_its_kind
from thads_dsl.syntax.name_shapes import could_be
from thads_dsl.syntax.names import NameKind, ends_with_figure
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.unknown_names import unknown_in_title

# Sentences that hold for all units of a points table.
OF_POINTS = (points_tree.PointsTotal, points_tree.PointsCap, points_tree.ClassRow, points_tree.ClassQuota, points_tree.ClassChange)
# “Đơn vị xếp hạng”: what the lines below are about, and nobody.
_CLASSES = re.compile(rf" (?:{'|'.join(map(re.escape, heading_words('class')))})$", re.IGNORECASE)
_LONGEST = 12  # words of a title that is a name


def unknown_title(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """TH201, TH202 of a title that is not read: “2. Tỷ lệ hồ sơ được số hóa”, “1. Đội xe”, “Đối với Phòng A và Đội xe”."""
    if named := _numbered(facts, line, sentence):
        return named
    wanted = set(_wanted_below(facts, line))
    if not wanted:
        return None
    found = unknown_in_title(sentence.passage, sentence.lexemes, facts.draft.names)
    told = found is not None and found.kind in wanted and tells_its_kind(found) and not _CLASSES.search(found.written)
    return not_declared(facts.draft, found) if found is not None and told else None


def under_title(facts: Facts, line: Line) -> Iterator[Line]:
    """The lines that a title stands above: those inside of its item; without a marker those of its own item, up to the next such title."""
    lines = facts.draft.lines
    if line.item.marker or line.item.end > line.index + 1:
        yield from lines[line.index + 1 : line.item.end]
        return
    words, parent = line.item.text.text, line.item.parent
    if parent is None or words[-1:] in (".", ";", ",", ":") or len(words.split()) > _LONGEST:
        return
    for below in lines[line.index + 1 : lines[parent].item.end]:
        if below.item.parent == parent and not below.item.marker and not below.sentences_with_rules:
            return
        yield below


def _numbered(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """“1. Tổ tuyên truyền số 3” above others: a number that is no figure of a rule, since all of the title is a name."""
    said, written = says(sentence.passage.text), sentence.passage.text
    kind = next((kind for kind in (NameKind.SUBJECT, NameKind.REWARD) if kind.value == said), None)
    numbers = loose_numbers(sentence.lexemes)
    if kind is None or not numbers or line.item.end == line.index + 1 or len(written.split()) > _LONGEST:
        return None
    whole = could_be(written, kind) and not ends_with_figure(written) and all(each.terminal == "NUMBER" for each in numbers)
    return not_declared(facts.draft, UnknownName(kind, written, sentence.passage.span())) if whole else None


def _wanted_below(facts: Facts, line: Line) -> Iterator[NameKind]:
    """The kinds of names that targets below a line lack, and that no line between them gives; of totals and classes, whose they are."""
    for below in under_title(facts, line):
        for statement in (sentence.statement for sentence in below.sentences):
            if isinstance(statement, tree.Target) and lacks_statistic(statement) and below.scope.quantity is None:
                yield NameKind.QUANTITY
            if isinstance(statement, tree.Target) and not statement.subjects and below.scope.subjects == line.scope.subjects:
                yield NameKind.SUBJECT
            if isinstance(statement, OF_POINTS) and below.scope.subjects == line.scope.subjects:
                yield NameKind.SUBJECT
