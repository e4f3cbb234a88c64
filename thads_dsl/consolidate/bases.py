"""Which plan a document changes, and what is wrong where there is none to change."""

from collections.abc import Sequence

from thads_dsl.diagnostics import Diagnostic, Label, Severity, Way
from thads_dsl.diagnostics.codes import TH619
from thads_dsl.source import SourceText
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import Key, Outline, file_named

_KEY = "sửa đổi"
_WHY = "Kế hoạch gốc là một tệp .plan không có lỗi, đặt cùng thư mục với văn bản sửa đổi."


def amends(plan: Outline) -> bool:
    """Whether a plan says that it changes another one."""
    return any(key.name == _KEY for key in plan.keys)


def base_named(source: SourceText) -> tuple[Key, str]:
    """The key of an amending document, and the file that it names."""
    key = next(key for key in outline(source).keys if key.name == _KEY)
    return key, file_named(key)


def missing_base(key: Key, name: str) -> Diagnostic:
    """There is no such file."""
    return _refused(key, f"máy chưa tìm thấy “{name}”", ways=(Way("Ghi ở đầu văn bản:", "Sửa đổi: ke-hoach-goc.plan"),))


def circular_base(key: Key, name: str) -> Diagnostic:
    """The plan that is changed is, over one or more steps, changed by itself."""
    return _refused(key, f"“{name}” lại sửa đổi chính văn bản này")


def unsound_base(key: Key, name: str, source: SourceText, complaints: Sequence[Diagnostic]) -> Diagnostic:
    """The plan that is changed has errors of its own; the first of them is shown."""
    errors = [each for each in complaints if each.severity is Severity.ERROR]
    first = errors[0]
    at = Label(first.at.span, first.message, first.at.source or source)
    return _refused(key, f"“{name}” còn {len(errors)} lỗi, phải sửa trước", also=(at,))


def _refused(key: Key, message: str, also: tuple[Label, ...] = (), ways: tuple[Way, ...] = ()) -> Diagnostic:
    return Diagnostic(code=TH619, message=message, at=Label(key.value.span()), also=also, why=_WHY, ways=ways)
