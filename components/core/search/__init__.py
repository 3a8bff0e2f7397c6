"""What the search looks through: one document for each language, built from the record."""
