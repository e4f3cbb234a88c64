"""Days, periods, waves, deadlines."""
