"""What is built from files is kept, and is built again whenever what is kept may not hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.core import build_cache
from components.core.build_cache import SETTLED_SECONDS, find_folder, hash_sources, keep_built


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that this test keeps entries in."""
    monkeypatch.setenv("ATLAS_CACHE", str(tmp_path))
    monkeypatch.setattr(build_cache, "hash_sources", lambda _root: ("sources", True))
    find_folder.cache_clear()
    folder = find_folder()
    assert folder is not None
    yield folder
    find_folder.cache_clear()


@pytest.fixture
def build() -> Callable[[], dict[str, str]]:
    """Builds another value at each call."""
    values = iter(range(9))
    return lambda: {"text": f"Н {next(values)}"}


def test_a_value_is_built_once_for_each_origin(
    cache: Path, build: Callable[[], dict[str, str]]
) -> None:
    assert [keep_built("a", build, day)["text"] for day in (1, 2, 1, 2)] == [
        *("Н 0", "Н 1", "Н 0", "Н 1")
    ]
    assert keep_built("b", build, 1) == {"text": "Н 2"}
    assert len(list(cache.iterdir())) == 3


def test_what_is_not_as_it_was_written_is_built_again(
    cache: Path, build: Callable[[], dict[str, str]]
) -> None:
    keep_built("a", build)
    (entry,) = cache.iterdir()
    sound = entry.read_bytes()
    for damaged in (b"", sound[:-1], sound.replace(b"0", b"7"), b'{"text": "other"}'):
        entry.write_bytes(damaged)
        assert keep_built("a", build) != {"text": "other"}
        assert entry.read_bytes() != damaged
    assert keep_built("a", build) == {"text": "Н 4"}


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_folder_that_others_may_write_to_is_not_used(
    cache: Path, build: Callable[[], dict[str, str]], mode: int
) -> None:
    keep_built("a", build)
    cache.chmod(mode)
    find_folder.cache_clear()
    assert find_folder() is None
    assert keep_built("a", build) == {"text": "Н 1"}


def test_a_link_in_the_place_of_the_folder_is_not_followed(cache: Path) -> None:
    cache.rename(cache.with_name("other"))
    cache.symlink_to(cache.with_name("other"))
    find_folder.cache_clear()
    assert find_folder() is None


def test_where_nothing_can_be_kept_everything_is_built(
    cache: Path, build: Callable[[], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_CACHE", str(cache / "missing"))
    find_folder.cache_clear()
    assert [keep_built("a", build)["text"] for _ in range(2)] == ["Н 0", "Н 1"]


def test_the_oldest_entries_go_and_those_in_use_stay(
    cache: Path, build: Callable[[], dict[str, str]]
) -> None:
    keep_built("used", build)
    (used,) = cache.iterdir()
    for day in range(build_cache.MOST_ENTRIES + 3):
        keep_built("a", lambda: 0, day)
        for entry in cache.iterdir():
            past = entry.stat().st_mtime - 60
            os.utime(entry, (past, past))
        assert keep_built("used", build) == {"text": "Н 0"}
    assert len(list(cache.iterdir())) == build_cache.MOST_ENTRIES
    assert used.exists()


def test_each_source_counts_and_must_have_been_at_rest(tmp_path: Path) -> None:
    def write(path: str, text: str) -> tuple[str, bool]:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        hash_sources.cache_clear()
        fresh = hash_sources(tmp_path)[1]
        past = file.stat().st_mtime - 2 * SETTLED_SECONDS
        os.utime(file, (past, past))
        hash_sources.cache_clear()
        digest, settled = hash_sources(tmp_path)
        assert settled
        return digest, fresh

    first, fresh = write("data/claims.csv", "a")
    assert not fresh
    changed, fresh = write("data/claims.csv", "b")
    assert not fresh
    more, _ = write("components/core/code.py", "b")
    # What only browsers read counts for nothing here; the addresses of it are origins.
    same, fresh = write("components/static/code.json", "b")
    assert fresh
    assert len({first, changed, more}) == 3
    assert same == more
    hash_sources.cache_clear()
