"""Where the things stand that the laws are about."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "thads_dsl"
GRAMMAR = ROOT / "grammar"
PAGES = PACKAGE / "diagnostics" / "pages"
CORPUS = ROOT / "tests" / "corpus"
PLANS = ROOT / "plans"
GENERATED = ROOT / "generated"
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    """The stage a module belongs to: its folder, or its own name right under the package."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def plans() -> list[Path]:
    """Every real plan; there must be one."""
    found = sorted(PLANS.glob("*/*.plan"))
    assert found, f"no plan in {PLANS}"
    return found


def first_plan() -> Path:
    """The plan of the first issue, which many tests look into."""
    return PLANS / "hau-giang-2024" / "hau-giang-2024.plan"


# The one plan beside any case or page: a points table for others to amend.
BASE_TABLE = ROOT / "tests" / "samples" / "bang-tieu-chi.plan"


def base_table(name: str) -> str | None:
    """Its text, by its name."""
    return BASE_TABLE.read_text("utf-8") if name == BASE_TABLE.name else None
