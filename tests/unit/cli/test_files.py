"""What the command line reads for the compiler: files in the plan's own folder, and nothing else of the machine."""

import os
from pathlib import Path

import pytest

from thads_dsl.cli.files import beside
from thads_dsl.source.loading import MOST_LOADED


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan in a folder of its own, with a file beside it, one below and one above."""
    folder = tmp_path / "ke-hoach"
    (folder / "chung").mkdir(parents=True)
    (folder / "a.danhmuc").write_bytes(b"beside")
    (folder / "chung" / "b.danhmuc").write_bytes(b"below")
    (tmp_path / "c.danhmuc").write_bytes(b"above")
    return folder / "thu.plan"


@pytest.mark.parametrize(("name", "content"), [("a.danhmuc", b"beside"), ("./a.danhmuc", b"beside"), ("chung/b.danhmuc", b"below")])
def test_files_beside_and_below_a_plan_are_read(plan: Path, name: str, content: bytes) -> None:
    assert beside(plan)(name) == content


@pytest.mark.parametrize("name", ["../c.danhmuc", "/etc/hostname", "chung", "không có", "", "a\0b", "x" * 5000])
def test_nothing_else_is_read(plan: Path, name: str) -> None:
    assert beside(plan)(name) is None


def test_a_link_that_leads_out_of_the_folder_is_not_followed(plan: Path) -> None:
    (plan.parent / "d.danhmuc").symlink_to(plan.parents[1] / "c.danhmuc")
    assert beside(plan)("d.danhmuc") is None


def test_a_pipe_is_not_waited_for(plan: Path) -> None:
    os.mkfifo(plan.parent / "e.danhmuc")
    assert beside(plan)("e.danhmuc") is None


def test_a_long_file_is_cut_where_it_is_too_long(plan: Path) -> None:
    (plan.parent / "f.danhmuc").write_bytes(b"x" * (MOST_LOADED + 100))
    content = beside(plan)("f.danhmuc")
    assert content is not None and len(content) == MOST_LOADED + 1
