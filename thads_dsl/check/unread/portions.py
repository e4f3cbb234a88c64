"""“Phấn đấu 6/7 Chi cục …”, “2/3 hồ sơ được số hóa”: a share that something is to reach, where no sentence of a rule has one.

What has been reached is prose (“năm 2023, có 6/7 Chi cục hoàn thành”), and so is a day whose word is left out (“chào mừng 30/4”).
"""

from thads_dsl.check.draft import Line
from thads_dsl.syntax.grammar import standard_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

_DEMANDS = frozenset({"STRIVE", "MUST_REACH"})  # of what is still to come, whatever year stands beside it
_BEFORE = frozenset({"REACH", "HAVING", "HAVING_SO", "ABOVE", "BELOW", "TO", "INCREASE", "DECREASE", "COLON", NameKind.QUANTITY.value})
_PAST = frozenset({"YEAR", "MONTHS_OF_YEAR"})
_WHOLE = ("số", "tổng")  # “1/3 số việc tồn đọng”


def portion(line: Line, sentence: Sentence) -> Lexeme | None:
    """The first share of a sentence; outside of lists of rules one that is demanded. Among exclusions people answer for it."""
    if line.scope.excluding:
        return None
    lexemes = sentence.lexemes
    places = (at for at, lexeme in enumerate(lexemes) if lexeme.terminal == "SHARE")
    return next((lexemes[at] for at in places if line.scope.expects_rules or _is_demanded(sentence, at)), None)


def _is_demanded(sentence: Sentence, at: int) -> bool:
    before, share = sentence.lexemes[:at], sentence.lexemes[at]
    part, whole = map(int, share.text.split("/"))
    if part > whole or standard_words("of_day").search(sentence.passage.text, 0, share.start):
        return False
    if any(lexeme.terminal in _DEMANDS for lexeme in before):
        return True
    if standard_words("past").search(sentence.passage.text) or any(lexeme.terminal in _PAST for lexeme in before):
        return False
    behind = sentence.lexemes[at + 1].text.split()[0].casefold()  # a share has words behind it
    return not before or before[-1].terminal in _BEFORE or behind in _WHOLE
