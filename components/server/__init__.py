"""The server side of the atlas: its assets, the shell they are preloaded from, headers, errors."""
