"""The dossier beside the map: what stands behind a year, an event, a country or a zone."""
