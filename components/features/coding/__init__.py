"""The page on which a coder reads cells of a drawn sample without seeing the record's codes."""
