"""Two views side by side: two maps that move together, one legend, and what differs."""
