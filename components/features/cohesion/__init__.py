"""The cohesion page: the matrix, the pairs, the index, the ledger and the check by votes."""
