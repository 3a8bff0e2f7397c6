"""The page of blind coding: a drawn sample, the codebook's rule, two files compared."""

from components.features.coding.page import show_coding

show_coding()
