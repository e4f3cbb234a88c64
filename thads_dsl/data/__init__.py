"""Statistics in, results out: the only folder that knows workbooks and CSV files."""

from thads_dsl.data.read import read_statistics
from thads_dsl.data.write import results_csv, results_workbook

__all__ = ["read_statistics", "results_csv", "results_workbook"]
