"""Items of lists, which say there what they would not say elsewhere.

“cá nhân có thời gian công tác dưới 06 tháng” would be a context of other lines, “dự cả hai đợt” a number of waves.
"""

from dataclasses import replace

from thads_dsl.check.draft import Scope
from thads_dsl.syntax import condition_tree, date_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import ReadText, Sentence, as_prose


def as_listed(read: ReadText, scope: Scope) -> ReadText:
    """The line as its list has it: a list of exclusions, or of standards."""
    if not (scope.excluding or scope.lead_in is not None or scope.within):
        return read
    sentences = map(_of_somebody, read.sentences) if scope.expects_rules else read.sentences
    return replace(read, sentences=tuple(map(_as_excluded if scope.excluding else _as_condition, sentences)))


def _of_somebody(sentence: Sentence) -> Sentence:
    """What would tell of the campaign, and here could be a condition; “Kỳ số liệu: từ … đến hết …” is none anywhere."""
    said = sentence.statement
    of_campaign = isinstance(said, date_tree.WaveCount) or (isinstance(said, date_tree.Period) and not said.measured)
    return as_prose(sentence) if of_campaign else sentence


def _as_excluded(sentence: Sentence) -> Sentence:
    """Whose figures lie there is left out."""
    if sentence.statement is not None and not isinstance(sentence.statement, tree.Target):
        return sentence
    said = read_tokens(sentence.lexemes, ("context",)) or read_tokens(_with_having(sentence.lexemes), ("context",))
    if not isinstance(said, tree.Context) or said.having is None or not said.subjects:
        return sentence
    excluded = condition_tree.ExcludedSubjects(subjects=said.subjects, having=said.having, span=said.span)
    return replace(sentence, statement=excluded)


def _with_having(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """“Cá nhân | nghỉ thai sản từ 03 tháng trở lên” with the “có” that it leaves out."""
    return (lexemes[0], replace(lexemes[0], terminal="HAVING"), *lexemes[1:]) if lexemes else ()


def _as_condition(sentence: Sentence) -> Sentence:
    """“có thời gian công tác từ 06 tháng trở lên”: without “có”, what has to be reached."""
    if sentence.statement is not None or [lexeme.terminal for lexeme in sentence.lexemes[:1]] != ["HAVING"]:
        return sentence
    return replace(sentence, statement=read_tokens(sentence.lexemes[1:], ("target",)))
