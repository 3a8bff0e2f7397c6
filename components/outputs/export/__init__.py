"""Files to take away: any view, event, comparison or story as a picture, slides or a table."""
