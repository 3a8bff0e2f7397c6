"""The composition root: it puts core, server, features and outputs together into the app."""
