"""The sources page: what each source gave, how stances are made, what the lines mean, downloads."""

from components.method.downloads import show_downloads
from components.method.method import read_method_target, show_method
from components.session import read_parameters, read_view

target = read_method_target(read_parameters())
show_method(read_view(), target)
show_downloads()
