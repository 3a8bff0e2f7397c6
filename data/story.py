"""What a story is: ordered steps, each a view of the map and the words to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.languages import LANGUAGES
from data.story_schema import DEFAULT_SECONDS

Text = Mapping[str, str]


@dataclass(frozen=True)
class Step:
    """One view (a query string, as in a link) and what is said of it; ``seconds`` of autoplay.

    ``events`` are the ids of the events that the words rest on, ``layers`` the names of a reader's
    own that lie on the map. ``line`` is where the view stands
    in the file, 0 when it came from elsewhere.
    """

    view: str
    headline: Text = field(default_factory=dict)
    text: Text = field(default_factory=dict)
    notes: Text = field(default_factory=dict)
    seconds: float = DEFAULT_SECONDS
    events: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Story:
    """A story; ``id`` is the name of its file, empty for a visitor's own.

    ``layers`` are a visitor's own, as the schema says; empty for none.
    """

    id: str
    title: Text
    description: Text
    steps: tuple[Step, ...]
    layers: str = ""

    @property
    def seconds(self) -> float:
        """How long it takes when it plays by itself."""
        return sum(step.seconds for step in self.steps)


def pick_text(text: Text, language: str) -> str:
    """A text in a language, or in the first other that it has."""
    return next((text[name] for name in (language, *LANGUAGES) if text.get(name)), "")


def describe_story(story: Story) -> dict[str, object]:
    """A story as plain data, for JSON: the same keys as in a file, and its id."""
    return {
        "id": story.id,
        "title": dict(story.title),
        "description": dict(story.description),
        "steps": [
            {
                "view": step.view,
                "headline": dict(step.headline),
                "text": dict(step.text),
                "notes": dict(step.notes),
                "seconds": step.seconds,
                "events": list(step.events),
                **({"layers": list(step.layers)} if step.layers else {}),
            }
            for step in story.steps
        ],
        **({"layers": story.layers} if story.layers else {}),
    }
