"""The members page: one state, how it stood by others, and how others stood by it."""

from components.clock import read_today
from components.members.page import show_member
from components.session import read_view

show_member(read_view(), read_today())
