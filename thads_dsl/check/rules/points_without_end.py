"""TH952, TH638: points that are added or deducted again and again, and nothing says up to how many, or for which of them."""

import re
from collections.abc import Iterator
from fractions import Fraction

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH638, TH952
from thads_dsl.model.points import Criterion, PerEvent, PerStep, change_sign
from thads_dsl.model.units import two_digits
from thads_dsl.syntax.grammar import phrases

_VERBS = {-1: "trừ", 1: "cộng"}
# “, trừ không quá 15 điểm”, “(tối đa 15 điểm)”: the limit of the change that it stands behind
_LIMIT = re.compile(
    r"(?:, | ?\()(?:nhưng )?(?:(?:bị )?(?:trừ|cộng)(?: thêm)? )?"
    r"(?:tối đa|(?:tối đa )?không (?:vượt )?quá|nhiều nhất)(?: (?:là|bằng|trừ|cộng))? (?:\d+(?:,\d+)? ?điểm|điểm chuẩn)\)?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*[,;]\s*(?=(?:cứ )?mỗi\b)", re.IGNORECASE)


def points_without_end(facts: Facts) -> Iterator[Diagnostic]:
    """Every criterion that loses, or gains, points for each occurrence without a limit that the text says."""
    for table in facts.whole_tables:
        for criterion in table.criteria:
            for sign in _VERBS:
                yield from _unlimited(facts, criterion, sign)


def _unlimited(facts: Facts, criterion: Criterion, sign: int) -> Iterator[Diagnostic]:
    changes = [each for each in criterion.changes if isinstance(each, PerEvent | PerStep) and change_sign(each) == sign]
    in_all = criterion.gains if sign > 0 else criterion.losses
    if in_all is not None or all(each.most is not None for each in changes) or _said_unlimited(criterion.text):
        return
    verb = _VERBS[sign]
    last = changes[-1].most
    if last is not None and (ways := _two_readings(facts, criterion, verb, last)):
        yield Diagnostic(
            code=TH638,
            message=f"tiêu chí {criterion.number}: {two_digits(last)} điểm là mức nhiều nhất của mọi khoản {verb}, hay của khoản cuối",
            at=Label(facts.spans[criterion.id]),
            why="Hai cách hiểu cho hai số điểm khác nhau.",
            ways=ways,
        )
        return
    limit = "điểm chuẩn" if criterion.standard else "… điểm"
    joint = "," if len(changes) == 1 else ";"  # behind a semicolon it is the limit of them all
    yield Diagnostic(
        code=TH952,
        message=f"tiêu chí {criterion.number}: điểm {verb} không có mức nhiều nhất",
        at=Label(facts.spans[criterion.id]),
        why="Tiêu chí này có thể âm điểm." if sign < 0 else "Tiêu chí này có thể hơn mọi tiêu chí khác.",
        ways=(Way("Thêm vào cuối câu một trong hai:", f"{joint} {verb} không quá {limit}   |   , không giới hạn"),),
    )


def _two_readings(facts: Facts, criterion: Criterion, verb: str, most: Fraction) -> tuple[Way, ...]:
    """“Mỗi A trừ 01 điểm, mỗi B trừ 02 điểm, trừ không quá 15 điểm”: the most of both, or of the last; each as a cell that says it."""
    found = list(_LIMIT.finditer(criterion.text))
    if len(found) != 1:
        return ()
    limit = found[0]
    without = f"{criterion.text[: limit.start()]}{criterion.text[limit.end() :]}".rstrip(" .;")
    whole = "điểm chuẩn" if "chuẩn" in limit[0] else f"{two_digits(most)} điểm"
    head, pieces = _pieces(criterion.text)
    apart = [piece if _LIMIT.search(piece) else f"{piece}, không giới hạn" for piece in pieces]
    of_all, of_the_last = f"{without}; {verb} không quá {whole}", "; ".join((*head, *apart))
    return (
        Way(f"Nếu đó là mức nhiều nhất của mọi khoản {verb}, ô ấy viết:", _written(facts, criterion, of_all)),
        Way("Nếu chỉ là của khoản cuối, ô ấy viết:", _written(facts, criterion, of_the_last)),
    )


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """What stands before the first “mỗi …”, and each “mỗi …” of a cell."""
    parts = _NEXT.split(text.rstrip(" .;"))
    counted = re.match(r"(?:cứ )?mỗi\b", parts[0], re.IGNORECASE) is not None
    return ([], parts) if counted else (parts[:1], parts[1:])


def _written(facts: Facts, criterion: Criterion, cell: str) -> str:
    """The cell; of an amended table the sentence that gives it."""
    amended = facts.draft.amended
    if amended is None:
        return cell
    return f"Sửa cách chấm tiêu chí {amended.old.get(criterion.number, '…')} “{criterion.title}” thành: {cell}."


def _said_unlimited(text: str) -> bool:
    """Whether a cell says that there is no limit, in any of the words for it."""
    return any(phrase.text in text.casefold() for phrase in phrases() if phrase.terminal == "UNLIMITED")
