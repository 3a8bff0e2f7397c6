"""What drawing processes do, named here without what it needs: the server never loads that.

Each function imports what does the work when it runs, in its own process, and works on the day of
the order: midnight may have passed since.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.clock import on_day
from components.export.deck import Deck, Page
from components.export.order import Order
from components.view import View


def draw_page(page: Page, order: Order) -> bytes:
    """A page as a picture, as `drawing.draw_page`."""
    from components.export import drawing

    with on_day(order.today):
        return drawing.draw_page(page, order)


def draw_slide_map(view: View, order: Order) -> bytes:
    """The map of a slide, as `drawing.draw_slide_map`."""
    from components.export import drawing

    with on_day(order.today):
        return drawing.draw_slide_map(view, order)


def put_together(order: Order, deck: Deck, drawn: Sequence[bytes]) -> bytes:
    """A document of several pieces, as `finish.put_together`."""
    from components.export import finish

    with on_day(order.today):
        return finish.put_together(order, deck, drawn)
