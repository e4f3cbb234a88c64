"""The whole compiler, in order. Read this first.

raw text ─ source ─► SourceText ─ syntax.outline ─► lines ─ check.read_draft ─► Draft (as written, each sentence in its context)
         ─ check.check ─► Plan (as meant) ─ examples ─► the plan's own VÍ DỤ hold ─ backends ─► artefacts

The user's mistake is a value: every stage gives its result and its complaints. Ours is an exception.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from thads_dsl.check import Draft, check, read_draft
from thads_dsl.check.reading import reading
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.diagnostics.model import ordered
from thads_dsl.examples import run_examples
from thads_dsl.model.plan import Plan
from thads_dsl.model.reading import ReadLine
from thads_dsl.source import Load, SourceText, nothing
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.reading import unreadable


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a text is found to be; the plan is None where there is an error."""

    source: SourceText
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    understood: tuple[Draft, Plan] | None = field(default=None, compare=False, repr=False)  # of a plan with errors too

    @property
    def reading(self) -> tuple[ReadLine, ...]:
        """What each line of the body was taken for; nothing of a text that is refused."""
        return () if self.understood is None else reading(*self.understood, self.diagnostics)


def analyse(path: str, raw: bytes | str, load: Load = nothing) -> Analysis:
    """Reads and checks a plan. Never raises for what the user wrote; `path` is only for the messages.

    `load` gives the content of a file that the plan names (a danh mục, a table to amend), or None where there is none.
    """
    source = SourceText.read(path, raw)
    if refused := unreadable(source):
        return Analysis(source, None, refused)
    draft, earlier = read_draft(source, outline(source), load)
    plan, complaints = check(draft, earlier)
    found = (*complaints, *run_examples(draft, None if _has_errors(complaints) else plan))
    return Analysis(source, None if _has_errors(found) else plan, ordered(found), (draft, plan))


def _has_errors(complaints: Iterable[Diagnostic]) -> bool:
    return any(complaint.severity is Severity.ERROR for complaint in complaints)


def compile_plan(plan: Plan) -> dict[str, bytes]:
    """Every artefact of a plan, by its file name."""
    from thads_dsl.backends import BACKENDS  # templates and writers are heavy, and checking needs none of them

    return {name: emit(plan) for name, emit in BACKENDS.items()}
