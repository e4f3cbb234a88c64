"""What an example with a table does not say, so that it is not known who is given an award: the steps that would say it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from thads_dsl.model.inputs import judgments, questions
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Proposal
from thads_dsl.model.statistics import Row, Statistics

NO_SANCTION, _NOT_LEFT_OUT, _JUDGED = "Và không bị kỷ luật", "Và không thuộc trường hợp không xét", "Hội đồng bình xét"
_SUPPOSABLE = (NO_SANCTION, _NOT_LEFT_OUT, _JUDGED)
_OPEN = (Proposal.PENDING.value, Proposal.WAITS.value)


def lacking(said: str, with_more: Callable[[frozenset[str]], str]) -> tuple[tuple[str, ...], bool]:
    """The fewest steps after which what is `said` of a row is known, and whether the council's judgment is wanted too.

    `with_more` says it with some of them. Nothing where it is known already, or where figures lack.
    """
    if said not in _OPEN:
        return (), False
    tried = (frozenset(steps) for count in range(1, len(_SUPPOSABLE) + 1) for steps in combinations(_SUPPOSABLE, count))
    found = next((steps for steps in tried if with_more(steps) not in _OPEN), frozenset[str]())
    return tuple(step for step in _SUPPOSABLE[:2] if step in found), _JUDGED in found


def supposing(plan: Plan, statistics: Statistics, steps: frozenset[str]) -> Statistics:
    """The statistics with what some steps say besides: nobody punished, nobody left out, all that is open judged well."""

    def filled(row: Row) -> Row:
        open_ = {key: True for key in judgments(plan, row.base) if _JUDGED in steps and row.judgments.get(key) is None}
        left_out = dict.fromkeys(questions(plan, row.base), False) if _NOT_LEFT_OUT in steps else {}
        return replace(row, judgments={**row.judgments, **open_, **left_out})

    return replace(
        statistics,
        collectives=tuple(map(filled, statistics.collectives)),
        individuals=tuple(map(filled, statistics.individuals)),
        sanctions=() if NO_SANCTION in steps else statistics.sanctions,
    )
