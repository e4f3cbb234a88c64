"""A plan and the document that changes it → one text with every change made: what is in force, to be read like any plan.

Places in a change are those of the plan that it changes. The text knows of each of its lines where it was written.
"""

from thads_dsl.consolidate.bases import amends, base_named, circular_base, missing_base, unsound_base
from thads_dsl.consolidate.changes import written_changes
from thads_dsl.consolidate.mapping import mapped
from thads_dsl.consolidate.merge import Merged, consolidated
from thads_dsl.consolidate.text import Text

__all__ = [
    "Merged", "Text", "amends", "base_named", "circular_base", "consolidated", "mapped", "missing_base", "unsound_base", "written_changes",
]  # fmt: skip
