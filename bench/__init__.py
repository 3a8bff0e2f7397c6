"""The benchmark: this app beside the usual ways of showing the same, measured in one run."""
