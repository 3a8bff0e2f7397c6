"""The stories that come with the atlas, as a document for the browser."""

from __future__ import annotations

import json

from components.server.assets import asset_group
from data.stories import read_stories
from data.story import describe_story

GROUP = "stories"


@asset_group(GROUP)
def build_documents() -> dict[str, bytes]:
    """`stories.json`: every story in both languages; UTF-8."""
    stories = [describe_story(story) for story in read_stories()]
    text = json.dumps({"stories": stories}, ensure_ascii=False, separators=(",", ":"))
    return {"stories.json": text.encode()}
