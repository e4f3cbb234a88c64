"""The generated pages say what the table of families and the corpus say now, in words for clerks."""

import re

import pytest

from tests.contract.test_texts import foreign
from tests.reference import pages
from tests.reference.examples import chosen, examples, misses, shown_misses
from thads_dsl.diagnostics.codes import ALL
from thads_dsl.syntax.grammar import Form, form_groups, forms

# Together on one worker: the pages are made from the whole corpus, once.
pytestmark = pytest.mark.xdist_group("corpus")
# Shown nowhere: no sentence of it is ever accepted.
WITHOUT_EXAMPLES = {"T?"}


def identity(form: Form) -> str:
    return form.id


def test_generated_pages_are_fresh() -> None:
    stale = [path for path, text in pages.every_page().items() if not path.exists() or path.read_text("utf-8") != text]
    assert stale == [], "run python -m tests.reference.pages"


def test_the_folder_holds_generated_and_written_pages_and_nothing_else() -> None:
    generated = {path.name for path in pages.every_page() if path.parent == pages.FOLDER}
    assert {path.name for path in pages.FOLDER.iterdir()} == generated | {f"{name}.md" for name in pages.WRITTEN}


def test_every_form_has_a_group_and_a_title_of_its_own() -> None:
    assert {form.id[0] for form in forms()} == {group.letter for group in form_groups()}
    assert len({form.title for form in forms()}) == len(forms())
    assert all(form.title and form.title[0].isupper() for form in forms())


@pytest.mark.parametrize("form", forms(), ids=identity)
def test_a_form_shows_sentences_and_a_near_miss(form: Form) -> None:
    assert bool(chosen(form)) is (form.id not in WITHOUT_EXAMPLES)
    assert shown_misses(form)[0]


@pytest.mark.parametrize("form", forms(), ids=identity)
def test_what_a_form_wants_to_be_shown_first_is_in_the_corpus(form: Form) -> None:
    assert not form.shown or any(form.shown in example.text for example in examples()[form.id])
    assert form.missed in {"", *(miss.code for miss in misses().get(form.id, ()))}


def test_generated_pages_hold_no_word_of_programs() -> None:
    for path, text in pages.every_page().items():
        own = re.sub(r"^```text.*?^```$|<a id=.*$", "", text, flags=re.MULTILINE | re.DOTALL)  # goldens are looked at elsewhere
        assert foreign(own) == [], path


def test_links_lead_to_places_that_are_there() -> None:
    every = pages.every_page()
    for path, text in every.items():
        for file, anchor in re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", text):
            target = (path.parent / file).resolve()
            assert target.exists(), f"{path}: {file}"
            assert not anchor or f'<a id="{anchor}"></a>' in every[target]


def test_only_codes_that_exist_are_named() -> None:
    named = {code for text in pages.every_page().values() for code in re.findall(r"TH\d{3}", text)}
    assert named <= {code.id for code in ALL}
