"""Imports point one way, and only the rim of the program touches the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.places import MODULES, PACKAGE, layer

MAY_IMPORT: dict[str, set[str]] = {
    "source": set(),
    "diagnostics": {"source"},
    "syntax": {"source", "diagnostics"},
    "model": {"source"},
    "vocabulary": {"source", "diagnostics", "syntax", "model"},
    "check": {"source", "diagnostics", "syntax", "model", "vocabulary"},
    "consolidate": {"source", "diagnostics", "syntax", "model"},
    "evaluate": {"model"},
    "examples": {"source", "diagnostics", "syntax", "model", "check", "evaluate"},
    "backends": {"model", "diagnostics"},
    "data": {"source", "diagnostics", "model", "evaluate"},
    "pipeline": {"source", "diagnostics", "syntax", "model", "vocabulary", "check", "consolidate", "evaluate", "examples", "backends"},
    "tools": {"source", "diagnostics", "syntax", "model", "vocabulary", "check", "pipeline"},
    "cli": {"source", "diagnostics", "model", "evaluate", "data", "pipeline", "tools"},
    "__init__": {"source", "diagnostics", "model", "evaluate", "pipeline"},
}
# What reads the machine the program runs on: only the rim may, or the same plan would not give the same bytes.
WORLD = {
    "print", "input", "breakpoint", "os.environ", "os.getenv", "os.getcwd", "sys.exit", "sys.argv", "sys.stdout", "sys.stdin",
    "datetime.now", "datetime.today", "date.today", "time.time", "time.localtime", "random", "secrets", "uuid", "locale",
    "Path.cwd", "Path.home",
}  # fmt: skip
WRITING = {"open", "write_text", "write_bytes", "mkdir", "unlink"}
RIM = {"cli"}
# Statistics come as a path, so data/ opens what it is given; the tables of the grammars are kept with the compiled modules.
MAY_TOUCH_FILES = {"data": {"open"}, "syntax/lalr.py": {"write_bytes", "mkdir", "unlink"}}


def imports(path: Path) -> Iterator[str]:
    """Dotted names of all that a module imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layers_imported(path: Path) -> set[str]:
    """The stages that a module imports something of."""
    names = (name.split(".") for name in imports(path))
    return {parts[1] if len(parts) > 1 and _is_layer(parts[1]) else "__init__" for parts in names if parts[0] == "thads_dsl"}


def _is_layer(name: str) -> bool:
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    here = layer(path)
    assert here in MAY_IMPORT, f"{here} is a new stage: say in MAY_IMPORT what it may import"
    assert layers_imported(path) - {here} <= MAY_IMPORT[here]


def test_no_two_stages_import_each_other() -> None:
    assert not [(one, other) for one, below in MAY_IMPORT.items() for other in below if one in MAY_IMPORT[other]]


@pytest.mark.parametrize("path", sorted((PACKAGE / "backends").rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_backend_imports_no_other_backend(path: Path) -> None:
    inside = path.relative_to(PACKAGE / "backends")
    if len(inside.parts) == 1:
        return  # the list of backends names them all
    others = {name.split(".")[2] for name in imports(path) if name.startswith("thads_dsl.backends.")}
    assert others <= {inside.parts[0]}


def test_nothing_rests_on_a_rule_of_checking() -> None:
    """What rules share stands beside them; only what runs them imports them."""
    runners = {PACKAGE / "check" / "__init__.py", PACKAGE / "check" / "remainder.py"}
    others = [path for path in MODULES if path not in runners and path.parent != PACKAGE / "check" / "rules"]
    assert not [path for path in others if any(name.startswith("thads_dsl.check.rules.") for name in imports(path))]


def test_lark_is_known_to_syntax_only() -> None:
    users = {layer(path) for path in MODULES if any(name.partition(".")[0] == "lark" for name in imports(path))}
    assert users == {"syntax"}


def dotted(node: ast.AST) -> str:
    """`os.environ` for the attribute, `print` for the name, else nothing."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def touches(path: Path) -> set[str]:
    """What of the world a module names."""
    tree = ast.parse(path.read_text("utf-8"))
    named = {dotted(node) for node in ast.walk(tree)} | {name.partition(".")[0] for name in imports(path)}
    return named & WORLD


def files_written(path: Path) -> set[str]:
    """Calls in a module that could write a file, or read one by a path of its own."""
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    names = {call.attr if isinstance(call, ast.Attribute) else dotted(call) for call in calls}
    return names & WRITING


def is_script(path: Path) -> bool:
    """A module that people run by itself to make a file of the package (python -m …)."""
    return '__name__ == "__main__"' in path.read_text("utf-8")


@pytest.mark.parametrize("path", [path for path in MODULES if layer(path) not in RIM], ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_touches_the_world(path: Path) -> None:
    if is_script(path):
        return
    assert not touches(path)
    own = MAY_TOUCH_FILES.get(layer(path), set()) | MAY_TOUCH_FILES.get(path.relative_to(PACKAGE).as_posix(), set())
    assert files_written(path) <= own


def test_a_law_about_imports_sees_imports_inside_functions(tmp_path: Path) -> None:
    module = tmp_path / "m.py"
    module.write_text("def f() -> None:\n    from thads_dsl.check import rules\n    import os\n    os.environ['A']\n    print()\n")
    assert layers_imported(module) == {"check"}
    assert touches(module) == {"os.environ", "print"}
