"""Tests of the record and of the code that reads, checks, resolves and counts it."""
