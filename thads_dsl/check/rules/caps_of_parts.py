"""TH958: a cap on a part of the chosen that is more than all of them, and caps that leave a place to nobody."""

from collections.abc import Iterator
from itertools import combinations

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.made_up import together
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH958
from thads_dsl.model.award_places import Composition
from thads_dsl.model.rules import Quota
from thads_dsl.syntax import award_tree


def caps_of_parts(facts: Facts) -> Iterator[Diagnostic]:
    """Each number of places with such a cap; where nothing can be chosen at all, that is told instead (TH561)."""
    for quota in facts.plan.quotas:
        for part in quota.compositions:
            if part.capped and (part.count > 100 if part.percent else quota.limit is not None and quota.limit < part.count):
                yield _beyond_all(facts, quota, part)
        # Of a share of the chosen an odd number may leave one place empty where an even one does not: nobody has slipped.
        for one, other in combinations([part for part in quota.compositions if not part.percent], 2):
            most = _most_chosen(facts, quota, one, other)
            if quota.limit is not None and 0 < most < quota.limit:
                yield _left_empty(facts, quota, (one, other), most)


def _most_chosen(facts: Facts, quota: Quota, one: Composition, other: Composition) -> int:
    """How many can be chosen at most as two parts ask; 0 where none can."""
    every = range(quota.limit or 0, 0, -1)
    return next((chosen for chosen in every if together(facts, one, other, chosen)), 0)


def _beyond_all(facts: Facts, quota: Quota, part: Composition) -> Diagnostic:
    who = quota.subject.base.value
    whole = f"{quota.limit:02d} {who}" if quota.limit is not None else f"số {who} được chọn"
    return Diagnostic(
        code=TH958,
        message=f"{part.words} trong {whole}",
        at=Label(facts.spans[quota.id]),
        also=tuple(_said_below(facts, quota, part)),
        why=f"Mức của một phần lớn hơn tất cả, nên không giới hạn ai: cả {whole} có thể là {part.subject.name}. Có lẽ một con số ghi nhầm.",
    )


def _said_below(facts: Facts, quota: Quota, part: Composition) -> Iterator[Label]:
    """The sentence of its own that says the part, where one does."""
    below = (each for line in facts.draft.lines if line.item.number > quota.line for each in line.sentences)
    for sentence in below:
        said = sentence.statement
        if isinstance(said, award_tree.Compositions) and any(each.amount and each.amount.value == part.count for each in said.parts):
            yield Label(sentence.passage.span())
            return


def _left_empty(facts: Facts, quota: Quota, parts: tuple[Composition, Composition], most: int) -> Diagnostic:
    said = " và ".join(part.words for part in parts)
    return Diagnostic(
        code=TH958,
        message=f"{said}: chọn được nhiều nhất {most:02d} trong {quota.limit:02d} {quota.subject.base.value}",
        at=Label(facts.spans[quota.id]),
        why=f"Chọn đủ {quota.limit:02d} thì không theo được cả hai mức, nên luôn có suất bỏ trống. Có lẽ một con số ghi nhầm.",
    )
