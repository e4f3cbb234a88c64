"""Statistics in, results out: the only folder that knows workbooks and CSV files."""

from thads_dsl.data.complaints import is_of_a_whole_table
from thads_dsl.data.read import read_statistics
from thads_dsl.data.write import results_csv, results_workbook

__all__ = ["is_of_a_whole_table", "read_statistics", "results_csv", "results_workbook"]
