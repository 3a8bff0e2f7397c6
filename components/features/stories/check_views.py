"""Whether the views of a story are valid links.

`python -m components.features.stories.check_views` looks.
"""

from __future__ import annotations

import sys
from urllib.parse import parse_qsl

from components.core.link_rules import read_rules
from components.core.view_state import PARAMETERS, LinkRules, read_link
from data.errors import shorten
from data.stories import read_stories
from data.story import Story
from data.story_errors import StoryProblem


def find_bad_views(story: Story, file: str, rules: LinkRules) -> list[StoryProblem]:
    """The steps whose view is not a valid link: anything that a link would ignore is refused."""
    problems = []
    for at, step in enumerate(story.steps, 1):
        parameters = parse_qsl(step.view, keep_blank_values=True)
        wrong = read_link(dict(parameters), rules).notices
        wrong += [
            f"{name} is not a part of a view" for name, _ in parameters if name not in PARAMETERS
        ]
        if len({name for name, _ in parameters}) < len(parameters):
            wrong.append("a part stands twice")
        problems += [
            StoryProblem(
                file,
                step.line,
                f"step {at}, view",
                shorten(step.view),
                "view",
                (("why", why),),
            )
            for why in wrong[:1]
        ]
    return problems


def main() -> int:
    """Print every bad view of the stories that come with the atlas. 1 when there is one, else 0."""
    rules = read_rules()
    stories = read_stories()
    bad = [
        problem for story in stories for problem in find_bad_views(story, f"{story.id}.yaml", rules)
    ]
    print("\n".join(map(str, bad)) or f"stories: {len(stories)}, every view a valid link")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
