"""The page of results of the search."""

from components.core.session_state import read_view
from components.features.search.page import show_results

show_results(read_view())
