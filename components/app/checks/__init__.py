"""Rules between the record, the shapes and what draws them."""
