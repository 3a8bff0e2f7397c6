"""A reader's own layers, as they are sent for a file that is to show them."""
