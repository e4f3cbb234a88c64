"""One case, one folder: plans that must be read, plans that must be refused, and what is said of them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contract.places import CORPUS, base_plan
from thads_dsl.data import read_statistics
from thads_dsl.diagnostics import Severity
from thads_dsl.diagnostics.codes import ALL
from thads_dsl.diagnostics.model import ordered
from thads_dsl.diagnostics.render import closing, closing_data, full, full_data
from thads_dsl.pipeline import analyse, compile_plan
from thads_dsl.source import Load

Same = Callable[[Path, str], None]
BESIDE = (".danhmuc", ".plan")  # what a plan can name
TABLES = "so-lieu"  # a folder of CSV files beside in.plan, for cases about statistics


def cases(kind: str) -> list[Path]:
    """The folders of a kind of case; an empty corpus must not pass, so there is one that does not exist."""
    return sorted((CORPUS / kind).glob("*/")) or [CORPUS / kind / "no-case"]


def name(path: Path) -> str:
    return path.name


def codes_in(folder: Path) -> set[str]:
    """The codes that begin a folder's name: TH401-touching, TH101-TH501-two-mistakes."""
    return set(re.findall(r"TH\d{3}", re.match(r"(?:TH\d{3}-)*", folder.name)[0]))  # type: ignore[index]  # the pattern always matches


def beside(case: Path) -> Load:
    """Reads what a case has beside its plan: danh mục, and plans that it changes; else those beside any case."""

    def load(name: str) -> bytes | str | None:
        path = case / name
        return path.read_bytes() if path.suffix in BESIDE and path.is_file() else base_plan(name)

    return load


def report(case: Path) -> tuple[set[str], str]:
    """The codes that a case gives, and all that is said of it."""
    analysis = analyse("in.plan", (case / "in.plan").read_bytes(), beside(case))
    found = {each.code.id for each in analysis.diagnostics}
    said = [full(each, analysis.source).plain for each in ordered(analysis.diagnostics)] + [closing(analysis.diagnostics)]
    if (case / TABLES).exists():
        assert analysis.plan is not None, "a case about statistics needs a sound plan"
        _, complaints = read_statistics(analysis.plan, case / TABLES)
        found |= {each.code.id for each in complaints}
        said += [full_data(each).plain for each in complaints] + [closing_data(complaints)]
    return found, "\n\n".join(said) + "\n"


@pytest.mark.parametrize("case", cases("bad"), ids=name)
def test_a_wrong_plan_gives_the_codes_of_its_name_and_says_what_its_golden_says(case: Path, same: Same) -> None:
    wanted = codes_in(case)
    assert wanted, f"{case.name} does not begin with a code"
    found, said = report(case)
    assert found == wanted  # --accept cannot bless another mistake
    same(case / "expected.txt", said)


@pytest.mark.parametrize("case", cases("good"), ids=name)
def test_a_sound_plan_is_compiled_and_says_what_its_golden_says(case: Path, same: Same) -> None:
    raw = (case / "in.plan").read_bytes()
    analysis = analyse("in.plan", raw, beside(case))
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    assert not [each for each in analysis.diagnostics if each.severity is Severity.ERROR]
    same(case / "expected.txt", compile_plan(analysis.plan)["quy-tac.json"].decode("utf-8"))


@pytest.mark.parametrize("kind", ["bad", "good"])
def test_a_corpus_holds_cases_and_nothing_else(kind: str) -> None:
    folders = cases(kind)
    assert all(folder.is_dir() for folder in folders), f"no cases in {CORPUS / kind}"
    inside = [path for folder in folders for path in folder.iterdir()]
    assert {path.name for path in inside if path.suffix not in BESIDE} <= {"expected.txt", TABLES}
    assert all((folder / "in.plan").is_file() for folder in folders)
    assert not [path for path in (CORPUS / kind).iterdir() if not path.is_dir()]
    assert all(folder.name.isascii() for folder in folders)  # names become test ids


def test_a_corpus_has_no_other_kind() -> None:
    assert {path.name for path in CORPUS.iterdir()} == {"bad", "good"}


def test_codes_in_names_of_cases_exist() -> None:
    assert {code for case in cases("bad") for code in codes_in(case)} <= {code.id for code in ALL}
