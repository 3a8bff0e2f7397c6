"""The page on which a reader proposes a correction: a form, its rules, and what it would change."""
