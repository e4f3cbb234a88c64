"""Every other cutting of every sentence of a plan, taken as the compiler would take it: what becomes of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from tests.contract.lattice import Lattice, Walk, lattice, meant
from tests.contract.questions import Question, listening
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import analyse
from thads_dsl.source import Load
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import families
from thads_dsl.syntax.lexer import WORD, Lexeme, folded_for
from thads_dsl.syntax.tree import Statement


@dataclass(slots=True)
class Figures:
    """What was counted."""

    asked: int = 0  # stretches of text of which families were asked
    answered: int = 0  # and that one of them reads
    ways: int = 0  # cuttings in all
    others: int = 0  # cuttings that a family reads, beside the compiler's own
    same: int = 0  # and that say the same
    same_plan: int = 0  # that say it in other words, and give the same plan
    refused: int = 0  # that end in an error

    def add(self, more: "Figures") -> None:
        """Count these too."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(more, each.name))


@dataclass(frozen=True, slots=True)
class Cut:
    """Every other cutting of one plan: the figures, and the cuttings that give another plan."""

    figures: Figures
    different: tuple[str, ...]


def cut(raw: bytes, load: Load) -> Cut:
    """Cuts every sentence of a sound plan in every way; the plan is read again with each cutting that says something else."""
    with listening() as listener:
        plan = analyse("in.plan", raw, load).plan
    assert plan is not None, "only a sound plan has a meaning"
    figures, different = Figures(), []
    for question in listener.heard.values():
        found = lattice(question.pieces, question.names)
        others, plans = list(_others(question, found)), dict[Statement, Plan | None]()
        figures.add(Figures(asked=1, answered=question.answer is not None, ways=found.ways, others=len(others)))
        for tokens, start in others:
            said = read_tokens(tokens, (start,))
            if said is None:  # its constituents do not fit together
                figures.refused += 1
                continue
            if said == question.answer:
                figures.same += 1
                continue
            if said not in plans:
                with listening({question.key: said}):
                    plans[said] = analyse("in.plan", raw, load).plan
            meant = plans[said]
            figures.same_plan += meant == plan
            figures.refused += meant is None
            if meant is not None and meant != plan:
                different.append(f"{start}: {[(each.terminal, each.text) for each in tokens]} instead of {question.answer}")
    return Cut(figures, tuple(different))


def _others(question: Question, found: Lattice) -> Iterator[tuple[tuple[Lexeme, ...], str]]:
    """The cuttings of a sentence that a family reads, but the compiler's own, which must be among them where it has one."""
    own = 0
    for family in families():
        if family.start in question.starts:
            usual = _told(folded_for(family, question.lexemes))
            for tokens in Walk(found, family).cuttings():
                if _told(folded_for(family, tokens)) == usual:
                    own += read_tokens(tokens, (family.start,)) is not None
                else:
                    yield tokens, family.start
    assert own == (question.answer is not None), "the lattice has the compiler's own cutting, once"


def _told(tokens: tuple[Lexeme, ...] | None) -> list[Lexeme]:
    """The tokens, whichever phrase of the same words and terminal each is; what stands before one and says nothing counts in free words."""
    return [replace(token, value=meant(token), skipped=token.skipped if token.terminal == WORD else "") for token in tokens or ()]
