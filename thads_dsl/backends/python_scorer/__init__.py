"""The scorer: one Python file that decides a plan, needs nothing but Python, and reads as if a colleague wrote it."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from thads_dsl.backends.python_scorer.literals import comment, docstring, python, python_set
from thads_dsl.backends.python_scorer.program import program
from thads_dsl.model.plan import Plan

__all__ = ["python_scorer"]

_FOLDER = Path(__file__).parent
_TEMPLATES = ("scorer.py.j2", "runtime.py.j2", "points.py.j2")


def python_scorer(plan: Plan) -> str:
    """The source of `scorer.py`. The same plan gives the same text: no path, day or version is in it."""
    words = "\n".join((_FOLDER / name).read_text("utf-8") for name in _TEMPLATES)
    return _environment().get_template(_TEMPLATES[0]).render(plan=plan, program=program(plan, words))


@cache
def _environment() -> Environment:
    # What comes out is Python, not HTML: the author's text passes through these filters instead of escaping.
    environment = Environment(loader=FileSystemLoader(_FOLDER), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    environment.filters |= {"python": python, "set": python_set, "comment": comment, "docstring": docstring}
    return environment
