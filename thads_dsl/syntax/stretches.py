"""Where in a sentence a name may begin and end that nobody has declared."""

from collections.abc import Iterator
from functools import cache

from thads_dsl.syntax.grammar import name_words, phrases
from thads_dsl.syntax.heads import DEED, says
from thads_dsl.syntax.lexer import MEASURED, WORD, Lexeme, of_time
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.written_forms import Figure

_WIDEST = 30  # tokens from the first unknown word to the last
_AROUND = 5  # known tokens on either side that may belong to the name
# Words that only rules use: no name holds one at an end.
RULE_WORDS = frozenset(
    "REACH MUST_REACH STRIVE HAVING AT_LEAST AT_MOST ABOVE BELOW OR_MORE OR_LESS DISCIPLINED AWARD_FORM AWARDS FOR".split()  # noqa: SIM905
)
# Figures that rules set: no name holds one. A legal reference and a stretch of years may stand within a name.
_FIGURES = frozenset(
    "PERCENT AWARDS DATE PLACE".split()  # noqa: SIM905
)
_BOUNDS = frozenset({"FROM", "ABOVE", "BELOW", "AT_LEAST", "AT_MOST"})
_COMPARING = frozenset({"AVERAGE", "HIGHER", "NOT_HIGHER", "LOWER", "NOT_LOWER"})
_DEMANDING = frozenset({"REACH", "MUST_REACH", "STRIVE"})
_OF_STATISTICS = frozenset({"có", "số", "lệ"})  # behind one of them stands what is counted
_LONGEST_PHRASE = 6  # words
_NO_NAMES = ("", DEED, WORD)


def stretches(lexemes: tuple[Lexeme, ...]) -> Iterator[tuple[int, int]]:
    """Where a name may begin and end that holds every unknown word, the shortest first."""
    unknown = [index for index, lexeme in enumerate(lexemes) if lexeme.terminal in (WORD, "QUOTED")]
    if not unknown or unknown[-1] - unknown[0] >= _WIDEST:
        return
    first, last = unknown[0], unknown[-1]
    before = range(first - 1, max(-1, first - 1 - _AROUND), -1)
    behind = range(last + 1, min(len(lexemes), last + 1 + _AROUND))
    lows = [*_inner(lexemes[first : last + 1], first, 1), *_widening(lexemes, before)]
    highs = [*_inner(lexemes[last : first - 1 if first else None : -1], last, -1), *_widening(lexemes, behind)]
    pairs = sorted(((low, high) for low in lows for high in highs if low <= high), key=lambda pair: (pair[1] - pair[0], pair[0]))
    for low, high in pairs:
        if _may_end(lexemes, high) and not any(_sets(lexeme) for lexeme in lexemes[low : high + 1]):
            yield lexemes[low].start, lexemes[high].end


def wide_stretches(lexemes: tuple[Lexeme, ...], text: str) -> Iterator[tuple[int, int]]:
    """The same where a name begins with words that say of what kind it is, whatever stands within it; the shortest first.

    “tỷ lệ việc có giá trị từ 1 tỷ đồng trở lên giải quyết xong”: what such a name holds is no rule of its own.
    """
    unknown = [index for index, lexeme in enumerate(lexemes) if lexeme.terminal in (WORD, "QUOTED")]
    if not unknown:
        yield from _of_an_age(lexemes)
        return
    first, last = unknown[0], unknown[-1]
    begins = [*range(max(0, first - _AROUND), first), *_inner(lexemes[first : last + 1], first, 1)]
    lows = [low for low in begins if says(text[lexemes[low].start :]) not in _NO_NAMES]
    highs = range(last, min(len(lexemes), last + _WIDEST))
    for low, high in sorted(((low, high) for low in lows for high in highs), key=lambda pair: (pair[1] - pair[0], pair[0])):
        inside = lexemes[low : high + 1]
        if _may_end(lexemes, high) and not any(_asks(each) or (_sets(each) and each.terminal != "DATE") for each in inside):
            yield lexemes[low].start, lexemes[high].end


def _of_an_age(lexemes: tuple[Lexeme, ...]) -> Iterator[tuple[int, int]]:
    """“Nhân viên hợp đồng từ 2 năm”: some of those of a known name, by how long they have been it."""
    for who, bound, time in zip(lexemes, lexemes[1:], lexemes[2:], strict=False):
        if who.terminal == NameKind.SUBJECT.value and bound.terminal in ("FROM", "ABOVE", "BELOW") and of_time(time):
            yield who.start, time.end


def _sets(lexeme: Lexeme) -> bool:
    """Whether it is a figure that a rule sets; an article of a law is none."""
    return lexeme.terminal in _FIGURES and not (lexeme.terminal == "PLACE" and " Điều " in f" {lexeme.text}")


def _asks(lexeme: Lexeme) -> bool:
    return lexeme.terminal in ("MUST_REACH", "STRIVE", "BEFORE", "AT_LATEST", "DISCIPLINED")


def _may_end(lexemes: tuple[Lexeme, ...], at: int) -> bool:
    if lexemes[at].terminal not in MEASURED or of_time(lexemes[at]) or ends_a_bound_of_the_name(lexemes, at):
        return True
    own, *behind = lexemes[at : at + 3]
    return len(behind) == 2 and behind[0].terminal in _BOUNDS and _in_another_unit(own, behind[1])


def _in_another_unit(own: Lexeme, asked: Lexeme) -> bool:
    """“được vận động 02 lần | từ 10 việc trở lên”: what is asked stands behind a bound."""
    return isinstance(own.value, Figure) and isinstance(asked.value, Figure) and own.value.unit != asked.value.unit


def ends_a_bound_of_the_name(lexemes: tuple[Lexeme, ...], at: int) -> bool:
    """“vụ đông đương sự trên 10 người | dưới 15%”: before another bound in another unit, or a comparison, one belongs to the name.

    Of those who have a name (“Tổ xử lý án trên 50 tỷ đồng | đạt …”) before what they are to do, too.
    """
    end = at - (lexemes[at].terminal == "OR_MORE")
    bound = lexemes[end].value
    behind = [*lexemes[at + 1 : at + 3], None, None][:2]
    if end < 1 or lexemes[end - 1].terminal not in _BOUNDS or not isinstance(bound, Figure) or behind[0] is None:
        return False
    figure = behind[1].value if behind[1] is not None and behind[0].terminal in _BOUNDS else None
    before = [each.text for each in lexemes[:end]]
    somebody = says(" ".join(before)) == NameKind.SUBJECT.value and _OF_STATISTICS.isdisjoint(before)
    of_somebody = somebody and behind[0].terminal in _DEMANDING
    return behind[0].terminal in _COMPARING or of_somebody or (isinstance(figure, Figure) and bound.unit != figure.unit != "")


def _inner(lexemes: tuple[Lexeme, ...], at: int, step: int) -> Iterator[int]:
    """The outermost unknown word, and those behind it as long as all between could be phrases whose guard wants a known name."""
    reached, words = {0}, [lexeme.text.casefold() for lexeme in lexemes]
    for done in range(len(words)):
        if done in reached:
            yield at + step * done
            run = (words[done : done + length][::step] for length in range(1, _LONGEST_PHRASE + 1))
            reached |= {done + length for length, each in enumerate(run, 1) if " ".join(each) in _function_phrases()}


@cache
def _function_phrases() -> frozenset[str]:
    """Those that may stand anywhere: what is a phrase only behind certain words is a part of other names, but for “đối với”."""
    return name_words("function") | {phrase.text for phrase in phrases() if not phrase.before or phrase.terminal == "FOR"}


def _widening(lexemes: tuple[Lexeme, ...], indexes: range) -> Iterator[int]:
    """Known tokens beside the unknown words, up to one that only rules use; a bound of the name itself and a “có” unsaid are none."""
    for index in indexes:
        nearby = range(index, min(index + 3, len(lexemes)))
        bounds = any(of_time(lexemes[at]) for at in nearby[1:2]) or any(ends_a_bound_of_the_name(lexemes, at) for at in nearby)
        if lexemes[index].terminal in RULE_WORDS and lexemes[index].text and not bounds:
            return
        yield index
