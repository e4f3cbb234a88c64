"""TH112: forms with several readings; each reading is offered as a ready line."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from thads_dsl.check.awards.compositions import doubtful_run
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.notes.written import phrase_note
from thads_dsl.check.targets.goals import is_share_of_base
from thads_dsl.check.unread.ranges import Doubt, ranges_of
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH112
from thads_dsl.model.units import number
from thads_dsl.source import SourceText, Span
from thads_dsl.syntax import award_tree, tree

_BEFORE = Fraction(40)  # percent, of the example that shows how far two readings of a rise lie apart


def two_readings(facts: Facts) -> Iterator[Diagnostic]:
    """Each form that has several readings, in the order of the text."""
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        for sentence in line.sentences:
            yield from (_told(each) for each in ranges_of(facts, line, sentence))
            if isinstance(sentence.statement, tree.Target):
                yield from _of_target(facts, line, sentence.statement)
            if isinstance(sentence.statement, award_tree.Quota | award_tree.Chosen):
                yield from _both_keys(facts.draft.source, line, sentence.statement)
            if isinstance(sentence.statement, award_tree.Quota):
                yield from _quota(facts.draft.source, line, sentence.statement)
            if isinstance(sentence.statement, award_tree.Quota | award_tree.Compositions):
                yield from _made_up(facts.draft.source, line, sentence.statement)


def has_readings(goal: tree.Goal) -> bool:
    """Whether a goal has several readings by its form alone."""
    return goal.comparison is not None and (goal.comparison.form == "T?" or _is_falling_below(goal))


def _is_falling_below(goal: tree.Goal) -> bool:
    return goal.kind == "giảm" and goal.comparison is not None and goal.comparison.sign == "<"


def _of_target(facts: Facts, line: Line, target: tree.Target) -> Iterator[Diagnostic]:
    if (bare := target.left_out) and bare.comparison and target.goals[0].comparison:
        yield _left_out(target.goals[0].comparison, bare, bare.comparison)
    for goal in target.goals:
        if goal.aspiration and goal.aspiration.turn not in ("", goal.kind or line.scope.turn):
            yield _turned_round(goal.aspiration, "không cùng chiều với con số đứng trước")
        comparison = goal.comparison
        if goal.aspiration and comparison and _falls_short(goal.aspiration.figure, comparison):
            yield _turned_round(goal.aspiration, f"chưa bằng mức phải đạt ({comparison.figure.written})")
        if comparison is None:
            continue
        if comparison.form == "T?":
            yield _of_form(comparison)
        elif _is_falling_below(goal):
            yield _falling_below(goal, comparison)
        elif _is_rate_by_percent(facts, line, target, goal):
            yield _rate_by_percent(goal, comparison)
        elif goal.versus and not goal.kind and not line.scope.turn and _is_reached_or_risen(facts, line, target, comparison):
            yield _reached_or_risen(facts.draft.source, goal.versus, comparison, _is_rate(facts, line, target))


def _of_form(found: tree.Comparison) -> Diagnostic:
    if found.other:
        return _between(found)
    return _up_to(found) if found.sign == "≤" else _exceeding(found)


def _is_reached_or_risen(facts: Facts, line: Line, target: tree.Target, comparison: tree.Comparison) -> bool:
    """“80% so với năm trước” of a rate, “500 việc so với năm trước”: but a count of 105% is one of 5% more."""
    return not is_share_of_base(comparison.figure, _is_rate(facts, line, target))


def _is_rate(facts: Facts, line: Line, target: tree.Target) -> bool:
    name = (target.wanted.quantity if target.wanted else None) or line.scope.quantity
    known = facts.draft.vocabulary.quantity(name.canonical) if name else None
    return bool(known and known.under)


def _is_rate_by_percent(facts: Facts, line: Line, target: tree.Target, goal: tree.Goal) -> bool:
    """“tỷ lệ tăng 2%”: of a percentage a rise is told in points, or as a share of it."""
    turned = goal.kind in ("tăng", "giảm") or (not goal.kind and bool(line.scope.turn))
    return bool(_is_rate(facts, line, target) and turned and not goal.of_base and goal.comparison and goal.comparison.figure.unit == "%")


def _ways(line: int, written: str, readings: Iterable[tuple[str, str]]) -> tuple[Way, ...]:
    """One line to paste for each reading: what it says of an example, and the words that say it."""
    return tuple(Way(f"{said}, dán dưới dòng {line}:", phrase_note(written, meant)) for said, meant in readings)


def _between(found: tree.Comparison) -> Diagnostic:
    assert found.other is not None
    low, high = _with_unit(found.figure.written, found.other.written), found.other.written
    turned = _falls_short(found.other, found)
    if turned:
        low, high = high, low
    readings = ((f"Nếu {low} là đạt", f"từ {low} trở lên, phấn đấu {high}"), (f"Nếu phải đến {high}", f"từ {high} trở lên"))
    return Diagnostic(
        code=TH112,
        message=f"“{found.written}”: một chỉ tiêu, hai con số{', số sau nhỏ hơn số trước' if turned else ''}",
        at=Label(found.span),
        why=f"Kết quả ở giữa {low} và {high} là đạt hay chưa; cao hơn {high} thì sao?",
        ways=_ways(found.span.line, found.written, readings),
    )


def _with_unit(written: str, other: str) -> str:
    """“8 đến 10%”: both are in percent."""
    return written if not written[-1].isdigit() or other[-1].isdigit() else written + other.lstrip("0123456789.,")


def _exceeding(found: tree.Comparison) -> Diagnostic:
    figure = found.figure.written
    return Diagnostic(
        code=TH112,
        message=f"“{found.written}”: đúng {figure} là đạt hay chưa",
        at=Label(found.span),
        why="“Tối thiểu” là kể cả con số ấy, “vượt” là cao hơn con số ấy.",
        ways=_ways(found.span.line, found.written, (("Nếu đạt", f"ít nhất {figure}"), ("Nếu chưa đạt", f"trên {figure}"))),
    )


def _falls_short(wished: tree.Figure, comparison: tree.Comparison) -> bool:
    """Whether what is wished for is less than what decides, in the same unit."""
    asked = comparison.figure
    return wished.value is not None and asked.value is not None and wished.unit == asked.unit and wished.value < asked.value


def _turned_round(wished: tree.Aspiration, how: str) -> Diagnostic:
    written = " ".join(part for part in ("phấn đấu", wished.turn, wished.figure.written) if part)
    return Diagnostic(
        code=TH112,
        message=f"“{written}” {how}",
        at=Label(wished.span),
        why="Con số sau “phấn đấu” là mức mong muốn của chính chỉ tiêu đứng trước; nếu là chỉ tiêu khác thì phải có câu riêng.",
        ways=(Way(f"Nếu là chỉ tiêu khác, dán dưới dòng {wished.span.line}, viết trọn hai câu:", "Hiểu là: …"),),
    )


def _up_to(found: tree.Comparison) -> Diagnostic:
    figure = found.figure.written
    readings = ((f"Nếu phải đạt ít nhất {figure}", f"từ {figure} trở lên"), (f"Nếu nhiều nhất là {figure}", f"không quá {figure}"))
    return Diagnostic(
        code=TH112,
        message=f"“{found.written}”: phải đạt đến {figure}, hay không được hơn {figure}",
        at=Label(found.span),
        why="Ở chỉ tiêu, “đến” có thể là mức thấp nhất phải đạt, cũng có thể là mức cao nhất.",
        ways=_ways(found.span.line, found.written, readings),
    )


def _reached_or_risen(source: SourceText, versus: tree.Versus, found: tree.Comparison, rate: bool) -> Diagnostic:
    """What stands before “so với” is the figure to be reached, or by how much more."""
    written = source.quote(_from(found.span.start, versus.span))
    reached = source.quote(Span(found.span.line, found.span.start, versus.span.start)).strip()
    figure = found.figure
    points = figure.written.rstrip("% ") + " điểm phần trăm"
    risen = f"tăng {written.replace(figure.written, points) if rate and figure.unit == '%' else written}"
    its_own = figure.unit == "%" if rate else figure.unit != "%"  # else the statistic is not counted so: it is no result
    results = (("Nếu là kết quả phải đạt", reached),) if its_own else ()
    return Diagnostic(
        code=TH112,
        message=f"“{written}”: {figure.written} là kết quả phải đạt, hay là phần tăng thêm",
        at=Label(found.span),
        why="“So với” kỳ khác chỉ có nghĩa khi con số là phần hơn, kém kỳ ấy.",
        ways=_ways(found.span.line, written, (*results, ("Nếu là phần tăng thêm", risen))),
    )


def _falling_below(goal: tree.Goal, found: tree.Comparison) -> Diagnostic:
    figure = found.figure.written
    turn = "giảm " if goal.span.start < found.span.start else ""  # else the statistic's name stands between them
    written = f"{turn}{found.written}"
    readings = (
        (f"Nếu phải giảm ít nhất {figure}", f"{turn}từ {figure} trở lên"),
        ("Nếu chỉ cần có giảm", f"{turn}trên 0%"),
        (f"Nếu đúng là không được giảm quá {figure}", f"{turn}không quá {figure}"),
    )
    return Diagnostic(
        code=TH112,
        message=f"“{written}”: giảm nhiều hơn {figure} là đạt hay chưa",
        at=Label(goal.span),
        why=f"Theo câu chữ, giảm nhiều hơn {figure} lại là không đạt.",
        ways=_ways(goal.span.line, written, readings),
    )


def _rate_by_percent(goal: tree.Goal, found: tree.Comparison) -> Diagnostic:
    figure, falls = found.figure.written, goal.kind == "giảm"
    by, sign = found.figure.value or Fraction(0), -1 if falls else 1
    points, share = (f"{number(_BEFORE + sign * more)}%" for more in (by, _BEFORE * by / 100))
    whole = found.written.endswith(figure)  # “từ 2% trở lên” is said otherwise of a share
    of_itself = f"{figure} của tỷ lệ cùng kỳ" if whole else f"ít nhất {figure} của tỷ lệ cùng kỳ"
    before = number(_BEFORE)
    return Diagnostic(
        code=TH112,
        message=f"tỷ lệ {'giảm' if falls else 'tăng'} “{figure}” hiểu được hai cách",
        at=Label(goal.span),
        why=f"Cùng kỳ đạt {before}% thì nay phải đạt {points} hay {share}?",
        ways=(
            *_ways(goal.span.line, figure, ((f"Nếu là {points}", f"{figure.rstrip('% ')} điểm phần trăm"),)),
            *_ways(goal.span.line, figure if whole else found.written, ((f"Nếu là {share}", of_itself),)),
        ),
    )


def _told(found: Doubt) -> Diagnostic:
    return Diagnostic(
        code=TH112, message=found.asked, at=Label(found.at), why=found.why, ways=_ways(found.at.line, found.written, found.readings)
    )


def _left_out(first: tree.Comparison, goal: tree.Goal, second: tree.Comparison) -> Diagnostic:
    head = first.written.removesuffix(first.figure.written).strip()
    bare = second.figure.written
    return Diagnostic(
        code=TH112,
        message=f"“{bare}” thiếu từ so sánh, hiểu được hai cách",
        at=Label(goal.span),
        also=(Label(first.span),),
        why="Vế trước có từ so sánh, vế sau không có.",
        ways=(
            Way(f"Chọn một, dán dưới dòng {second.span.line}:", f"Hiểu là: cụm từ “{bare}” là “{head} {bare}”"),
            Way("hoặc:", f"Hiểu là: cụm từ “{bare}” là “từ {bare} trở lên”"),
        ),
    )


def _quota(source: SourceText, line: Line, quota: award_tree.Quota) -> Iterator[Diagnostic]:
    """A share of a unit's people, which may be each unit or all together."""
    share = quota.share
    if share is not None and share.of:
        whose = source.quote(_from(share.counted[-1].span.end, share.of[-1].span)).strip()
        units = source.quote(_from(share.of[0].span.start, share.of[-1].span))
        yield _ambiguous(
            share.span,
            f"“{whose}”: tính riêng từng đơn vị hay tính chung",
            "Tính riêng thì mỗi đơn vị có số lượng của mình, và làm tròn nhiều lần.",
            line,
            (whose, f"trong mỗi {units}"),
            (whose, f"tính chung {units}"),
        )


def _both_keys(source: SourceText, line: Line, said: award_tree.Quota | award_tree.Chosen) -> Iterator[Diagnostic]:
    """Two keys of which nobody knows which comes first."""
    for ranking in said.tails:
        if isinstance(ranking, award_tree.Chosen):
            yield from _both_keys(source, line, ranking)
        if isinstance(ranking, award_tree.Ranking) and len(ranking.keys) > 1:
            first, second = (source.quote(key.span) for key in ranking.keys)
            both = source.quote(_from(ranking.keys[0].span.start, ranking.keys[1].span))
            yield _ambiguous(
                ranking.span,
                "xếp theo hai số liệu, chưa rõ số liệu nào xét trước",
                "Người cao về số liệu này có thể thấp về số liệu kia.",
                line,
                (both, f"{first}, bằng nhau thì theo {second}"),
                (both, f"{second}, bằng nhau thì theo {first}"),
            )


def _made_up(source: SourceText, line: Line, said: award_tree.Quota | award_tree.Compositions) -> Iterator[Diagnostic]:
    """Names between “là X” and a figure, of which nobody knows to which of the two they belong: “;” tells."""
    nodes = said.parts if isinstance(said, award_tree.Compositions) else said.tails
    run = doubtful_run([node for node in nodes if isinstance(node, award_tree.Composition)])
    if run is None:
        return
    names = [run.before.subjects[-1], *(name.subjects[0] for name in run.names)]
    last = run.after.span
    written = source.quote(_from(names[0].span.start, last))
    cuts = (name.span.end for name in names)
    readings = []
    for cut, following in zip(cuts, [*(name.span.start for name in names[1:]), last.start], strict=True):
        readings.append((written, f"{source.quote(Span(last.line, names[0].span.start, cut))}; {source.quote(_from(following, last))}"))
    yield _ambiguous(
        _from(names[0].span.start, last),
        f"“{source.quote(names[1].span)}” thuộc phần đứng trước hay phần đứng sau",
        "Mỗi phần của cơ cấu tính riêng; dấu chấm phẩy cho biết phần trước hết ở đâu.",
        line,
        *readings,
    )


def _from(start: int, to: Span) -> Span:
    return Span(to.line, start, to.end)


def _ambiguous(at: Span, message: str, why: str, line: Line, *readings: tuple[str, str]) -> Diagnostic:
    ways = tuple(
        Way("hoặc:" if index else f"Chọn một, dán dưới dòng {line.item.number}:", f"Hiểu là: cụm từ “{written}” là “{meant}”")
        for index, (written, meant) in enumerate(readings)
    )
    return Diagnostic(code=TH112, message=message, at=Label(at), why=why, ways=ways)
