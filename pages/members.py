"""The members page: one state, how it stood by others, and how others stood by it."""

from components.core.clock import read_today
from components.core.session_state import read_view
from components.features.members.page import show_member

show_member(read_view(), read_today())
