"""VÍ DỤ: the plan owner's own worked examples, read and run against the plan (user guide, “Ví dụ để tự kiểm tra”)."""

from collections.abc import Iterator

from thads_dsl.check import Draft
from thads_dsl.check.unread.ragged_rows import uneven_rows
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.examples.groups import is_group, run_group
from thads_dsl.examples.outcomes import judged_outcomes
from thads_dsl.examples.ratings import is_rating, run_rating
from thads_dsl.examples.steps import read_examples
from thads_dsl.model.plan import Plan

__all__ = ["run_examples"]


def run_examples(draft: Draft, plan: Plan | None) -> Iterator[Diagnostic]:
    """Complaints about examples that cannot be read; with a plan, also about those that do not hold.

    One whose table has a cell too few or too many is not read.
    """
    for example in draft.outline.examples:
        if uneven := tuple(told for rows in example.tables for told in uneven_rows(rows)):
            yield from uneven
            continue
        if is_group(draft, example):
            yield from (run_rating if is_rating(example) else run_group)(draft, plan, example)
            continue
        read, complaints = read_examples(draft, example)
        yield from complaints
        if plan is not None:
            for each in read:
                yield from judged_outcomes(draft, plan, each)
