"""The page of results: everything of the record that was found, with filters."""
