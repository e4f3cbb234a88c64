"""Kế hoạch thi đua as a program: read it, check it, compile it, score by it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thads_dsl.diagnostics import Diagnostic
    from thads_dsl.evaluate import evaluate
    from thads_dsl.model.plan import Plan
    from thads_dsl.pipeline import Analysis, analyse, compile_plan

__all__ = ["Analysis", "Diagnostic", "Plan", "analyse", "compile_plan", "evaluate"]

_HOMES = {
    "Analysis": "thads_dsl.pipeline",
    "Diagnostic": "thads_dsl.diagnostics",
    "Plan": "thads_dsl.model.plan",
    "analyse": "thads_dsl.pipeline",
    "compile_plan": "thads_dsl.pipeline",
    "evaluate": "thads_dsl.evaluate",
}


def __getattr__(name: str) -> object:
    """The public names, imported when first asked for: `thads --help` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
