"""`thads compile`: write what a plan stands for, as files."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli.files import write_all
from thads_dsl.cli.plans import sound_plan
from thads_dsl.cli.read import amended, in_short

if TYPE_CHECKING:
    from thads_dsl.model.plan import Plan
    from thads_dsl.model.points import PointsTable
    from thads_dsl.model.rules import Restatement, Rule


@click.command("compile", options_metavar="[TÙY CHỌN]")
@click.argument("plan", metavar="KẾ-HOẠCH", type=Path, help="Tệp .plan.")
@click.option("--out", metavar="THƯ-MỤC", type=Path, help="Nơi ghi; mặc định là generated/<tên kế hoạch>/.")
@click.pass_context
def compile_(ctx: click.Context, plan: Path, out: Path | None) -> None:
    """Lập văn bản, bộ tính kết quả và bảng quy tắc.

    Ghi bốn tệp: ke-hoach.docx và ke-hoach.md (văn bản), scorer.py (bộ tính kết quả), quy-tac.json (bảng quy tắc).
    """
    from thads_dsl.pipeline import compile_plan

    meant, analysis = sound_plan(ctx, plan)
    files = compile_plan(meant)
    folder = Path("generated") / plan.stem if out is None else out
    write_all(folder, files)
    for line in _report(meant):
        click.echo(line)
    for line in in_short(analysis):
        click.echo(line)
    if analysis.diagnostics:
        click.echo(f"Kế hoạch có {len(analysis.diagnostics)} lưu ý; xem bằng lệnh: thads check {plan}")
    click.echo(f"Đã ghi vào {folder}: {', '.join(files)}")


def _balance(table: "PointsTable") -> str:
    """“100”; of an amended table “100 - 5 + 5 = 100”."""
    from thads_dsl.model.units import number

    if not table.balance:
        return number(table.standard)
    changes = "".join(f" {'-' if change < 0 else '+'} {number(abs(change))}" for change in table.balance[1:])
    return f"{number(table.balance[0])}{changes} = {number(table.standard)}"


def _places(what: str, rules: "Iterable[Rule | Restatement]") -> Iterator[str]:
    """Of a changed plan the places, for its lines stand in several files."""
    places = dict.fromkeys(str(rule.place) for rule in rules)
    if places:
        yield f"{what}{', '.join(places)}"


def _report(plan: "Plan") -> Iterator[str]:
    """What was understood, and where people decided: restatements, prose that holds numbers."""
    from thads_dsl.model.rules import leaves

    for table in plan.points:
        yield f"{table.text}: {len(table.criteria)} tiêu chí, {_balance(table)} điểm"
        yield from (f"- giữ như bảng gốc: {sentence}" for sentence in table.kept)
    conditions = [condition for standard in plan.standards for condition in leaves(standard.conditions)]
    counts = (
        (len(plan.targets) + len(plan.judged_targets), "chỉ tiêu"),
        (len(conditions) + len(plan.both_standards), "điều kiện"),
        (len(plan.quotas), "số lượng khen thưởng"),
    )
    if understood := " · ".join(f"{count} {what}" for count, what in counts if count):
        yield f"Đã hiểu: {understood}"
    if plan.amendments:
        yield from amended(plan)
        yield from _places("Hiểu theo “Hiểu là”, “Đính chính”: ", plan.restatements)
    marked = (
        ("Hiểu theo “Hiểu là”, “Đính chính”: dòng", [each.line for each in plan.restatements if not plan.amendments]),
        ("Lời văn có dấu >, không xét: dòng", list(plan.asides)),
    )
    for what, lines in marked:
        if lines:
            yield f"{what} {', '.join(map(str, sorted(set(lines))))}"
