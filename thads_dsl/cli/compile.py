"""`thads compile`: write what a plan stands for, as files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli.files import write_all
from thads_dsl.cli.plans import sound_plan

if TYPE_CHECKING:
    from thads_dsl.model.plan import Plan


@click.command("compile", options_metavar="[TÙY CHỌN]")
@click.argument("plan", metavar="KẾ-HOẠCH", type=Path, help="Tệp .plan.")
@click.option("--out", metavar="THƯ-MỤC", type=Path, help="Nơi ghi; mặc định là generated/<tên kế hoạch>/.")
@click.pass_context
def compile_(ctx: click.Context, plan: Path, out: Path | None) -> None:
    """Lập văn bản, bộ tính kết quả và bảng quy tắc.

    Ghi bốn tệp: ke-hoach.docx và ke-hoach.md (văn bản), scorer.py (bộ tính kết quả), quy-tac.json (bảng quy tắc).
    """
    from thads_dsl.pipeline import compile_plan

    meant = sound_plan(ctx, plan)
    files = compile_plan(meant)
    folder = Path("generated") / plan.stem if out is None else out
    write_all(folder, files)
    click.echo(f"Đã hiểu: {_contents(meant)}")
    click.echo(f"Đã ghi vào {folder}: {', '.join(files)}")


def _contents(plan: "Plan") -> str:
    conditions = sum(len(standard.conditions) for standard in plan.standards) + len(plan.both_standards)
    counts = (
        (len(plan.targets) + len(plan.judged_targets), "chỉ tiêu"),
        (conditions, "điều kiện"),
        (len(plan.quotas), "số lượng khen thưởng"),
        (len(plan.restatements), "cách hiểu"),
        (len(plan.asides), "dòng lời văn có dấu >"),
    )
    return " · ".join(f"{count} {what}" for count, what in counts if count)
