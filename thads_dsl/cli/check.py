"""`thads check`: say what must be mended in a plan."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import beside, read_plan
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
    type=click.Choice(["full", "line", "json"]),
    default="full",
    help="Cách in: full (đầy đủ, mặc định), line (mỗi chỗ một dòng), json (cho chương trình khác).",
)
@click.pass_context
def check(ctx: click.Context, plans: Sequence[Path], form: str) -> None:
    """Kiểm tra kế hoạch: chỗ nào sai, vì sao, sửa thế nào."""
    from thads_dsl.pipeline import analyse

    read = [(path, read_plan(path)) for path in plans]
    analyses = [analyse(str(path), raw, beside(path)) for path, raw in read]
    {"full": _full, "line": _lines, "json": _json}[form](analyses)
    if any(analysis.plan is None for analysis in analyses):
        ctx.exit(1)


def _full(analyses: Sequence["Analysis"]) -> None:
    from thads_dsl.diagnostics.render import closing, for_people

    for analysis in analyses:
        terminal.draw(for_people(analysis.diagnostics, analysis.source, terminal.width()))
        for line in in_short(analysis) if analysis.plan is not None else ():
            click.echo(line)
    click.echo(closing(each for analysis in analyses for each in analysis.diagnostics))


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
