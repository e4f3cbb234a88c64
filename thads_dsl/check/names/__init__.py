"""Names: whom and what they mean, how they are declared, and those that nobody has declared."""
