"""Licences and notices of everything that is passed on with the atlas; the table is works.csv."""
