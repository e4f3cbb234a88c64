"""Points tables: cells, classes, ranks, and sentences about them."""
