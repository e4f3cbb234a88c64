"""Points tables that amend another one (P13)."""
