"""Sentences of awards (A) → levels."""

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.model.rules import AwardLevel, AwardLevels
from thads_dsl.syntax import award_tree
from thads_dsl.syntax.sentences import Sentence


def award_levels(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.AwardLevels) -> None:
    """A1: the awards and who gives them."""
    levels = tuple(AwardLevel(level.award, level.posts, level.proposed) for level in node.levels)
    lowering.rules.append(AwardLevels(**lowering.header(line, sentence), levels=levels))
