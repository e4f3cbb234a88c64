"""The typed plan, and the statistics it is about. Knows nothing of text, grammar or files."""
