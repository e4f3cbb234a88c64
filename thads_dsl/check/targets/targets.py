"""Target sentences (T, with their bands B) → targets."""

import re
from dataclasses import replace

from thads_dsl.check.awards.standards import award_meant, item_apart
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Header, Lowering
from thads_dsl.check.names.spelt import nearly_spelt
from thads_dsl.check.names.subjects import subject, ungrouped, without
from thads_dsl.check.opening import opens
from thads_dsl.check.scoping import same_names, wave_label
from thads_dsl.check.targets.facets import facet_of_goal, where_said
from thads_dsl.check.targets.figures import exact, nothing_inside
from thads_dsl.check.targets.goals import wanted
from thads_dsl.check.targets.head_counts import head_count, head_count_ways
from thads_dsl.check.targets.on_average import mean_of_whom
from thads_dsl.check.targets.quantities import known_quantity, ratio, written_ratio
from thads_dsl.check.targets.regions import both, region_of, takes_nothing
from thads_dsl.check.targets.remaining import around
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH211, TH217
from thads_dsl.model.regions import Region
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Subject
from thads_dsl.model.units import Facet
from thads_dsl.source import Passage, Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.sentences import Sentence

_SAYS_NOTHING = "|".join(sorted({*heading_words("filler"), *heading_words("asked")}, key=len, reverse=True))
# “Chỉ tiêu về việc (%)”, “Chỉ tiêu giao (%) về tiền”: of what, the heading does not say.
_SIDE = re.compile(rf"(?:(?:{_SAYS_NOTHING})\s*)*(?:\(%\)\s*)?(?P<side>về (?:việc|tiền))(?:\s*\(%\))?", re.IGNORECASE)
_SIDE_BEFORE = re.compile(r"\bvề (?:việc|tiền)[\s:]*$", re.IGNORECASE)


def is_rule(line: Line, target: tree.Target) -> bool:
    """Whether a sentence that reads as a target is one: “đạt và vượt chỉ tiêu được giao” alone, where no rule is expected, is prose."""
    if line.item.aside and head_count(line, target) is not None:
        return False
    figures = any(goal.comparison is not None for goal in target.goals)
    named = target.subjects or target.having or (target.wanted and (target.wanted.quantity or target.wanted.share))
    return bool(figures or named or line.scope.expects_rules or not target.goals)


def lower_target(lowering: Lowering, line: Line, sentence: Sentence, target: tree.Target) -> None:
    """One target for each goal of the sentence, or the rows of the same list that “không áp dụng” speaks of."""
    if target.waves is not None and target.waves.one:
        line = replace(line, scope=replace(line.scope, wave=wave_label(target.waves.one)))
    who = whose(lowering, line, target) if mean_of_whom(lowering, line, target) else None
    if not target.goals:
        lowering.exempt.append((line, sentence, target))
        return
    assert target.wanted is not None
    name = _quantity(lowering, line, target, target.wanted)
    if name is None or target.left_out:
        return
    for goal in target.goals:
        _lower_goal(lowering, line, sentence, target, goal, name, who)


def whose(lowering: Lowering, line: Line, target: tree.Target) -> Subject | None:
    """Whom a sentence is for: its own subjects, or those of its context."""
    phrases, scope = target.subjects, line.scope
    if not phrases and _is_leftover(line, target):
        phrases, scope = scope.subjects, replace(scope, subjects=around(lowering, scope.subjects[0]))
    found = subject(lowering, _whole(phrases), scope, target.span)
    return found if found is None else without(lowering, found, tuple(each.name for each in target.but_for), target.span)


def _is_leftover(line: Line, target: tree.Target) -> bool:
    """Whether a row is for “các đơn vị còn lại”, said in it or before its colon: what is left is known when its list is read."""
    return any(phrase.remaining for phrase in _own_phrases(line, target))


def _own_phrases(line: Line, target: tree.Target) -> tuple[tree.Subject, ...]:
    """Whom a row names, in it or before its colon."""
    return target.subjects or tuple(phrase for phrase in line.scope.subjects if phrase.span.line == line.item.number)


def _whole(phrases: tuple[tree.Subject, ...]) -> tuple[tree.Subject, ...]:
    return tuple(replace(phrase, remaining=False) for phrase in phrases)


def _lower_goal(
    lowering: Lowering, line: Line, sentence: Sentence, target: tree.Target, goal: tree.Goal, name: tree.NameRef, who: Subject | None
) -> None:
    facet, known = facet_of_goal(lowering, line, target, goal, name.canonical)
    if not known:
        return
    context = where_said(lowering, line)
    found = wanted(lowering, line, goal, name, facet, context)
    sound, region = region_meant(lowering, line, target, facet, context, who)
    if who is None or not sound:
        return
    quantity = found.quantity if found else known_quantity(lowering, name.canonical, facet, line.scope.wave)
    row = Target(
        **target_header(lowering, line, sentence, target),
        subject=ungrouped(who),
        facet=facet,
        region=region,
        quantity=quantity.key,
        goal=None,
        period=lowering.period_of(line.scope),
        award=award_meant(lowering.draft, line.scope) if line.scope.lead_in is not None else "",
        item="" if region is not None else item_apart(line, sentence.passage.span()),
    )
    wider = wider_region(lowering, line, target, facet, context, who)
    if wider is not None and region != wider:
        lowering.within[row.id] = wider
    if found is None:
        lowering.unsettled.append(row)
        return
    wished = each = goal.aspiration
    while each is not None:
        lowering.settle(goal.span, "mức phấn đấu", each.span, each.figure.value)
        each = each.before
    lowering.rules.append(
        replace(
            row,
            measure=found.measure,
            against=found.against.key if found.against else None,
            goal=found.goal,
            aspiration=lowering.take(exact(wished.figure, found.unit, ())) if wished else None,
        )
    )


def region_meant(
    lowering: Lowering, line: Line, target: tree.Target, facet: Facet | None, context: tuple[Label, ...], who: Subject | None
) -> tuple[bool, Region | None]:
    """The sentence's own bands, else those of its context, within the wider ones and the group that the subject is.

    False with a complaint.
    """
    wider = wider_region(lowering, line, target, facet, context, who)
    having = target.having or line.scope.having
    if having is None or (having.rest and not having.bands):
        return True, wider
    own = region_of(lowering, line.scope, having, facet, context)
    found = both(wider, own)
    if own is None or found is None:
        return False, None
    if wider is not None and takes_nothing(lowering, found) and not takes_nothing(lowering, own):
        lowering.found.append(nothing_inside(having, wider.text))
        return False, None
    return True, found


def wider_region(
    lowering: Lowering, line: Line, target: tree.Target, facet: Facet | None, context: tuple[Label, ...], who: Subject | None
) -> Region | None:
    """Inside of which figures the bands of a row lie: those of the group that it is for, and those that the lines around it say."""
    scope, found = line.scope, who.where if who else None
    own = not target.subjects or same_names(target.subjects, scope.subjects)
    around = (*scope.around, *([scope.having] if scope.having and target.having else [])) if own else ()
    for having in around:
        if not having.rest:
            found = both(found, region_of(lowering, scope, having, facet, context))
    return found


def target_header(lowering: Lowering, line: Line, sentence: Sentence, target: tree.Target) -> Header:
    """The fields that every target has, kept with its band and whether it is for what others leave."""
    header = lowering.header(line, sentence)
    having = target.having or line.scope.having
    if having is not None:
        at = having.bands[0].band.span if len(having.bands) == 1 and not having.rest else having.span
        if target.having is not None or at.line == lowering.spans[header["id"]].line:  # before the colon of its own line
            lowering.bands[header["id"]] = at
    if target.having is not None and target.having.every and not target.having.either and not target.having.rest:
        lowering.parts[header["id"]] = tuple(each.band for each in target.having.bands)
    if any(phrase.apart for phrase in _own_phrases(line, target)):
        lowering.aparts.add(header["id"])
    if _is_leftover(line, target):
        lowering.leftovers.add(header["id"])
    elif target.having is not None and target.having.rest:
        lowering.rests.add(header["id"])
    return header


def _quantity(lowering: Lowering, line: Line, target: tree.Target, goals: tree.Goals) -> tree.NameRef | None:
    """The statistic of the sentence or its context; a share by the words around its figure."""
    if goals.share is not None:
        return _share(lowering, goals.share)
    name = goals.quantity or line.scope.quantity
    if name is None:
        lowering.found.append(_no_quantity(lowering, line, target))
    elif goals.out_of is not None:
        return _out_of(lowering, name, goals.out_of)
    return name


def _out_of(lowering: Lowering, name: tree.NameRef, whole: tree.OutOf) -> tree.NameRef | None:
    """“tỷ lệ thi hành xong … trên tổng số có điều kiện thi hành”: the rate of that numerator and this denominator."""
    found = ratio(lowering, name.canonical, whole.name.canonical)
    if found is None:
        lowering.found.append(_no_ratio(whole, written_ratio(lowering, name.canonical, whole.name.canonical)))
        return None
    return replace(name, canonical=found)


def _share(lowering: Lowering, share: tree.Share) -> tree.NameRef | None:
    known = lowering.draft.vocabulary.shares
    name = next((name for before, after, name in known if (before, after) == (share.of, share.within)), None)
    if name is None and len(share.names) > 1:
        name = ratio(lowering, *(each.canonical for each in share.names))
    if name is None:
        written = f"{share.of} … {share.within}".strip()
        lowering.found.append(nearly_spelt(lowering.draft, _no_share(share, written), written))
        return None
    return tree.NameRef(kind="QUANTITY", canonical=name, span=share.span)


def _no_ratio(whole: tree.OutOf, formula: str) -> Diagnostic:
    return Diagnostic(
        code=TH217,
        message=f"“… trên {whole.name.canonical}”",
        at=Label(whole.span),
        why="Chưa có số liệu nào là tỷ lệ có tử số và mẫu số như câu này.",
        ways=(Way("Thêm vào mục SỐ LIỆU VÀ CÁCH TÍNH:", f"- tỷ lệ …: % = {formula}"),),
    )


def _no_share(share: tree.Share, written: str) -> Diagnostic:
    return Diagnostic(
        code=TH217,
        message=f"“{written}”",
        at=Label(share.span),
        why="Hai phần này có trong cách viết của những số liệu khác nhau, chưa có số liệu nào viết như vậy.",
        ways=(Way("Thêm vào mục SỐ LIỆU VÀ CÁCH TÍNH:", f"- tỷ lệ …: % = … / …. Cách viết: “{written}”"),),
    )


def _no_quantity(lowering: Lowering, line: Line, target: tree.Target) -> Diagnostic:
    """“hoàn thành chỉ tiêu được giao về việc và về tiền”: the most usual sentence of all does not say which statistic is assigned."""
    assigned = all(goal.kind == "được giao" for goal in target.goals)
    facets = " và ".join(dict.fromkeys(goal.facet for goal in target.goals if goal.facet)) or "về việc và về tiền"
    who = " và ".join(lowering.draft.source.quote(each.span) for each in target.subjects)
    counted = head_count(line, target)
    rated = _as_rate(lowering, line, target.goals[0]) if counted is None else head_count_ways(line, counted)
    example = f"{who} đạt chỉ tiêu được giao về tỷ lệ thi hành xong trên có điều kiện {facets}".strip()
    return Diagnostic(
        code=TH211,
        message="câu này chưa nói số liệu nào phải đạt",
        at=Label(target.goals[0].span),
        why="Một chỉ tiêu phải có tên số liệu, ví dụ “tỷ lệ thi hành xong trên có điều kiện”.",
        ways=(Way("Ghi rõ số liệu, ví dụ:", example),) if assigned else rated,
        lacks=Lack.STATISTIC,
    )


def _as_rate(lowering: Lowering, line: Line, goal: tree.Goal) -> tuple[Way, ...]:
    """“Chi cục đạt 80% về việc”: nearly always the rate of what is enforced; of a cell the heading of its table says so."""
    comparison, rate = goal.comparison, "tỷ lệ thi hành xong trên có điều kiện"
    if goal.kind or comparison is None or comparison.figure.unit != "%" or lowering.draft.vocabulary.quantity(rate) is None:
        return ()
    if line.item.rows:
        return _in_heading(line.item.rows[0], rate)
    if (whole := _above_all(lowering, line, rate)) is not None:
        return (whole,)
    written = lowering.draft.source.quote(_with_its_side(lowering, goal, comparison.span))
    meant = f"{rate.capitalize()} {written.lower()}" if written[0].isupper() else f"{rate} {written}"
    return (Way(f"Nếu là {rate}, dán dưới dòng {goal.span.line}:", f"Hiểu là: cụm từ “{written}” là “{meant}”"),)


def _with_its_side(lowering: Lowering, goal: tree.Goal, figure: Span) -> Span:
    """“về việc 80%” of “về việc 80%, về tiền 45%”: named between the two, the statistic would be that of the second figure only."""
    before = lowering.draft.source.quote(Span(figure.line, 0, figure.start))
    side = _SIDE_BEFORE.search(before) if goal.facet else None
    return figure if side is None else replace(figure, start=side.start())


def _above_all(lowering: Lowering, line: Line, rate: str) -> Way | None:
    """“- Về việc:” above several lines with the statistic in it: said there, it is said for all of them."""
    above = None if line.item.parent is None else lowering.draft.lines[line.item.parent]
    side = _SIDE.fullmatch(above.item.text.text.removesuffix(":")) if above is not None and opens(above) else None
    if above is None or side is None:
        return None
    said = f"{rate[0].upper()}{rate[1:]} {side['side'].lower()}"
    if lowering.draft.issued:
        return Way(f"Nếu là {rate}, dán dưới dòng {above.item.number}:", f"Hiểu là: cụm từ “{side[0]}” là “{said}”")
    return Way(f"Nếu là {rate}, sửa dòng {above.item.number} thành:", f"{above.item.marker} {said}:")


def _in_heading(row: Passage, rate: str) -> tuple[Way, ...]:
    """The heading of a table with the statistic before each “về việc”, “về tiền”; nothing where other words stand beside them."""
    written = [cell.text for cell in cells(row)]
    sides = [_SIDE.fullmatch(heading) for heading in written]
    if not any(sides) or any("về" in heading.casefold().split() and side is None for heading, side in zip(written, sides, strict=True)):
        return ()
    named = [
        heading if side is None else f"{rate[0].upper()}{rate[1:]} {side['side'].lower()}{' (%)' if '%' in heading else ''}"
        for heading, side in zip(written, sides, strict=True)
    ]
    return (Way(f"Nếu là {rate}, sửa dòng {row.line} thành:", f"| {' | '.join(named)} |"),)
