"""What the council judges in a list of standards, and of whom.

“Nhiệm vụ do cấp có thẩm quyền quyết định” is no decision on the award; “Thư ký hoàn thành tốt nhiệm vụ” is asked of Thư ký alone.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from thads_dsl.model.statistics import Base
from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import WORD, Lexeme

# What an authority decides about an award; anything else that it decides on only says which merit is meant.
_DECIDED = re.compile(
    r"(?:(?:các|những|việc|khi)\s+)*(?:trường hợp|số lượng|mức|hình thức|khen thưởng|tặng|xét|tiền thưởng|danh sách)\b", re.IGNORECASE
)
_EVERYBODY = frozenset(base.value for base in Base)


def is_decided(statement: condition_tree.ByAuthority) -> bool:
    """Whether an authority decides on the award itself (C9): “Số lượng do cấp có thẩm quyền quyết định”."""
    return not statement.what or _DECIDED.match(statement.what) is not None


def judged_subjects(lexemes: Sequence[Lexeme]) -> tuple[tree.Subject, ...]:
    """Whom the first words of a judgment name; nobody where they name none, or all (“Cá nhân có tinh thần …”)."""
    first = tuple(takewhile(lambda lexeme: lexeme.terminal != WORD, lexemes))
    said = read_tokens(first, ("context",)) if first and first[0].terminal in ("SUBJECT", "PEOPLE") else None
    if not isinstance(said, tree.Context) or said.facet or said.having or said.quantity:
        return ()
    return (
        () if any(each.name.canonical in _EVERYBODY and not (each.negated or each.remaining) for each in said.subjects) else said.subjects
    )
