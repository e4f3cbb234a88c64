"""Keys of the front matter: unknown ones (TH103), missing ones (TH104), ones that stand twice (TH113); nothing below them (TH004)."""

from collections.abc import Iterable, Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH004, TH103, TH104, TH113
from thads_dsl.diagnostics.suggest import closest, only_marks
from thads_dsl.source import Span, plain
from thads_dsl.syntax.lines import key_names
from thads_dsl.syntax.outline_tree import Key

_NEEDED = ("Tên loại", "Trích yếu", "Cơ quan ban hành", "Danh mục dùng chung")
_VALUES = {"Tên loại": "KẾ HOẠCH", "Danh mục dùng chung": "THADS"}
_REPEATABLE = ("căn cứ", "kính gửi", "danh mục dùng chung", "viết tắt")


def plan_keys() -> tuple[str, ...]:
    """The keys that a plan can have; `Nguồn` is one of danh mục alone."""
    return (*(name for name in key_names() if name != "Nguồn"), "Kèm theo")


def front_keys(facts: Facts) -> Iterator[Diagnostic]:
    """Each key that is not as it should be."""
    outline = facts.draft.outline
    for attached in outline.attached:
        yield from _unsound(attached.keys, {})
        yield from _unnamed(attached.keys)
    seen: dict[str, Span] = {}
    yield from _unsound(outline.keys, seen)
    if not facts.draft.lines and not facts.draft.outline.orphans:
        yield _no_body(facts)
        return
    missing = [
        name
        for name in _NEEDED
        if name.casefold() not in seen and not (name == _NEEDED[-1] and (facts.draft.outline.sections or "sửa đổi" in seen))
    ]
    if missing:
        yield Diagnostic(
            code=TH104,
            message=", ".join(f"“{name}”" for name in missing),
            at=Label(Span(1, 0, 0)),
            also=tuple(Label(key.line.span()) for key in outline.keys if not key.name or key.slip),
            why="Thiếu phần này thì không in được văn bản, hoặc không hiểu được tên đối tượng, số liệu.",
            ways=tuple(Way("Thêm vào đầu tệp:" if name == missing[0] else "và:", f"{name}: {_VALUES.get(name, '…')}") for name in missing),
        )


def _unsound(keys: tuple[Key, ...], seen: dict[str, Span]) -> Iterator[Diagnostic]:
    """Unknown keys and those that stand twice in one front matter; `seen` collects the known ones."""
    for key in keys:
        if not key.name or key.slip:
            yield _unknown(key.line.text, key.line.span())
        elif key.name in seen and key.name not in _REPEATABLE:
            yield Diagnostic(
                code=TH113,
                message=f"“{key.line.text.partition(':')[0].strip()}” đã ghi ở dòng {seen[key.name].line}",
                at=Label(key.line.span()),
                also=(Label(seen[key.name]),),
                why="Máy không biết dùng dòng nào; hãy xóa một dòng.",
            )
        seen.setdefault(key.name, key.line.span())


def _unnamed(keys: tuple[Key, ...]) -> Iterator[Diagnostic]:
    """An attached document has a name and says what it is about."""
    title, *others = keys
    if not title.value.text or not any(key.name == "trích yếu" for key in others):
        missing = "trích yếu" if title.value.text else "tên loại"
        yield Diagnostic(
            code=TH104,
            message=f"văn bản kèm theo chưa có {missing}",
            at=Label(title.line.span()),
            why="Dưới dòng “Kèm theo:” là các dòng đầu của văn bản kèm theo.",
            ways=(Way("Viết như sau:", f"Kèm theo: {title.value.text or 'KẾ HOẠCH'}\nTrích yếu: …"),),
        )


def _no_body(facts: Facts) -> Diagnostic:
    last = max((key.line.line for key in facts.draft.outline.keys), default=1)
    return Diagnostic(
        code=TH004,
        message="tệp chưa có dòng nào của kế hoạch",
        at=Label(Span(last, 0, 0)),
        why="Dưới các dòng “Tên loại: …”, “Trích yếu: …” là lời văn và quy định của kế hoạch.",
    )


def _unknown(line: str, at: Span) -> Diagnostic:
    written = line.partition(":")[0].strip()
    known = plan_keys()
    begun = _begun(line, known)
    near = begun or closest(written, known)
    label = Label(Span(at.line, at.start, at.start + len(begun or written)))
    safe = near is not None and (begun is not None or only_marks(written, near))
    rest = line[len(begun) :] if begun else line.partition(":")[2]
    ways = (Way("Có phải:", f"{near}:{rest}", edit=Edit(label.span, f"{near}:" if begun else near, safe=safe)),) if near else ()
    why = "" if near else f"Các dòng ở đầu văn bản: {'; '.join(known)}."
    return Diagnostic(code=TH103, message=f"máy chưa biết “{written[:60]}{':' if ':' in line else ''}”", at=label, why=why, ways=ways)


def _begun(line: str, known: Iterable[str]) -> str | None:
    """The key whose words a line without a colon begins with: “Căn cứ Luật …”."""
    return None if ":" in line else next((name for name in known if plain(line).startswith(f"{plain(name)} ")), None)
