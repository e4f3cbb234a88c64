"""From a path to a plan without errors, for the commands that need one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thads_dsl.cli import terminal
from thads_dsl.cli.files import beside, read_plan

if TYPE_CHECKING:
    from thads_dsl.model.plan import Plan
    from thads_dsl.pipeline import Analysis


def sound_plan(ctx: click.Context, path: Path) -> tuple["Plan", "Analysis"]:
    """The plan at a path and what else was found of it; errors are shown and end the command with exit code 1."""
    from thads_dsl.diagnostics import Severity
    from thads_dsl.diagnostics.render import closing, for_people
    from thads_dsl.pipeline import analyse

    analysis = analyse(str(path), read_plan(path), beside(path))
    if analysis.plan is None:
        errors = [each for each in analysis.diagnostics if each.severity is Severity.ERROR]
        terminal.draw(for_people(errors, analysis.source, terminal.width()))
        click.echo(closing(analysis.diagnostics))
        ctx.exit(1)
    return analysis.plan, analysis
