"""What several tests share: the fixtures' folders, and where the collection of real documents would be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
"""A collection of real documents beside the checkout; tests over it are skipped where it is absent."""

# The same examples on every run, so that a change is judged and not chance; HYPOTHESIS_PROFILE=search looks for others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the collection of real documents is not there")
    return SHARED
