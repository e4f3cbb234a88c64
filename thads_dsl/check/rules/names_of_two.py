"""TH243: a spelling that two names share on the plan's day; a rule with it has two readings."""

from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Mention
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH243
from thads_dsl.source import canonical
from thads_dsl.syntax.names import NameKind


def names_of_two(facts: Facts) -> Iterator[Diagnostic]:
    """“mỗi Phòng 01 cá nhân” from 01/7/2025 on: Phòng chuyên môn, Phòng THADS khu vực, or both.

    “án chuyển kỳ sau (không bao gồm …)” says itself which one it is: what is left of the first when that is left out.
    """
    shared = shared_spellings(facts.draft)
    for mention in facts.draft.mentions:
        names = shared.get((mention.name.kind, mention.written.casefold()), ())
        if mention.read and not mention.excluding and len(names) > 1:
            yield _asked(facts.draft, mention, names)


def shared_spellings(draft: Draft) -> dict[tuple[NameKind, str], tuple[str, ...]]:
    """The names in force of each spelling that has several names at all; a plan that is of no day uses those that need none."""
    every: dict[tuple[NameKind, str], list[str]] = {}
    for spelling, kind, name in draft.vocabulary.spellings:
        names = every.setdefault((kind, spelling.casefold()), [])
        if name not in names:
            names.append(name)
    return {key: tuple(name for name in names if _in_force(draft, key[0], name)) for key, names in every.items() if len(names) > 1}


def _in_force(draft: Draft, kind: NameKind, name: str) -> bool:
    terms = draft.vocabulary.terms_of(kind, name)
    return any(draft.day in term.validity if draft.day else term.validity.since is None for term in terms)


def _asked(draft: Draft, mention: Mention, names: tuple[str, ...]) -> Diagnostic:
    line = draft.source.row(mention.span.line)
    written = canonical(mention.written)
    ways: list[Way] = []
    readings = (*names, " và ".join(names)) if mention.name.kind is NameKind.SUBJECT else names
    for meant in readings:
        restated = f"Hiểu là: cụm từ “{written}” là “{meant}”"
        edit = Edit(mention.span, restated, new_line=True)
        ways.append(Way(f"chọn một, dán dưới dòng {mention.span.line}:", restated, edit=edit, for_issued=True))
    for meant in readings:
        changed = canonical(line.text).replace(written, meant, 1)
        ways.append(Way(f"chọn một, sửa dòng {mention.span.line} thành:", changed, edit=Edit(mention.span, meant), for_issued=False))
    return Diagnostic(
        code=TH243,
        message=f"“{written}” là {', '.join(names[:-1])} hay {names[-1]}",
        at=Label(mention.span),
        why="Cách viết này là của mọi tên ấy, mà mỗi cách hiểu cho một kết quả.",
        ways=tuple(ways),
    )
