"""The names of a plan: of its danh mục, of its front matter, and its own."""

from dataclasses import replace

from thads_dsl.check.abbreviations import with_definitions
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH204, TH209
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.outline import Outline
from thads_dsl.vocabulary import Vocabulary, defined, shipped, shipped_names


def plan_vocabulary(outline: Outline) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """What the plan may name, and complaints about danh mục and definitions."""
    vocabulary, found = _chosen(outline)
    for key in outline.every_key:
        if key.name in ("cơ quan chủ quản", "cơ quan ban hành"):
            vocabulary = vocabulary.named(NameKind.AGENCY, key.value.text)
    for section in outline.sections:
        vocabulary, unread = defined(vocabulary, section)
        for item in unread:
            found.append(
                Diagnostic(
                    code=TH209,
                    message=f"máy chưa hiểu dòng này trong mục {section.heading}",
                    at=Label(item.line.span()),
                    why="Một đối tượng viết “Tên: tập thể” hoặc “Loại đơn vị gồm: tên; tên”; một số liệu viết “Tên: việc, đồng”.",
                )
            )
    return with_definitions(outline, vocabulary), tuple(found)


def _chosen(outline: Outline) -> tuple[Vocabulary, list[Diagnostic]]:
    vocabulary, found = Vocabulary(), []
    for key in outline.every_key:
        if key.name != "danh mục dùng chung":
            continue
        danh_muc = shipped(key.value.text)
        if danh_muc is None:
            vocabulary = (
                vocabulary if vocabulary.quantities else shipped(shipped_names()[0]) or vocabulary
            )  # else every name is unknown too
            known = ", ".join(shipped_names())
            found.append(
                Diagnostic(
                    code=TH204,
                    message=f"“{key.value.text}”",
                    at=Label(key.value.span()),
                    why=f"Các danh mục hiện có: {known}.",
                    ways=(Way("Sửa thành:", f"Danh mục dùng chung: {shipped_names()[0]}"),),
                )
            )
        else:
            vocabulary = replace(danh_muc, spellings=vocabulary.spellings + danh_muc.spellings)
    if not vocabulary.quantities and not outline.sections:  # the key is missing: without its names every line would be complained about
        vocabulary = shipped(shipped_names()[0]) or vocabulary
    return vocabulary, found
