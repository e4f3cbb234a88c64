"""Awards: standards and their conditions, who is left out, numbers of awards, files."""
