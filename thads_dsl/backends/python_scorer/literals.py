"""Values of the plan as Python source. The author's text reaches the program only through these."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

_GROUPED_FROM = 10_000
Literal = str | int | bool | Fraction | date | None | tuple["Literal", ...]


def python(value: Literal) -> str:
    """A literal that evaluates to the value; characters that cannot be seen are escaped."""
    match value:
        case tuple():
            inner = ", ".join(python(each) for each in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case Fraction():
            return python(value.numerator) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case bool():
            return repr(value)
        case int():
            return f"{value:_}" if abs(value) >= _GROUPED_FROM else str(value)
        case _:
            return repr(value)


def python_set(values: Iterable[str]) -> str:
    """A set, in the order given."""
    inner = ", ".join(python(each) for each in values)
    return f"{{{inner}}}" if inner else "frozenset()"


def comment(text: str) -> str:
    """Text on one line, without characters that cannot be seen: it cannot leave its comment."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def docstring(text: str) -> str:
    """A comment's text that cannot leave its docstring either."""
    return comment(text).replace("\\", "\\\\").replace('"', "”")
