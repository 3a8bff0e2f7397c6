"""The method page: how the record is made, what the lines mean, and who disagrees."""

from components.document.document import show_document
from components.method.sections import describe_method

show_document("Method", describe_method())
