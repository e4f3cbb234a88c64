"""TH112: forms with several readings; each reading is offered as a ready line."""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH112
from thads_dsl.source import SourceText, Span
from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.lexer import Lexeme


def two_readings(facts: Facts) -> Iterator[Diagnostic]:
    """“từ 4-5% trở lên”, and a comparator that only the first of a list has."""
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        for sentence in line.sentences:
            yield from (_range(lexeme) for lexeme in sentence.lexemes if lexeme.terminal == "RANGE")
            if isinstance(sentence.statement, tree.Target) and (bare := sentence.statement.left_out):
                yield _left_out(sentence.statement.goals[0].comparison, bare)
            if isinstance(sentence.statement, award_tree.Quota):
                yield from _quota(facts.draft.source, line, sentence.statement)


def _range(lexeme: Lexeme) -> Diagnostic:
    """Two figures with a dash: of a percentage, which one decides; of a count, a band without its words."""
    written = lexeme.text
    low, _, high = (part.strip() for part in written.partition("-"))
    unit = high.lstrip("0123456789.,").strip()
    low = low if unit in low else f"{low}%" if unit == "%" else f"{low} {unit}"
    paste = f"dán dưới dòng {lexeme.span.line}:"
    if unit == "%":
        message, why = f"“{written}”: một chỉ tiêu, hai con số", f"Kết quả ở giữa {low} và {high} là đạt hay chưa?"
        readings = ((f"Nếu là đạt, {paste}", low), (f"Nếu chưa đạt, {paste}", high))
    else:
        message, why = (
            f"“{written}”: có kể cả {high} hay không",
            "Một mức viết “từ … đến …” (kể cả số cuối) hoặc “từ … đến dưới …” (không kể).",
        )
        readings = ((f"Nếu kể cả, {paste}", f"{low} đến {high}"), (f"Nếu không, {paste}", f"{low} đến dưới {high}"))
    ways = tuple(Way(how, f"Hiểu là: cụm từ “{written}” là “{meant}”") for how, meant in readings)
    return Diagnostic(code=TH112, message=message, at=Label(lexeme.span), why=why, ways=ways)


def _left_out(first: tree.Comparison, goal: tree.Goal) -> Diagnostic:
    head = first.written.removesuffix(first.figure.written).strip()
    bare = goal.comparison.figure.written
    return Diagnostic(
        code=TH112,
        message=f"“{bare}” thiếu từ so sánh, hiểu được hai cách",
        at=Label(goal.span),
        also=(Label(first.span),),
        why="Vế trước có từ so sánh, vế sau không có.",
        ways=(
            Way(f"Chọn một, dán dưới dòng {goal.span.line}:", f"Hiểu là: cụm từ “{bare}” là “{head} {bare}”"),
            Way("hoặc:", f"Hiểu là: cụm từ “{bare}” là “từ {bare} trở lên”"),
        ),
    )


def _quota(source: SourceText, line: Line, quota: award_tree.Quota) -> Iterator[Diagnostic]:
    """A share of a unit's people, which may be each unit or all together; two keys of which nobody knows which comes first."""
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
    for ranking in quota.tails:
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


def _from(start: int, to: Span) -> Span:
    return Span(to.line, start, to.end)


def _ambiguous(at: Span, message: str, why: str, line: Line, *readings: tuple[str, str]) -> Diagnostic:
    ways = tuple(
        Way("hoặc:" if index else f"Chọn một, dán dưới dòng {line.item.number}:", f"Hiểu là: cụm từ “{written}” là “{meant}”")
        for index, (written, meant) in enumerate(readings)
    )
    return Diagnostic(code=TH112, message=message, at=Label(at), why=why, ways=ways)
