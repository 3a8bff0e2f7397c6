"""The static atlas: a folder for any host or a USB stick, and one file with the live map."""
