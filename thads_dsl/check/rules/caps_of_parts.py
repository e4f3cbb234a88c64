"""TH958: a cap on a part that is more than that on all of them, and caps that leave a place to nobody."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from thads_dsl.check.facts import Facts
from thads_dsl.check.kinds import with_above
from thads_dsl.check.rules.made_up import together
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH958
from thads_dsl.model.award_places import Composition
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Subject
from thads_dsl.source import canonical
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
    for whole, lesser in permutations(filter(facts.untouched, facts.plan.quotas), 2):
        if _alike(whole, lesser) and lesser.limit and _holds(facts, whole.subject, lesser.subject):
            yield _beside_the_whole(facts, whole, lesser)


def _alike(whole: Quota, part: Quota) -> bool:
    """Whether two sentences say a number each, of one award in one wave, and neither is about those whom the other chooses."""
    numbers = all(each.limit is not None and not (each.per_unit or each.after or each.by_authority) for each in (whole, part))
    return numbers and (whole.wave, whole.award) == (part.wave, part.award) and whole.place.numbered() == part.place.numbered()


def _holds(facts: Facts, whole: Subject, part: Subject) -> bool:
    """Whether all of a part are of the whole, and it is not the whole itself."""
    if whole.base is not part.base or not part.any_of or whole.where is not None or set(whole.any_of) == set(part.any_of):
        return False
    above = [with_above(facts.draft.vocabulary, name) for name in part.any_of]
    return all(names.isdisjoint(whole.none_of) and not names.isdisjoint(whole.any_of or (whole.base.value,)) for names in above)


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


def _beside_the_whole(facts: Facts, whole: Quota, part: Quota) -> Diagnostic:
    base = whole.subject.base.value
    more = (part.limit or 0) > (whole.limit or 0)
    return Diagnostic(
        code=TH958,
        message=f"{part.subject.name}: {part.limit:02d}, {whole.subject.name}: {whole.limit:02d}",
        at=Label(facts.spans[part.id]),
        also=(Label(facts.spans[whole.id]),),
        why=f"{part.subject.name} cũng là {base}{', mà được nhiều suất hơn' if more else ''}. Máy hiểu là hai số lượng riêng, cộng lại; "
        f"nếu {whole.limit:02d} là tất cả thì {'một con số ghi nhầm' if more else 'ghi phần kia trong cùng một câu'}, "
        f"nếu là của những {base} khác thì ghi rõ đối tượng.",
        ways=() if more else tuple(_within(facts, whole, part)),
    )


def _within(facts: Facts, whole: Quota, part: Quota) -> Iterator[Way]:
    """The number of all with that of a part as one of its own: “05 tập thể, trong đó không quá 03 Chi cục THADS”."""
    item = facts.draft.by_number[whole.line].item
    text = canonical(item.text.text)
    found = re.search(rf"\b0*{whole.limit} (?:{whole.subject.base.value}|người)\b", text)
    if found is not None and not item.of_table and not whole.compositions and part.line != whole.line:
        line = f"{text[: found.end()]}, trong đó không quá {part.limit:02d} {part.subject.name}{text[found.end() :]}"
        yield Way(
            f"Nếu {part.limit:02d} nằm trong {whole.limit:02d} thì bỏ dòng {part.line}, viết dòng {whole.line} là:",
            f"{item.marker} {line}".strip(),
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
