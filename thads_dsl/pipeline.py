"""The whole compiler, in order. Read this first.

raw text ─ source ─► SourceText ─ syntax.outline ─► lines ─ check.read_draft ─► Draft (as written, each sentence in its context)
         ─ check.check ─► Plan (as meant) ─ examples ─► the plan's own VÍ DỤ hold ─ backends ─► artefacts

Where there are errors, their lines are looked at once more as if they were put right (check.behind): one mistake hides no other.

A document that changes another plan (`Sửa đổi:`) is first made one text with it, which then goes the same way.

The user's mistake is a value: every stage gives its result and its complaints. Ours is an exception.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from thads_dsl.check import Draft, check, read_draft
from thads_dsl.check.behind import behind
from thads_dsl.check.reading import reading
from thads_dsl.check.remainder import check_remainder, printed
from thads_dsl.check.same import gathered, untold
from thads_dsl.consolidate import (
    Merged,
    Text,
    amends,
    base_named,
    circular_base,
    consolidated,
    mapped,
    missing_base,
    unsound_base,
    written_changes,
)
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.diagnostics.model import ordered
from thads_dsl.examples import run_examples
from thads_dsl.model.plan import Amendment, Plan
from thads_dsl.model.reading import ReadLine
from thads_dsl.source import Load, SourceText, Span, nothing, too_large
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.reading import unreadable

_MOST_BASES = 10  # changes of changes: more is a circle in names that differ


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a text is found to be; the plan is None where there is an error."""

    source: SourceText
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    text: Text | None = None  # what the rules of the plan are read from; None where no text could be read or put together
    # As written, as meant (with errors what could be made of the rest), and all complaints, with their places in `text`.
    understood: tuple[Draft, Plan, tuple[Diagnostic, ...]] | None = field(default=None, compare=False, repr=False)

    @property
    def reading(self) -> tuple[ReadLine, ...]:
        """What each line of the body was taken for, of all that is in force; nothing of a text that is refused."""
        if self.understood is None or self.text is None:
            return ()
        return tuple(self._placed(line, self.text) for line in reading(*self.understood))

    def _placed(self, line: ReadLine, text: Text) -> ReadLine:
        """A line with its place in the file where it was written."""
        source, span = text.origin(Span(line.line, 0, 0))
        return replace(line, line=span.line, file="" if source is self.source else source.path)


def analyse(path: str, raw: bytes | str, load: Load = nothing) -> Analysis:
    """Reads and checks a plan. Never raises for what the user wrote; `path` is only for the messages.

    `load` gives the content of a file that the plan names (a danh mục, a table to amend), or None where there is none.
    """
    return _analysed(path, raw, load, (PurePath(path).name,))


def _analysed(path: str, raw: bytes | str, load: Load, above: tuple[str, ...]) -> Analysis:
    """`above`: the files that are being read, each changing the next one."""
    source = SourceText.read(path, raw)
    if refused := unreadable(source):
        return Analysis(source, None, refused)
    if amends(outline(source)):
        return _amending(source, load, above)
    draft, plan, found = _understood(source, load)
    return replace(_analysis(source, plan, found, Text.written(source)), understood=(draft, plan, found))


def _understood(source: SourceText, load: Load, known: tuple[Diagnostic, ...] = ()) -> tuple[Draft, Plan, tuple[Diagnostic, ...]]:
    """A text as written and as meant, and all complaints about it; with an error the plan is what could be made of the rest.

    `known`: errors of its lines that were found before.
    """
    draft, plan, complaints = _checked(source, load, known)
    if _has_errors(complaints):
        complaints += behind(source, complaints, lambda mended: _checked(mended, load, known)[2])
    examples = run_examples(draft, None if _has_errors(each for each in complaints if not each.understood) else plan)
    return draft, plan, (*complaints, *gathered(untold(examples, complaints)))


def _checked(source: SourceText, load: Load, known: tuple[Diagnostic, ...]) -> tuple[Draft, Plan, tuple[Diagnostic, ...]]:
    draft, earlier = read_draft(source, outline(source), load)
    return draft, *check(draft, (*known, *earlier))


def _analysis(source: SourceText, plan: Plan | None, found: tuple[Diagnostic, ...], text: Text | None) -> Analysis:
    return Analysis(source, None if _has_errors(found) else plan, ordered(found), text)


def _has_errors(complaints: Iterable[Diagnostic]) -> bool:
    return any(complaint.severity is Severity.ERROR for complaint in complaints)


def _amending(source: SourceText, load: Load, above: tuple[str, ...]) -> Analysis:
    """The plan that a document makes of the one that it changes: the rules of both, the document of its own."""
    base = _base(source, load, above)
    if isinstance(base, Diagnostic):
        return Analysis(source, None, (base,))
    assert base.plan is not None and base.text is not None  # a base with errors is refused
    changes = written_changes(source)
    merged, found = consolidated(source, changes, base.text)
    text = merged.text
    draft, plan, complaints = _understood(text.source, load, merged.stand_ins)
    in_force, besides = check_remainder(changes.remainder, draft.vocabulary, outline(base.text.source))
    if found:
        more = _own(_sure(complaints, merged), text, source, base)
        return _analysis(source, None, (*found, *besides, *(each for each in more if each.at.source is None)), None)
    amendment = Amendment(base=base.plan.identity, in_force=in_force, changes=merged.changes)
    plan = replace(
        plan,
        document=printed(source, draft.vocabulary),
        asides=text.lines_of(source, plan.asides),
        in_force=in_force,
        amendments=(*base.plan.amendments, amendment),
    )
    found = (*besides, *_own(complaints, text, source, base))
    return replace(_analysis(source, plan, found, text), understood=(draft, plan, complaints))


def _sure(complaints: tuple[Diagnostic, ...], merged: Merged) -> tuple[Diagnostic, ...]:
    """Errors of a text of which some changes could not be made, but for those that may only follow from that, as all advice may."""
    codes, supposed = {each.code for each in merged.stand_ins}, {each.at.span.line for each in merged.stand_ins}
    return tuple(
        each
        for each in complaints
        if each.severity is Severity.ERROR
        and each.code not in codes
        and all(label.source is not None or label.span.line not in merged.unsure for label in (each.at, *each.also))
        and (each.at.span.line not in supposed or _of_itself(each))
    )


def _of_itself(complaint: Diagnostic) -> bool:
    """Whether a complaint is about what its line says, wherever it may belong."""
    return complaint.lacks is None and not complaint.also


def _own(complaints: tuple[Diagnostic, ...], text: Text, source: SourceText, base: Analysis) -> Iterator[Diagnostic]:
    """Complaints about a changed plan, but for those that the plan gives without the changes too."""
    known = {(each.code, each.at.span) for each in base.diagnostics}
    for complaint in complaints:
        shown = mapped(complaint, text, source)
        if shown.at.source is None or (shown.code, shown.at.span) not in known:
            yield shown


def _base(source: SourceText, load: Load, above: tuple[str, ...]) -> Analysis | Diagnostic:
    """The plan that a document changes, without errors; else what is wrong with it."""
    key, name = base_named(source)
    if name in above:
        return circular_base(key, name)
    raw = load(name)
    if raw is None or too_large(raw) or len(above) > _MOST_BASES:
        return missing_base(key, name)
    base = _analysed(name, raw, load, (*above, name))
    return base if base.plan is not None else unsound_base(key, name, base.source, base.diagnostics)


def compile_plan(plan: Plan) -> dict[str, bytes]:
    """Every artefact of a plan, by its file name."""
    from thads_dsl.backends import BACKENDS  # templates and writers are heavy, and checking needs none of them

    return {name: emit(plan) for name, emit in BACKENDS.items()}
