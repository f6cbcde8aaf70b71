"""Painmap is alone: the whole program is driven while every use of a socket by Python is listened for.

Seen is what Python's own socket module does, in every thread and every library that uses it, in a process of its own.
Not seen are sockets that C and C++ libraries open by themselves; so the same run is also told which sockets the
process has open at its end, from the system's own list, and none of them may lead to another computer.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("driven_alone.py")


def test_the_whole_program_opens_no_socket(tmp_path):
    run = [sys.executable, str(SCRIPT), str(tmp_path)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(SCRIPT.parent)}
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=240, env=environ)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["sockets"] == []
    assert seen["to_others"] == []
    assert seen["heard"] > 100
    pages = {"today", "history", "trends", "treatments", "report", "settings", "help"}
    assert set(seen["pages"]) == pages
    assert seen["made"] == ["backup", "export", "report.html", "report.pdf", "report.txt"]
    assert seen["locked"]


def test_the_listener_hears_a_socket(tmp_path):
    script = "import driven_alone as d, socket; d.listen(); socket.socket().close(); print(len(d.SOCKETS))"
    environ = {**os.environ, "PYTHONPATH": str(SCRIPT.parent)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environ)
    assert int(done.stdout) >= 1, done.stderr
