"""The atlas elsewhere: embedded in another page, cited, previewed, taken away as a file."""
