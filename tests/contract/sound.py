"""Every sound plan that there is: the real ones, the good cases, and the right examples of the guide and of the pages on codes."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.contract.places import CORPUS, PAGES, ROOT, base_plan, plans
from thads_dsl.cli.files import beside
from thads_dsl.source import Load

GUIDE = ROOT / "docs" / "huong-dan"
_EXAMPLE = re.compile(r"^```plan đúng(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sound_plans() -> Iterator[tuple[str, bytes, Load]]:
    """A name, the plan, and what it may load."""
    for plan in [*plans(), *sorted((CORPUS / "good").glob("*/in.plan"))]:
        yield plan.parent.name if plan.stem == "in" else plan.stem, plan.read_bytes(), _or_base_plan(beside(plan))
    for page in [*sorted(GUIDE.glob("*.md")), *sorted(PAGES.glob("*.md"))]:
        yield from _examples(page)


def _examples(page: Path) -> Iterator[tuple[str, bytes, Load]]:
    """The right examples of a page; one may load those before it."""
    found: dict[str, str] = {}
    for at, (name, text) in enumerate(_EXAMPLE.findall(page.read_text("utf-8")), 1):
        yield f"{page.stem}-{at}", text.encode(), _or_base_plan(dict(found).get)
        found[name] = text


def _or_base_plan(load: Load) -> Load:
    return lambda name: load(name) or base_plan(name)
