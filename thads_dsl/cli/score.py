"""`thads score`: judge the statistics of a campaign by its plan."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import statistics_path, write_all
from thads_dsl.cli.plans import sound_plan

if TYPE_CHECKING:
    from thads_dsl.diagnostics import DataDiagnostic
    from thads_dsl.model.plan import Plan
    from thads_dsl.model.results import Results
    from thads_dsl.model.statistics import Statistics

    Writer = Callable[[Plan, Results, Sequence[DataDiagnostic]], bytes]


@click.command("score", options_metavar="[TÙY CHỌN]")
@click.argument("plan", metavar="KẾ-HOẠCH", type=Path, help="Tệp .plan.")
@click.argument("data", metavar="SỐ-LIỆU", type=Path, help="Tệp .xlsx, hoặc thư mục có các tệp .csv.")
@click.option("--out", metavar="TỆP", type=Path, help="Nơi ghi kết quả: tệp .xlsx, .csv hoặc .json.")
@click.pass_context
def score(ctx: click.Context, plan: Path, data: Path, out: Path | None) -> None:
    """Xét từng tập thể, cá nhân theo kế hoạch và ghi kết quả kèm lý do."""
    from thads_dsl.cli.summary import summary
    from thads_dsl.evaluate import evaluate

    writer = None if out is None else _writer(out)
    meant, _ = sound_plan(ctx, plan)
    statistics, remarks = _statistics(ctx, meant, statistics_path(data))
    results = evaluate(meant, statistics)
    if out is not None and writer is not None:  # first: whoever reads the lines may stop reading
        write_all(out.parent, {out.name: writer(meant, results, remarks)})
    for line in summary(meant, results):
        click.echo(line)
    if out is None or writer is None:
        _tell(remarks)
        return
    if remarks and writer is _xlsx:
        click.echo(f"Số liệu có {len(remarks)} lưu ý, ghi ở trang “Tổng hợp” của tệp kết quả.")
    else:
        _tell(remarks)
    click.echo(f"Kết quả từng tập thể, cá nhân: {out}")


def _statistics(ctx: click.Context, plan: "Plan", path: Path) -> tuple["Statistics", tuple["DataDiagnostic", ...]]:
    """The statistics at a path and what to mind about them; errors are shown, with all sheets that are not there, and end the command
    with exit code 1.
    """
    from thads_dsl.data import is_of_a_whole_table, read_statistics
    from thads_dsl.diagnostics import Severity
    from thads_dsl.diagnostics.render import closing_data, full_data

    statistics, diagnostics = read_statistics(plan, path)
    if statistics is None:
        terminal.draw(full_data(each) for each in diagnostics if each.severity is Severity.ERROR or is_of_a_whole_table(each))
        click.echo(closing_data(diagnostics))
        ctx.exit(1)
    return statistics, diagnostics


def _tell(remarks: Sequence["DataDiagnostic"]) -> None:
    from thads_dsl.diagnostics.render import concise_data

    if remarks:
        click.echo(f"Số liệu có {len(remarks)} lưu ý:")
    for remark in remarks:
        click.echo(f"  {concise_data(remark)}")


def _writer(out: Path) -> "Writer":
    """How to write results under this name. Raises UsageError for a name that says nothing of it."""
    if (writer := _WRITERS.get(out.suffix.lower())) is None:
        raise click.UsageError(f"Tên tệp kết quả phải có đuôi {', '.join(_WRITERS)}; đã ghi “{out.name}”.")
    return writer


def _xlsx(plan: "Plan", results: "Results", remarks: Sequence["DataDiagnostic"]) -> bytes:
    from thads_dsl.data import results_workbook

    return results_workbook(plan, results, remarks)


def _csv(plan: "Plan", results: "Results", remarks: Sequence["DataDiagnostic"]) -> bytes:
    from thads_dsl.data import results_csv

    return results_csv(plan, results).encode("utf-8-sig")  # without the mark Excel reads Vietnamese as gibberish


def _json(plan: "Plan", results: "Results", remarks: Sequence["DataDiagnostic"]) -> bytes:
    from thads_dsl.evaluate.report import as_json

    return (json.dumps(as_json(plan, results), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


_WRITERS: Mapping[str, "Writer"] = {".xlsx": _xlsx, ".csv": _csv, ".json": _json}
