"""Stories: the player that leads the map, and the builder that keeps a visitor's own."""
