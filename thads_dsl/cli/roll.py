"""`thads roll`: this year's draft out of last year's plan."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import Refused, beside, read_plan, write_new

if TYPE_CHECKING:
    from thads_dsl.tools.drafting import Rolled
    from thads_dsl.tools.roll import Refusal


@click.command("roll", options_metavar="[TÙY CHỌN]")
@click.argument("plan", metavar="KẾ-HOẠCH", type=Path, help="Tệp .plan của năm trước.")
@click.option("--year", metavar="NĂM", type=click.IntRange(2000, 2100), required=True, help="Năm của kế hoạch mới.")
@click.option("--out", metavar="TỆP", type=Path, help="Nơi ghi; mặc định cùng thư mục, năm trong tên tệp đổi theo.")
@click.pass_context
def roll(ctx: click.Context, plan: Path, year: int, out: Path | None) -> None:
    """Chuyển kế hoạch năm trước thành bản nháp của năm nay.

    Đổi ngày, năm, kỳ số liệu, thời hạn, số năm kỷ niệm, tên cơ quan; để trống số và ngày ký. Con số của chỉ tiêu giữ nguyên.
    Chỗ máy không tự quyết được thì giữ nguyên và ghi chú “# cần xem: …” ở dòng trên (ghi chú không in ra).
    Kế hoạch có lỗi vẫn chuyển được; lỗi cũ còn trong bản mới.
    """
    from thads_dsl.pipeline import analyse
    from thads_dsl.tools.drafting import Rolled
    from thads_dsl.tools.roll import roll as rolled

    result = rolled(str(plan), read_plan(plan), year)
    if not isinstance(result, Rolled):
        _refuse(ctx, plan, result)
        return
    target = out or plan.with_name(_named(plan, result.move.old, year))
    write_new(target, result.content)
    for line in _report(result):
        click.echo(line)
    analysis = analyse(str(target), result.content, beside(target))
    click.echo(f"Đã ghi {target}.")
    if analysis.diagnostics:
        from thads_dsl.diagnostics.render import closing

        click.echo(f"{closing(analysis.diagnostics)}\nXem bằng lệnh: thads check {target}")


def _refuse(ctx: click.Context, plan: Path, refusal: "Refusal") -> None:
    from thads_dsl.diagnostics.render import for_people

    if refusal.why:
        raise Refused(f"{plan}: {refusal.why}")
    terminal.draw(for_people(refusal.diagnostics, refusal.source, terminal.width()))
    ctx.exit(1)


def _named(plan: Path, old: int, year: int) -> str:
    """The name for the new file: the year in it changed, or put behind."""
    stem = re.sub(rf"(?<!\d){old}(?!\d)", str(year), plan.stem)
    return f"{stem if stem != plan.stem else f'{plan.stem}-{year}'}{plan.suffix}"


def _report(result: "Rolled") -> Iterator[str]:
    """Each change and each mark, with its lines in the new file."""
    from thads_dsl.diagnostics.quoting import visible

    yield f"Năm {result.move.old} → {result.move.new}: đổi {sum(len(each.lines) for each in result.done)} chỗ."
    for each in result.done:
        yield f"  {_lines(each.lines)}: {visible(each.old)} → {visible(each.new)}"
    if result.left:
        yield f"Cần xem {len(result.left)} việc, đã ghi chú “# cần xem” ở dòng trên:"
    for left in result.left:
        yield f"  {_lines(left.lines)}: {visible(left.mark.text)}"


def _lines(numbers: tuple[int, ...]) -> str:
    return f"dòng {', '.join(map(str, numbers))}"
