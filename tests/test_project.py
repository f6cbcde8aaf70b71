"""The project keeps its word: what ships, what it needs, and that it never speaks to a network."""

import ast
import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from painmap.paths import shipped

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MODULES = sorted((ROOT / "painmap").rglob("*.py"))
NETWORK = {
    "aiohttp",
    "_socket",
    "_ssl",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "PySide6.QtWebChannel",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineQuick",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebView",
    "PySide6.QtHttpServer",
    "PySide6.QtRemoteObjects",
}


def imported(module: Path) -> set[str]:
    """Every name that a module imports, whole: 'PySide6', 'PySide6.QtCore', 'PySide6.QtCore.Qt'."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_speaks_to_a_network(module: Path) -> None:
    parts = {".".join(name.split(".")[:n]) for name in imported(module) for n in (1, 2)}
    assert parts & NETWORK == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_draws_through_pyplot(module: Path) -> None:
    assert not {name for name in imported(module) if name.startswith(("matplotlib.pyplot", "pylab"))}


def test_the_program_knows_the_version_of_the_project() -> None:
    assert version("painmap") == PROJECT["project"]["version"]


def test_every_shipped_file_goes_into_the_package() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {"resources": "painmap/resources"}
    for name in ("bodymap.svg", "regions.csv", "tokens.json", "fonts/Inter-Regular.ttf"):
        assert shipped(name).is_file()
        assert (ROOT / "resources" / name).is_file()


def test_the_licences_of_the_program_and_of_its_font_ship() -> None:
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    for name in PROJECT["project"]["license-files"]:
        assert (ROOT / name).is_file()


def test_make_takes_the_same_pythons_as_the_package() -> None:
    assert PROJECT["project"]["requires-python"] == ">=3.11,<3.14"
    assert "(3, 11) <= sys.version_info < (3, 14)" in (ROOT / "Makefile").read_text("utf-8")


def test_the_release_of_qt_that_loses_references_is_never_installed() -> None:
    (qt,) = (need for need in PROJECT["project"]["dependencies"] if need.startswith("PySide6-Essentials"))
    assert "!=6.12.0" in qt


def test_calls_into_qt_lose_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("region")
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda path: path.name)
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    inside = [link.partition("#")[0] for link in links if not re.match(r"https?:|mailto:|#", link)]
    assert [link for link in inside if not (page.parent / link).exists()] == []
