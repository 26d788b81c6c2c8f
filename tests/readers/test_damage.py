"""Damaged files of every kind that `benchmarks/fuzz.py` knows end in valid XML or in one clear error."""

from __future__ import annotations

import sys
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

FUZZ = Path(__file__).parents[2] / "benchmarks" / "fuzz.py"


def _module() -> ModuleType:
    spec = util.spec_from_file_location("fuzz", FUZZ)
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules["fuzz"] = module
    spec.loader.exec_module(module)
    return module


fuzz = _module()


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_damaged_files_end_in_xml_or_in_one_clear_error(kind: str, tmp_path: Path) -> None:
    found = fuzz.watched(kind, 11, 0, 100, str(tmp_path))
    assert len(found) == 100
    assert [one for one in found if one.verdict not in ("converted", "refused")] == []
    assert {one.verdict for one in found} == {"converted", "refused"}
    assert list(tmp_path.iterdir()) == []
