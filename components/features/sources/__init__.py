"""What the method page says: scale, rule, policies, shapes, sources, discrepancies."""
