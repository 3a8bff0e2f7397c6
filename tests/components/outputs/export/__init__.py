"""What the exports write."""
