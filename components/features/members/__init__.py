"""One state: membership, stances both ways, who stood by it, votes, threats, zones."""
