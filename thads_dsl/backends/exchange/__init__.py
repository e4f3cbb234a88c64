"""The rules of a plan for other programs: `quy-tac.json`, with its JSON Schema beside this file."""

import json
from pathlib import Path

from thads_dsl.backends.exchange.rules import rules
from thads_dsl.model.plan import Plan

__all__ = ["SCHEMA_FILE", "rules_json"]

SCHEMA_FILE = Path(__file__).parent / "quy-tac.schema.json"


def rules_json(plan: Plan) -> str:
    """The typed rules as text, schema `thads.rules/1`. Says nothing of lines or files: how a plan is saved changes no byte of it."""
    return json.dumps(rules(plan), ensure_ascii=False, indent=2) + "\n"
