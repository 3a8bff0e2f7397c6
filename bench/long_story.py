"""A story as long as the atlas's own can make it: what long exports are made of."""

from __future__ import annotations

from itertools import cycle, islice

import yaml

from data.stories import HERE as STORIES

STEPS = 40


def write_long_story() -> bytes:
    """A story of forty steps: those of the stories of the atlas, in their order."""
    stories = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(STORIES.glob("*.yaml"))]
    steps = [step for story in stories for step in story["steps"]]
    long = {"title": stories[0]["title"], "steps": list(islice(cycle(steps), STEPS))}
    return bytes(yaml.safe_dump(long, allow_unicode=True, encoding="utf-8"))
