"""The counts of docs/reliability.md are those that the command prints, line for line of what it tries."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def the_tool():
    spec = importlib.util.spec_from_file_location("reliability", ROOT / "tools" / "reliability.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_everything_that_is_interrupted_and_harmed_stands_in_the_document():
    tool = the_tool()
    text = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    counted = text.partition(tool.BEGIN)[2].partition(tool.END)[0]
    for what in (*tool.WORKS, *tool.PASSPHRASE.values()):
        assert f"\n| {what} | " in counted
    assert "cut at each length" in counted
    assert f"| one bit flipped | {tool.BITS:,} |" in counted
    assert "a disk full at every page" in counted


def test_counts_are_put_between_the_marks_and_nothing_else_is_touched(tmp_path):
    tool = the_tool()
    document = tmp_path / "page.md"
    document.write_text(f"before\n{tool.BEGIN}\nold\n{tool.END}\nafter\n")
    tool._put(document, "new")
    assert document.read_text() == f"before\n{tool.BEGIN}\nnew\n{tool.END}\nafter\n"
