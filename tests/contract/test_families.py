"""The table of families, the grammar and the table of phrases say the same."""

from collections import defaultdict
from itertools import product

import pytest

from tests.contract.automaton import grammar
from thads_dsl.syntax.grammar import Phrase, families, forms, phrases, unit_words
from thads_dsl.syntax.guards import NOT
from thads_dsl.syntax.names import NameKind, atoms

# The ids of the design of the language, §4. Stable: nothing is ever taken away.
IDS = [
    *(f"B{number}" for number in range(1, 13)),
    *(f"T{number}" for number in range(1, 15)),
    "T?",
    *(f"C{number}" for number in range(1, 10)),
    *(f"P{number}" for number in range(1, 14)),
    *(f"A{number}" for number in range(1, 9)),
    *(f"D{number}" for number in range(1, 8)),
    "Z",
]
# Rules of sentence.lark that are parts of many forms, or of none: contexts, shared phrases, examples.
SHARED = {
    "subject_list",
    "separator",
    "figure", "subject", "subject_of_kind", "subject_not_of_kind", "people_not_of_kind", "people_remaining",
    "subjects", "cases", "money", "facets", "places", "window",
    "context", "lead_in", "award", "posts", "post", "target", "goal", "goal_told", "goal_beside", "had", "had_figure", "items",
    "scoring", "scoring_level", "scoring_each", "scoring_count", "said_count", "worded_count",
    "change", "added", "deducted", "beyond", "over", "under", "per", "limits", "limit",
    "weighted", "weighted_list", "points_total", "total_parts", "total_part",
    "class_body", "class_band", "class_others", "joint", "class_more",
    "class_condition", "class_targets", "class_failed_targets", "qualified", "round_mode", "class_change", "trigger", "ranking", "rank_key",
    "amendment", "quota_end", "units_in", "rank_head", "tie_step", "tied_keys", "tied", "council_decides", "new_criterion",
    "condition", "quota", "deadline", "facet", "side", "band", "comparison", "versus", "base", "having_all",
    "plan_change", "effect",
    "award_list", "award_item", "prize", "counted", "tail", "apart", "order_key", "required", "exclusion", "quota_tailed",
    "quota_said", "quota_counted", "quota_composed", "part", "part_beside", "part_limit", "tie", "having_every", "more_having", "having",
}  # fmt: skip
EXAMPLES = {
    "given", "outcome", "facts", "fact", "when", "of_wave", "expected", "target_exempt",
    "given_figures", "given_more_figures", "given_sanction", "given_no_sanction", "given_unknown", "given_judged", "given_judged_against",
    "target_met", "target_failed", "target_not_known", "discipline_met", "discipline_failed",
    "given_not_left_out", "given_left_out", "given_group", "given_quota", "award_not_for", "proposal_outcome", "column_outcome",
    "total_is", "total_not_known", "class_is",
    "award_due", "award_not_due", "award_not_known", "day_outcome", "last_day_is", "period_is", "timely",
}  # fmt: skip


def named_rules() -> set[str]:
    """Rules and aliases of sentence.lark, as it calls them when it has read one."""
    names = {rule.alias or rule.origin.name for rule in grammar().rules}
    return {name for name in names if not name.startswith("_")}


def terminals() -> set[str]:
    """Terminals of sentence.lark; the parser itself lists none, for it has no lexer of its own."""
    return {symbol.name for rule in grammar().rules for symbol in rule.expansion if symbol.is_term}


def test_the_ids_are_those_of_the_design() -> None:
    assert [form.id for form in forms()] == IDS


def test_every_rule_that_a_form_names_is_in_the_grammar() -> None:
    named = {rule for form in forms() for rule in form.rules}
    assert named - named_rules() == set()


def test_every_rule_of_the_grammar_is_named_by_a_form_or_shared() -> None:
    named = {rule for form in forms() for rule in form.rules}
    assert named_rules() - named - SHARED - EXAMPLES == set()
    assert named & (SHARED | EXAMPLES) == set()


def test_every_form_says_how_it_is_written_and_what_it_means() -> None:
    assert [form.id for form in forms() if not (form.form and form.meaning)] == []
    assert len({form.id for form in forms()}) == len(forms())


def test_terminals_that_families_keep_are_in_the_grammar() -> None:
    assert {kept for family in families() for kept in family.kept or ()} - terminals() == set()


def test_every_phrase_has_a_terminal_of_the_grammar() -> None:
    known = terminals()
    assert {phrase.terminal for phrase in phrases()} - known == {"_"}  # words that say nothing
    assert {kind.value for kind in NameKind if kind is not NameKind.ORDINARY} <= known


# ---- a phrase is never two others joined

# What each guard lets follow, of the first words of phrases.
BOUNDS = {"dưới", "trên", "từ", "đến", "hơn"}
STOPS = {
    "và", "trên", "so", "đạt", "từ", "ít", "tối", "không", "dưới", "hơn", "tại", "phấn", "giảm", "tăng", "bình", "cao",
    "thấp", "vượt", "thiếu",
}  # fmt: skip


def lets_follow(first: Phrase, second: Phrase) -> bool:
    """Whether the guard of a phrase could let another phrase stand right after it."""
    word = atoms(second.text)[0].key
    match first.after.split(NOT)[0]:
        case "" | "points":
            return True
        case "scored":
            return word in ("cộng", "trừ")
        case "happening":
            return word in ("có", "để", "bị", "chưa", "được")
        case "rank" | "compared":
            return second.terminal == "TOTAL_POINTS"
        case "quoted":
            return second.terminal == "AS_FOLLOWS"
        case "ordered":
            return second.terminal in ("BY", "HIGH_TO_LOW", "WITHIN_CLUSTER")
        case "targets":
            return second.terminal in ("THE_TARGETS", "ASSIGNED")
        case "tie":
            return second.terminal == "TIED"
        case "trigger":
            return second.terminal == "ANY_MEMBER"
        case "over":
            return word in ("thì", "bị", "hạ", "được")
        case (
            "criterion"
            | "criterion-itself"
            | "class"
            | "falling"
            | "quotation"
            | "amended"
            | "digit"
            | "digits"
            | "part"
            | "end"
            | "year"
            | "wave"
            | "ahead-of-wave"
            | "event"
            | "spot"
            | "faulty"
        ):
            return False  # what must follow is no phrase
        case "number" | "amount" | "allotted":
            return word in BOUNDS
        case "change":
            return word in BOUNDS or second.terminal in ("AT_LEAST", "AT_MOST", "ASSIGNED")
        case "aim":
            aims = ("REACH", "MUST_REACH", "INCREASE", "DECREASE", "HIGHER", "NOT_HIGHER", "LOWER", "NOT_LOWER", "EXCEEDING")
            return word in BOUNDS or second.terminal in ("AT_LEAST", "AT_MOST", "ASSIGNED", *aims)
        case "ranged":
            return word in BOUNDS
        case "whose":
            return second.terminal in ("FOR", "OF", "BY", "MUST_REACH", "IS")
        case "standards":
            return second.terminal in ("FOLLOWING_STANDARDS", "ANY_FOLLOWING_STANDARD") or word == "đủ"
        case "whose-standards":
            return second.terminal == "THE_STANDARDS" or second.text in ("đồng thời", "đầy đủ", "đủ")
        case "cases":
            return second.terminal == "THESE_CASES"
        case "portion":
            return word in BOUNDS or second.terminal in ("AT_LEAST", "AT_MOST", "OVER_HALF")
        case "awarding":
            return second.terminal in ("AWARDING", "GIVE")
        case "for-whom":
            return second.terminal == "FOR"
        case "titled":
            return second.terminal in ("AWARDING", "GIVE", "THESE_CASES")
        case "given":
            return second.terminal == "IS_GIVEN"
        case "unsaid":
            return word == "không"
        case "of-wave":
            return second.terminal in ("EACH_WAVE", "ALL_OF_WAVES")
        case "bounded" | "counted":
            return second.terminal in ("AT_LEAST", "AT_MOST")
        case "base":
            return second.terminal in ("PREVIOUS_YEAR", "SAME_PERIOD", "ASSIGNED")
        case "beside":
            return second.terminal in ("PREVIOUS_YEAR", "SAME_PERIOD", "ASSIGNED", "COMPARED_WITH")
        case "of-other-wave":  # “cao hơn chỉ tiêu” is no phrase before a wave
            return second.terminal in ("COMPARED_WITH", "RESULTS", "DURING")
        case "refused":
            return True  # what is asked may stand anywhere in the sentence
        case "deadline":
            return second.terminal == "BEFORE"
        case "stop":
            return word in STOPS | BOUNDS
        case "offence":
            return second.terminal in ("ANY_MEMBER", "DISCIPLINED")
        case "of-subject":
            return second.terminal == "OF"
        case "of-award":
            return second.terminal in ("GIVE", "IS_GIVEN")
        case "reward" | "all-of-award":
            return False  # a name must follow
        case "cap":
            return second.terminal == "AT_MOST"
        case "all-counted":
            return second.terminal == "ALL_COUNTED"
        case "opening":
            return False  # a colon must follow
        case "reaching":
            return second.terminal == "REACH"
        case "proposing":
            return second.terminal in ("PROPOSE", "PROPOSE_SUPERIOR")
        case "proposed-to":
            return second.terminal == "SUPERIOR"
        case (
            "date"
            | "due"
            | "days"
            | "months"
            | "period-end"
            | "mean"
            | "quantity"
            | "subject"
            | "subject-or-post"
            | "place"
            | "title"
            | "sanction"
        ):
            return False  # a date, a name or a place must follow, and that no phrase is
    raise AssertionError(first.after)


def joins(known: tuple[Phrase, ...]) -> list[tuple[str, str]]:
    """Phrases that two others make when they stand side by side, where the guard of the first lets the second follow it."""
    spelt: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in known:
        spelt[tuple(atom.key for atom in atoms(phrase.text))].append(phrase)
    return [
        (first.text, second.text)
        for words in spelt
        for cut in range(1, len(words))
        for first, second in product(spelt.get(words[:cut], ()), spelt.get(words[cut:], ()))
        if not second.before and lets_follow(first, second)
    ]


def test_no_phrase_is_two_others_joined() -> None:
    assert joins(phrases()) == []


def test_a_joined_phrase_would_be_found() -> None:
    assert joins((*phrases(), Phrase("phấn đấu đạt", "X", "", ""))) == [("phấn đấu", "đạt")]


def test_phrases_of_the_same_words_differ_in_what_stands_around_them() -> None:
    keys = [(tuple(atom.key for atom in atoms(phrase.text)), phrase.after, phrase.before) for phrase in phrases()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("word", unit_words(), ids=lambda word: word.text)
def test_a_unit_word_stands_for_a_whole_number_of_its_unit(word: object) -> None:
    found = next(each for each in unit_words() if each is word)
    assert found.factor >= 1
    assert found.kind in {"measure", "time", "percent", "points", "award", "score", "per"}
    assert found.kind == "per" or any(each.text == found.unit and each.factor == 1 for each in unit_words())
