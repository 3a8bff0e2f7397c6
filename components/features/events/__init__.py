"""The events page: the timeline with its filters, and the dossier of the chosen event."""
