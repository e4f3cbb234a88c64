"""click speaks Vietnamese: each of its texts is in messages.po, and messages.mo says what messages.po says."""

import ast
import gettext
import re
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from thads_dsl.cli import terminal

FOLDER = Path(terminal.__file__).parent / "locale" / "vi" / "LC_MESSAGES"


def texts_of_click() -> set[str]:
    """The first argument of every `_(…)` and `ngettext(…)` in the installed click."""
    found: set[str] = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.add(text.value)
    return found


def translations() -> dict[str, str]:
    with (FOLDER / "messages.po").open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    return {_first(message.id): _first(message.string) for message in catalog if message.id}


def _first(text: str | list[str] | tuple[str, ...] | None) -> str:
    """A text itself, or the singular of one that has a plural."""
    return text if isinstance(text, str) else (text or ("",))[0]


def test_every_text_of_click_is_translated() -> None:
    texts = texts_of_click()
    assert len(texts) > 60  # the search itself works
    assert not texts - {text for text, meant in translations().items() if meant}


@pytest.mark.parametrize("text", sorted(translations()))
def test_a_translation_names_no_field_that_click_does_not_give(text: str) -> None:
    fields = re.compile(r"{(\w+)|%\((\w+)\)")
    plural = {"{possibilities}", "{choices}", "{formats}", "{nargs}", "{len}"}
    given = set(fields.findall(text)) | set(fields.findall("".join(plural)))
    assert set(fields.findall(translations()[text])) <= given


def test_the_compiled_catalogue_says_what_its_source_says() -> None:
    with (FOLDER / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for text, meant in translations().items():
        assert meant in (compiled.gettext(text), compiled.ngettext(text, text, 1))
