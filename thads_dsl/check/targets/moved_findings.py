"""TH513, TH514: targets of one wave by those of another that cannot be had, or can be had in two ways."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction

from thads_dsl.check.draft import Draft, Line
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH513, TH514
from thads_dsl.model.units import Facet, number
from thads_dsl.source import canonical
from thads_dsl.syntax.moved_tree import MovedTargets
from thads_dsl.syntax.sentences import Sentence


def unsound(draft: Draft, line: Line, sentence: Sentence, node: MovedTargets, wave: str, known: Collection[str]) -> Diagnostic | None:
    """What the sentence alone does not say, or says in two ways."""
    other = f"đợt {node.other}"
    if not wave or wave == other:
        return _no_wave(draft, line, sentence, node)
    if missing := next((each for each in (wave, other) if each not in known), ""):
        why = "Một đợt thi đua phải có ngày bắt đầu và ngày kết thúc."
        return replace(_found(node, f"kế hoạch chưa ghi thời gian của {missing}", why), lacks=Lack.PERIOD)
    if node.of_results or not node.of_targets:
        return _of_results(draft, line, sentence, node, wave)
    if (not node.by and node.how != "bằng") or not node.sound:
        why = "Chỉ tiêu của một đợt phải là một con số: chỉ tiêu của đợt kia, thêm hoặc bớt bao nhiêu."
        ways = (_way(draft, line, sentence, "Điền vào chỗ …", written(node, wave, "… điểm phần trăm")),)
        return _found(node, f"chưa rõ {node.how} chỉ tiêu {other} bao nhiêu", why, ways)
    if node.how != "bằng" and any(each.figure.unit == "%" for each in node.by):
        return _two_readings(draft, line, sentence, node, wave)
    if any(each.figure.unit != ("%" if node.how == "bằng" else "điểm phần trăm") or each.figure.value is None for each in node.by):
        said = node.by[0].figure.written
        why = "Chỉ tiêu là tỷ lệ thì thêm, bớt bằng điểm phần trăm, ví dụ “1,5 điểm phần trăm”."
        return _found(node, f"“{said}” không thêm, bớt vào một tỷ lệ được", why)
    return None


def written(node: MovedTargets, wave: str, by: str, how: str = "") -> str:
    """The sentence as the language has it."""
    parts = ["Chỉ tiêu"]
    parts += [f"về {node.quantity.canonical}"] if node.quantity is not None else []
    parts += [" và ".join(node.facets)] if node.facets else []
    parts += [wave]
    parts += [f"đối với {' và '.join(each.name.canonical for each in node.subjects)}"] if node.subjects else []
    parts += [f"tại {' và '.join(place.written for place in node.places)}"] if node.places else []
    return " ".join([*parts, *([how] if how else [node.how, f"chỉ tiêu đợt {node.other} là", by])])


def _by(node: MovedTargets) -> str:
    """How much, in points; “…” where it is not said."""
    if not node.by or node.how == "bằng" or any(each.figure.unit not in ("%", "điểm phần trăm") for each in node.by):
        return "… điểm phần trăm"
    return " và ".join(f"{number(each.figure.value or 0)} điểm phần trăm {each.facet}".strip() for each in node.by)


def _of_results(draft: Draft, line: Line, sentence: Sentence, node: MovedTargets, wave: str) -> Diagnostic:
    """“cao hơn kết quả đợt 1”, “cao hơn đợt 1”: what was brought about there is no figure of the plan."""
    up = "cao hơn" if node.how == "bằng" else node.how
    said = f"{up} kết quả của đợt {node.other}"
    return _found(
        node,
        f"{wave} so với {'kết quả' if node.of_results else 'chỉ tiêu hay kết quả'} đợt {node.other}",
        f"Máy tính chỉ tiêu {wave} từ chỉ tiêu đợt {node.other}; không xét được câu “{said}”, vì mỗi đợt xét bằng số liệu của đợt ấy.",
        (_way(draft, line, sentence, f"Nếu là so với chỉ tiêu đợt {node.other}", written(node, wave, _by(node))),),
    )


def _two_readings(draft: Draft, line: Line, sentence: Sentence, node: MovedTargets, wave: str) -> Diagnostic:
    """“cao hơn 1,5%”: points of percentage, or a share of the target itself."""
    by, other = node.by[0].figure, f"đợt {node.other}"
    value = by.value or Fraction()
    points, share = (80 + value, 80 + 80 * value / 100) if node.how == "cao hơn" else (80 - value, 80 - 80 * value / 100)
    times = 100 + value if node.how == "cao hơn" else 100 - value
    ways = [_way(draft, line, sentence, f"Nếu 80% thành {number(points)}%", written(node, wave, _by(node)))]
    if len(node.by) == 1:
        relative = written(node, wave, "", f"bằng {number(times)}% chỉ tiêu {other}")
        put = f" (bỏ {by.written}; thêm {number(times)}%)"
        ways.append(_way(draft, line, sentence, f"Nếu 80% thành {number(share)}%", relative, put))
    return Diagnostic(
        code=TH514,
        message=f"“{node.how} {by.written}” hiểu được hai cách",
        at=Label(by.span),
        why="Thêm, bớt của một tỷ lệ là điểm phần trăm, hoặc là một phần của chính tỷ lệ ấy.",
        ways=tuple(ways),
    )


def _no_wave(draft: Draft, line: Line, sentence: Sentence, node: MovedTargets) -> Diagnostic:
    ways = (_way(draft, line, sentence, "Điền số của đợt vào chỗ …", written(node, "đợt …", _by(node))),)
    return _found(node, "chưa rõ là chỉ tiêu của đợt nào", f"Câu này lấy chỉ tiêu đợt {node.other} làm gốc cho một đợt khác.", ways)


def nothing_to_move(node: MovedTargets, other: str) -> Diagnostic:
    """The other wave has no targets there."""
    where = " và ".join(place.written for place in node.places) or "kế hoạch"
    return _found(
        node,
        f"{where} không có chỉ tiêu nào của {other} mà câu này nói đến",
        f"Ghi chỉ tiêu của {other} dưới dòng “{other.capitalize()}:”, hoặc ghi “trong {other}” ở từng chỉ tiêu.",
        lacks=Lack.TARGET,
    )


def no_rate(draft: Draft, line: Line, sentence: Sentence, node: MovedTargets, wave: str, rates: Sequence[str]) -> Diagnostic:
    """Among the targets of the other wave is one that is no rate."""
    ways = [_way(draft, line, sentence, "Nếu chỉ nói tỷ lệ này", _about(node, wave, name)) for name in rates]
    return _found(
        node,
        f"đợt {node.other} có chỉ tiêu không phải là một tỷ lệ",
        f"Điểm phần trăm chỉ thêm, bớt được vào tỷ lệ; chỉ tiêu khác của {wave} phải ghi riêng.",
        tuple(ways),
    )


def _about(node: MovedTargets, wave: str, name: str) -> str:
    said = written(node, wave, _by(node))
    if node.how == "bằng" and node.by:
        said = written(node, wave, "", f"bằng {node.by[0].figure.written} chỉ tiêu đợt {node.other}")
    return said.replace("Chỉ tiêu", f"Chỉ tiêu về {name}", 1)


def unsaid_facet(node: MovedTargets, facet: Facet | None) -> Diagnostic:
    """“1,5 điểm phần trăm về việc và …” where the target is about neither."""
    return _found(
        node, f"chưa rõ thêm, bớt bao nhiêu {facet.value if facet else 'vào chỉ tiêu chung'}", "Mỗi chỉ tiêu phải có con số của nó."
    )


def below_nothing(node: MovedTargets, told: str) -> Diagnostic:
    """A target less than 0%."""
    return _found(node, told, "Một tỷ lệ không thể dưới 0%.")


def circular(node: MovedTargets, wave: str) -> Diagnostic:
    """Each of two waves by the other."""
    why = "Phải có một đợt ghi chỉ tiêu bằng con số."
    return _found(node, f"chỉ tiêu {wave} lấy theo chính nó", why, lacks=Lack.TARGET)


def _found(node: MovedTargets, message: str, why: str, ways: tuple[Way, ...] = (), lacks: Lack | None = None) -> Diagnostic:
    return Diagnostic(code=TH513, message=message, at=Label(node.span), why=why, ways=ways, lacks=lacks)


def _way(draft: Draft, line: Line, sentence: Sentence, how: str, said: str, put: str = "") -> Way:
    """The line with the sentence said so; under an issued one what it is to mean, with the figures that are put for others."""
    mended = canonical(line.item.text.text).replace(canonical(sentence.passage.text), said, 1)
    if draft.issued:
        return Way(f"{how}, dán dưới dòng {line.item.number}:", f"Hiểu là{put}: {mended}")
    return Way(f"{how}, sửa dòng {line.item.number} thành:", f"{line.item.marker} {mended}".strip())
