"""What the colours of a view say, in sentences: for screen readers, alt texts, notes and previews.

Pure: the record in, text out. The text is plain; nothing in it is markup.
"""

from components.core.alt_text.api import (
    describe_comparison_in_words,
    describe_dossier_in_words,
    describe_view_in_words,
)

__all__ = [
    "describe_comparison_in_words",
    "describe_dossier_in_words",
    "describe_view_in_words",
]
