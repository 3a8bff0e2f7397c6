"""Where the record meets the shapes."""
