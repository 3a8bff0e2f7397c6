"""A page of text and tables whose every word is set as text, never as HTML or Markdown."""
