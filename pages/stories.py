"""The stories page: briefings on the map, and a place to build one's own."""

from components.features.stories.page import show_stage, show_stories

show_stage()
show_stories()
