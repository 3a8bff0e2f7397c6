"""The page of a proposed correction: rows to change, and the file that says how."""

from components.core.session_state import read_view
from components.features.propose.page import show_form

show_form(read_view())
