"""SARIF 2.1.0: rules, results with their places, fixes as replacements."""

from pathlib import Path
from typing import Any

from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH401, TH905
from thads_dsl.diagnostics.sarif import as_sarif
from thads_dsl.source import SourceText, Span

PLAN = SourceText.read("thư mục/kế hoạch.plan", "một\nhai ba")
BASE = SourceText.read("gốc.plan", "bốn")
GAP = Diagnostic(
    code=TH401,
    message="chưa có mức",
    at=Label(Span(2, 4, 6)),
    also=(Label(Span(1, 0, 3), "ở gốc", BASE),),
    why="vì sao",
    ways=(
        Way("Sửa thành:", "hai bốn", Edit(Span(2, 4, 6), "bốn")),
        Way("Dán dưới:", "năm", Edit(Span(1, 0, 1), "năm", new_line=True)),
        Way("Xem", ""),
    ),
)
WARNING = Diagnostic(code=TH905, message="cao hơn", at=Label(Span(1, 0, 3)))


def run_of(*diagnostics: Diagnostic) -> dict[str, Any]:
    told: Any = as_sarif([(PLAN, diagnostics)], "1.2.3")
    assert told["version"] == "2.1.0"
    (run,) = told["runs"]
    return dict(run)


def test_rules_are_the_codes_that_occur_with_their_pages() -> None:
    driver = run_of(GAP, GAP, WARNING)["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == ("thads", "1.2.3", "vi")
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in driver["rules"]] == [("TH401", "error"), ("TH905", "warning")]
    assert driver["rules"][0]["help"]["markdown"].startswith("# TH401")


def test_a_result_names_its_rule_and_counts_code_points_from_one() -> None:
    run = run_of(WARNING, GAP)
    first, second = run["results"]  # by place
    assert run["columnKind"] == "unicodeCodePoints"
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("TH905", 1, "warning")
    assert (second["ruleId"], second["ruleIndex"], second["level"]) == ("TH401", 0, "error")
    place = second["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 5, "endColumn": 7}
    assert place["artifactLocation"] == {"uri": "th%C6%B0%20m%E1%BB%A5c/k%E1%BA%BF%20ho%E1%BA%A1ch.plan"}
    assert "vì sao" in second["message"]["text"]
    assert "relatedLocations" not in first


def test_a_place_in_another_file_names_that_file() -> None:
    (related,) = run_of(GAP)["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "g%E1%BB%91c.plan"}
    assert related["message"] == {"text": "ở gốc"}


def test_each_way_with_an_edit_is_a_fix_and_a_line_below_is_inserted_at_the_end_of_its_line() -> None:
    replaced, below = run_of(GAP)["results"][0]["fixes"]
    (change,) = replaced["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"startLine": 2, "startColumn": 5, "endColumn": 7}, "insertedContent": {"text": "bốn"}}
    ]
    (change,) = below["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"startLine": 1, "startColumn": 4, "endColumn": 4}, "insertedContent": {"text": "\nnăm"}}
    ]


def test_an_absolute_path_is_a_file_uri(tmp_path: Path) -> None:
    told: Any = as_sarif([(SourceText.read(str(tmp_path / "a b.plan"), "một"), (WARNING,))], "1")
    uri = told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("/a%20b.plan")
