"""Text → tree, as written. The only place that knows Lark; never raises for what the user wrote."""
