"""Plan → artefacts. Each folder knows the model and nothing else of ours."""

from collections.abc import Callable

from thads_dsl.backends.document import WRITERS
from thads_dsl.backends.exchange import rules_json
from thads_dsl.backends.python_scorer import python_scorer
from thads_dsl.model.document import Document
from thads_dsl.model.plan import Plan


def _document(writer: Callable[[Document], bytes]) -> Callable[[Plan], bytes]:
    return lambda plan: writer(plan.document)


# File name → what writes it, in the order of the table that the reports print.
BACKENDS: dict[str, Callable[[Plan], bytes]] = {
    "scorer.py": lambda plan: python_scorer(plan).encode(),
    "quy-tac.json": lambda plan: rules_json(plan).encode(),
    **{name: _document(writer) for name, writer in WRITERS.items()},
}
