"""The official document: one `Document`, written in several formats. Writers only place what the document says."""

from collections.abc import Callable

from thads_dsl.backends.document import docx, markdown
from thads_dsl.model.document import Document

Writer = Callable[[Document], bytes]


def _markdown(document: Document) -> bytes:
    return markdown.markdown(document).encode()


WRITERS: dict[str, Writer] = {
    "ke-hoach.md": _markdown,
    "ke-hoach.docx": docx.docx,
}
"""Every writer by the name of its file. To add one: write a module here, add it to the table."""

__all__ = ["WRITERS", "Writer"]
