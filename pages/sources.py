"""The sources page: what each source gave, how stances are made, what the lines mean, downloads."""

from components.core.session_state import read_parameters, read_view
from components.features.sources.downloads import show_downloads
from components.features.sources.page import read_method_target, show_method

target = read_method_target(read_parameters())
show_method(read_view(), target)
show_downloads()
