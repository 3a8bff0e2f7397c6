"""The HTTP interface: the record as JSON, GeoJSON and CSV for programs, described by OpenAPI."""
