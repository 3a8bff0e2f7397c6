"""Where: the shapes of the atlas, the code that builds them and the code that reads them."""
