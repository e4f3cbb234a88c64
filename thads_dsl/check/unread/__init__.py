"""Sentences that no family reads: what makes them look like rules, and what is offered instead."""
