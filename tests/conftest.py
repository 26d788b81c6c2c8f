"""What several tests share: the fixtures' folders, and where the collection of real documents would be."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
"""A collection of real documents beside the checkout; tests over it are skipped where it is absent."""


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the collection of real documents is not there")
    return SHARED
