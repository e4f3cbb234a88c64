"""What makes plans: a new one, and this year's out of last year's."""
