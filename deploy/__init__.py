"""What operators and maintainers run: checks of a replica, locks, the SBOM, the audit."""
