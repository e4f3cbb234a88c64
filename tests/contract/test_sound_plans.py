"""Sound plans get no complaint, and no notice but those that were looked at and are meant."""

import pytest

from tests.contract.sound import sound_plans
from thads_dsl.pipeline import analyse
from thads_dsl.source import Load

PLANS = tuple(sound_plans())

# Read line by line against what the checker understood: all bands closed, all days and sums right.
CHECKED_BY_HAND = (
    "all-band-forms", "awards-of-two-waves", "bands-in-a-table", "bands-inside-of-bands", "chosen-in-each-wave",
    "each-wave-its-own-places", "fewer-cases-with-bonus", "groups-bands-and-the-rest", "groups-in-passing-and-those-apart",
    "months-back-and-must", "named-units-only-in-a-table", "province-campaign-by-load", "rates-entered-in-steps",
    "rows-from-the-greatest-down", "sector-year-with-decision", "standards-of-whom", "system-wide-year", "tables-of-every-orientation",
    "targets-by-another-wave", "targets-in-any-order", "tuyen-quang-2023", "waves-that-measure-alone",
)  # fmt: skip

# Sound, and yet something to look at again, which a notice says.
NOTICES = {
    "as-clerks-write": ["TH935"],
    "bases-of-awards": ["TH935"],
    "bodies-of-2025": ["TH901"],
    "calendar-year": ["TH942"],
    "classes-in-a-table-of-their-own": ["TH913"],
    "deadlines-of-the-office-for-two-waves": ["TH959"],
    "hau-giang-2024": ["TH903"],
    "judgments-and-head-of-unit": ["TH935"],
    "left-out-by-a-condition": ["TH935"],
    "left-out-of-one-award": ["TH935", "TH935"],
    "left-out-without-standards": ["TH935"],
    "letter-with-deadline": ["TH942", "TH942"],
    "periods-of-every-kind": ["TH942", "TH942"],
    "quotas-by-share": ["TH935", "TH935"],
    "so-many-of-so-many": ["TH935", "TH935"],
    "targets-of-every-kind": ["TH914"],
    "terms-and-recurring-days": ["TH926"],
    "the-rest-is-without-those-beside": ["TH914"],
    "two-keys-in-a-sentence": ["TH901", "TH901", "TH901", "TH901", "TH905"],
    "waves-with-rules-of-their-own": ["TH941"],
}


@pytest.mark.parametrize(("name", "raw", "load"), PLANS, ids=[name for name, *_ in PLANS])
def test_a_sound_plan_gets_the_notices_that_are_meant_and_no_other(name: str, raw: bytes, load: Load) -> None:
    found = analyse(f"{name}.plan", raw, load).diagnostics
    assert sorted(each.code.id for each in found) == NOTICES.get(name, [])


def test_plans_that_were_checked_by_hand_get_no_notice() -> None:
    assert set(CHECKED_BY_HAND) <= {name for name, *_ in PLANS} - NOTICES.keys()
    assert NOTICES.keys() <= {name for name, *_ in PLANS}
