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


# The plans beside any case or page: a points table for others to amend, and a plan for others to change.
BASE_TABLE = ROOT / "tests" / "samples" / "bang-tieu-chi.plan"
BASE_CLASSES = ROOT / "tests" / "samples" / "bang-xep-hang.plan"
BASE_PLAN = ROOT / "tests" / "samples" / "ke-hoach-goc.plan"
BASE_LIMITS = ROOT / "tests" / "samples" / "bang-muc-tru.plan"


def base_plan(name: str) -> str | None:
    """The text of one of them, by its name."""
    return next((path.read_text("utf-8") for path in (BASE_TABLE, BASE_CLASSES, BASE_LIMITS, BASE_PLAN) if path.name == name), None)
