"""Every id of the language has cases of its own: read in several wordings, and refused where a sentence only looks like it."""

from pathlib import Path

import pytest

from tests.contract.coverage import Cover, alike, covers, named, used
from tests.contract.seed_runs import is_own, runs, seed_runs
from tests.contract.test_corpus import TABLES, cases, codes_in, name
from thads_dsl.syntax.grammar import forms

pytestmark = pytest.mark.xdist_group("corpus")  # with the pages that are made from the same cases
IDS = {form.id for form in forms()}
SENTENCES = 3
# Ids that no rule of sentence.lark reads: anniversaries in running text, the rows of a points table.
WITHOUT_RULES = {"D7", "P1"}
# Codes about a text, its front, its vocabulary, its notes, its examples, its statistics or its style: no sentence family is near them.
# A case of them may name none.
ABOUT_NO_SENTENCE = (
    "TH00", "TH103", "TH104", "TH105", "TH106", "TH107", "TH108", "TH109", "TH11", "TH204", "TH205", "TH209", "TH210", "TH241",
    "TH242", "TH243", "TH7", "TH8", "TH9",
)  # fmt: skip
UNREADABLE = "TH00"  # what is no text takes no first line


def is_about_no_sentence(case: Path) -> bool:
    """Whether a refused case may name no id."""
    return (case / TABLES).exists() or all(code.startswith(ABOUT_NO_SENTENCE) for code in codes_in(case))


@pytest.mark.parametrize("case", [*cases("good"), *cases("bad")], ids=name)
def test_a_case_names_the_ids_that_it_is_about(case: Path) -> None:
    ids = named(case)
    if ids is None:
        assert all(code.startswith(UNREADABLE) for code in codes_in(case) or {"none"}), "no line “# Mẫu: …” at the top"
    elif not ids and case in cases("bad"):
        assert is_about_no_sentence(case)
    else:
        assert set(ids) <= IDS
        assert list(ids) == sorted(ids, key=[form.id for form in forms()].index)


@pytest.mark.parametrize("case", cases("good"), ids=name)
def test_a_sound_case_is_read_by_the_ids_that_it_names(case: Path) -> None:
    found = set(used(case))
    assert set(named(case) or ()) <= found
    assert named(case) or not found  # “không” is for cases without any sentence


def lacks(cover: Cover) -> bool:
    """Whether an id has too few sentences or cases, none in words of its own, or no near miss."""
    return len(cover.sentences) < SENTENCES or len(cover.cases) < SENTENCES or not cover.own or not cover.misses


def test_every_id_has_three_sentences_in_three_cases_one_in_its_own_words_and_a_near_miss() -> None:
    assert [cover.id for cover in covers() if lacks(cover)] == []


def test_what_no_rule_reads_is_known() -> None:
    assert {form.id for form in forms() if not form.rules} == WITHOUT_RULES


def test_a_case_that_only_names_an_id_is_no_near_miss_of_it() -> None:
    some, others = frozenset({"BELOW", "MEASURE", "REACH"}), frozenset({"BELOW", "MEASURE", "QUANTITY", "PERCENT"})
    assert alike(some, others | {"REACH"}) and not alike(some, others) and not alike(frozenset(), frozenset())


def test_words_of_a_seed_are_told_from_others() -> None:
    assert len(seed_runs()) > 5_000
    assert not is_own("Không bị kỷ luật từ hình thức “khiển trách” trở lên")
    assert is_own("Chi cục nào cũng có vườn hoa, ao cá và nhà để xe mới")


def test_a_run_is_of_six_words_whatever_their_signs_and_capitals() -> None:
    assert len(list(runs("một hai ba bốn năm sáu bảy"))) == 2
    assert list(runs("Một, hai; BA bốn năm sáu")) == list(runs("mot hai ba bon nam sau"))
    assert not list(runs("một hai ba bốn năm"))
