"""What the cell of a title says."""

import pytest

from thads_dsl.model.titles import titles

KNOWN = frozenset({"Chấp hành viên", "Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên, cán sự", "Thư ký - Văn thư và lưu trữ"})
UNITS = frozenset({"Phòng THADS khu vực", "Phòng Nghiệp vụ"})


@pytest.mark.parametrize(
    "joint", [", ", "; ", " và ", " kiêm ", " kiêm nhiệm ", " - ", "-", " KIÊM ", ", kiêm ", "/", " & "]
)  # fmt: skip
def test_several_titles_in_one_cell_are_names_of_their_own(joint: str) -> None:
    assert titles(f"Chấp hành viên{joint}Trưởng phòng", KNOWN, UNITS) == ("Chấp hành viên", "Trưởng phòng")


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Chấp hành viên", ("Chấp hành viên",)),
        ("Chuyên viên, cán sự", ("Chuyên viên, cán sự",)),
        ("Chấp hành viên, Chuyên viên, cán sự", ("Chấp hành viên", "Chuyên viên, cán sự")),
        ("Thư ký - Văn thư và lưu trữ kiêm Chấp hành viên", ("Thư ký - Văn thư và lưu trữ", "Chấp hành viên")),
        ("Chấp hành viên, Kế toán", ("Chấp hành viên", "Kế toán")),
        ("Trưởng phòng (Chấp hành viên)", ("Trưởng phòng", "Chấp hành viên")),
        ("Kế toán", ("Kế toán",)),
        ("Trưởng Phòng THADS khu vực", ("Trưởng phòng",)),
        ("Phó Trưởng Phòng Nghiệp vụ kiêm Chấp hành viên", ("Phó Trưởng phòng", "Chấp hành viên")),
        ("Trưởng Phòng THADS khu vực 3", ("Trưởng phòng",)),
        ("Trưởng phòng Vật tư", ("Trưởng phòng Vật tư",)),
        ("Chấp hành viên sơ cấp", ("Chấp hành viên sơ cấp",)),
        ("Chấp hành viên, Chấp hành viên", ("Chấp hành viên",)),
    ],
)
def test_the_longest_declared_names_are_read_first_and_what_is_left_stands_as_written(cell: str, read: tuple[str, ...]) -> None:
    assert titles(cell, KNOWN, UNITS) == read
