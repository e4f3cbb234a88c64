"""Every rule of checking, in the order it runs. To add one: write a file here, add it to one of the two tuples."""

from collections.abc import Callable, Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.abbreviations import abbreviations
from thads_dsl.check.rules.anniversaries import anniversaries
from thads_dsl.check.rules.asides import asides
from thads_dsl.check.rules.bands import bands
from thads_dsl.check.rules.caps_of_parts import caps_of_parts
from thads_dsl.check.rules.changes_alone import changes_alone
from thads_dsl.check.rules.conditions_of_others import conditions_of_others
from thads_dsl.check.rules.contexts_contradicted import contexts_contradicted
from thads_dsl.check.rules.days_of_discipline import days_of_discipline
from thads_dsl.check.rules.days_of_no_deadline import days_of_no_deadline
from thads_dsl.check.rules.days_of_one_act import days_of_one_act
from thads_dsl.check.rules.days_of_papers import days_of_papers
from thads_dsl.check.rules.days_two_readings import days_two_readings
from thads_dsl.check.rules.deadlines import deadlines
from thads_dsl.check.rules.deadlines_of_which import deadlines_of_which
from thads_dsl.check.rules.directions import directions
from thads_dsl.check.rules.empty_lead_ins import empty_lead_ins
from thads_dsl.check.rules.former_names import former_names
from thads_dsl.check.rules.forms_of_files import forms_of_files
from thads_dsl.check.rules.front_keys import front_keys
from thads_dsl.check.rules.judged_though_counted import judged_though_counted
from thads_dsl.check.rules.left_out_nobody import left_out_nobody
from thads_dsl.check.rules.left_out_of_nothing import left_out_of_nothing
from thads_dsl.check.rules.line_heads import line_heads
from thads_dsl.check.rules.misplaced import misplaced
from thads_dsl.check.rules.names_of_two import names_of_two
from thads_dsl.check.rules.narrowings import narrowings
from thads_dsl.check.rules.notes_misspelt import notes_misspelt
from thads_dsl.check.rules.numbering import numbering
from thads_dsl.check.rules.numbers_misspelt import numbers_misspelt
from thads_dsl.check.rules.papers_of_some import papers_of_some
from thads_dsl.check.rules.periods_of_some import periods_of_some
from thads_dsl.check.rules.points_classes import points_classes
from thads_dsl.check.rules.points_reach import points_reach
from thads_dsl.check.rules.points_sums import points_sums
from thads_dsl.check.rules.points_without_end import points_without_end
from thads_dsl.check.rules.quotas import quotas
from thads_dsl.check.rules.quotas_of_the_same import quotas_of_the_same
from thads_dsl.check.rules.quotas_of_which import chosen_of_which_wave, quotas_of_which
from thads_dsl.check.rules.quotas_without_targets import quotas_without_targets
from thads_dsl.check.rules.ragged_tables import ragged_tables
from thads_dsl.check.rules.reachable import reachable
from thads_dsl.check.rules.references import references
from thads_dsl.check.rules.refused_files import refused_files
from thads_dsl.check.rules.reporting_years import reporting_years
from thads_dsl.check.rules.reversals import reversals
from thads_dsl.check.rules.rows_of_dashes import rows_of_dashes
from thads_dsl.check.rules.said_twice import said_twice
from thads_dsl.check.rules.signing_days import signing_days
from thads_dsl.check.rules.subjects_apart import subjects_apart
from thads_dsl.check.rules.table_periods import table_periods
from thads_dsl.check.rules.tabs import tabs
from thads_dsl.check.rules.tails_of_periods import tails_of_periods
from thads_dsl.check.rules.taking_part import taking_part, targets_of_others
from thads_dsl.check.rules.targets_of_nothing import targets_of_nothing
from thads_dsl.check.rules.title_directions import title_directions
from thads_dsl.check.rules.two_lists import two_lists
from thads_dsl.check.rules.two_readings import two_readings
from thads_dsl.check.rules.two_tables import two_criteria, two_tables
from thads_dsl.check.rules.unknown_senders import unknown_senders
from thads_dsl.check.rules.unmeasured_waves import unmeasured_waves
from thads_dsl.check.rules.unread import unread
from thads_dsl.check.rules.unused_names import unused_names
from thads_dsl.check.rules.unused_targets import unused_targets
from thads_dsl.check.rules.upside_down import classes_upside_down, orders_upside_down, rest_above_others
from thads_dsl.check.rules.waves import waves
from thads_dsl.check.rules.waves_by_other_names import waves_by_other_names
from thads_dsl.check.rules.weekdays import weekdays_of_dates
from thads_dsl.check.rules.years_far_off import years_compared, years_far_off
from thads_dsl.diagnostics import Diagnostic

Rule = Callable[[Facts], Iterator[Diagnostic]]

# What is wrong with a line by itself.
LINE_RULES: tuple[Rule, ...] = (
    front_keys,
    signing_days,
    line_heads,
    tabs,
    ragged_tables,
    rows_of_dashes,
    conditions_of_others,
    contexts_contradicted,
    judged_though_counted,
    misplaced,
    notes_misspelt,
    numbers_misspelt,
    asides,
    unread,
    unknown_senders,
    two_readings,
    said_twice,
    days_two_readings,
    days_of_discipline,
    periods_of_some,
    tails_of_periods,
    papers_of_some,
    days_of_papers,
    days_of_no_deadline,
    forms_of_files,
    anniversaries,
    weekdays_of_dates,
    numbering,
    references,
    abbreviations,
    reversals,
    names_of_two,
    former_names,
    changes_alone,
)
# What is wrong between rules that were understood.
PLAN_RULES: tuple[Rule, ...] = (
    reachable,
    targets_of_nothing,
    bands,
    directions,
    subjects_apart,
    empty_lead_ins,
    waves,
    waves_by_other_names,
    unmeasured_waves,
    reporting_years,
    deadlines,
    deadlines_of_which,
    days_of_one_act,
    years_far_off,
    years_compared,
    refused_files,
    left_out_of_nothing,
    left_out_nobody,
    quotas,
    caps_of_parts,
    quotas_of_which,
    chosen_of_which_wave,
    quotas_of_the_same,
    quotas_without_targets,
    taking_part,
    targets_of_others,
    title_directions,
    narrowings,
    unused_targets,
    two_lists,
    points_sums,
    table_periods,
    two_tables,
    two_criteria,
    points_classes,
    classes_upside_down,
    rest_above_others,
    orders_upside_down,
    points_reach,
    points_without_end,
    unused_names,
)
