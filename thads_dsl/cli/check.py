"""`thads check`: say what must be mended in a plan."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import beside, read_plan, rewrite
from thads_dsl.cli.read import in_short

if TYPE_CHECKING:
    from thads_dsl.pipeline import Analysis


@click.command("check", options_metavar="[TÙY CHỌN]")
@click.argument(
    "plans",
    metavar="KẾ-HOẠCH...",
    nargs=-1,
    required=True,
    type=Path,
    help="Một hoặc nhiều tệp .plan.",
)
@click.option(
    "--format",
    "form",
    metavar="KIỂU",
    type=click.Choice(["full", "line", "json", "sarif"]),
    default="full",
    help="Cách in: full (đầy đủ, mặc định), line (mỗi chỗ một dòng), json, sarif (cho chương trình khác).",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Sửa ngay trong tệp những chỗ chỉ viết chưa đúng (thiếu dấu, dấu so sánh, bảng dán từ Word), ghi rõ đã sửa gì.",
)
@click.pass_context
def check(ctx: click.Context, plans: Sequence[Path], form: str, fix: bool) -> None:
    """Kiểm tra kế hoạch: chỗ nào sai, vì sao, sửa thế nào."""
    from thads_dsl.pipeline import analyse

    read = [(path, read_plan(path)) for path in plans]
    analyses = [_fixed(path, raw) if fix else analyse(str(path), raw, beside(path)) for path, raw in read]
    {"full": _full, "line": _lines, "json": _json, "sarif": _sarif}[form](analyses)
    if any(analysis.plan is None for analysis in analyses):
        ctx.exit(1)


def _fixed(path: Path, raw: bytes) -> "Analysis":
    """What is left to say of a plan once its slips are put right in its file; what was done goes to stderr."""
    from thads_dsl.diagnostics.quoting import visible
    from thads_dsl.tools.mending import mended

    result = mended(str(path), raw, beside(path))
    if result.content != raw:
        rewrite(path.resolve(), result.content)  # a link stays a link
        click.echo(f"Đã sửa {len(result.done)} chỗ trong {visible(str(path))}:", err=True)
        for each in result.done:
            click.echo(f"  dòng {each.line}: {visible(each.old)} → {visible(each.new)}", err=True)
    return result.analysis


def _full(analyses: Sequence["Analysis"]) -> None:
    from thads_dsl.diagnostics.quoting import visible
    from thads_dsl.diagnostics.render import closing, for_people

    for analysis in analyses:
        terminal.draw(for_people(analysis.diagnostics, analysis.source, terminal.width()))
        for line in in_short(analysis) if analysis.plan is not None else ():
            click.echo(line)
    click.echo(closing(each for analysis in analyses for each in analysis.diagnostics))
    for analysis in analyses:
        if slips := sum(any(way.edit is not None and way.edit.safe for way in each.ways) for each in analysis.diagnostics):
            click.echo(f"Trong đó {slips} chỗ chỉ viết chưa đúng, máy sửa được ngay: thads check --fix {visible(analysis.source.path)}")


def _lines(analyses: Sequence["Analysis"]) -> None:
    from thads_dsl.diagnostics.model import ordered
    from thads_dsl.diagnostics.render import closing, concise

    for analysis in analyses:
        for each in ordered(analysis.diagnostics):
            click.echo(concise(each, analysis.source))
    click.echo(closing(each for analysis in analyses for each in analysis.diagnostics))


def _json(analyses: Sequence["Analysis"]) -> None:
    from thads_dsl.diagnostics.render import as_json

    files = [(analysis.source, analysis.diagnostics) for analysis in analyses]
    click.echo(json.dumps(as_json(files), ensure_ascii=False, indent=2))


def _sarif(analyses: Sequence["Analysis"]) -> None:
    from importlib.metadata import version

    from thads_dsl.diagnostics.sarif import as_sarif

    files = [(analysis.source, analysis.diagnostics) for analysis in analyses]
    click.echo(json.dumps(as_sarif(files, version("thads-dsl")), ensure_ascii=False, indent=2))
