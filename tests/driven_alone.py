"""Run by test_alone: drives the whole program in a folder and prints which sockets were heard of."""

import json
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))
SOCKETS: list[str] = []
HEARD = [0]


def listen() -> None:
    """Notes every audit event that has to do with sockets, from now on until the process ends."""

    def hear(event: str, what: tuple[object, ...]) -> None:
        HEARD[0] += 1
        if event.startswith(("socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib.")):
            SOCKETS.append(f"{event} {what!r}"[:200])

    sys.addaudithook(hear)


def to_others() -> list[str]:
    """The sockets of this process that belong to the internet, whoever opened them, as the system lists them."""
    own = {str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()}
    found = []
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        table = Path(f"/proc/self/net/{kind}")
        rows = table.read_text("ascii").splitlines()[1:] if table.exists() else []
        found += [row.strip() for row in rows if f"socket:[{row.split()[9]}]" in own]
    return found


def drive(folder: Path) -> dict[str, object]:
    from painmap import cli
    from painmap.app import Painmap, application
    from painmap.domain.sample import sample
    from painmap.paths import DIARY_FILE
    from painmap.storage.diary import Diary
    from painmap.storage.keys import Key
    from painmap.storage.sealing import Change
    from painmap.ui.trends.page import TABS

    data = folder / "diary"
    with Diary.open(data / DIARY_FILE, NOW) as diary:
        diary.merge(sample(90, NOW.date(), 1, NOW))
    out = ["--data-dir", str(data)]
    for name in ("report.pdf", "report.html", "report.txt"):
        assert cli.run([*out, "report", str(folder / name), "--last", "30"]) == 0
    assert cli.run([*out, "export", str(folder / "export.json")]) == 0
    assert cli.run([*out, "import", str(folder / "export.json")]) == 0
    assert cli.run([*out, "backup", str(folder / "backup.diary")]) == 0
    app = application()
    painmap = Painmap(data, now=lambda: NOW)
    window = painmap.window
    window.resize(1280, 800)
    window.show()

    def settle(seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            app.processEvents()
            time.sleep(0.01)

    shown = []
    for name in ("today", "history", "trends", "treatments", "report", "settings", "help"):
        window.show_page(name)
        settle(1.5 if name in ("trends", "report") else 0.2)
        assert not window.grab().isNull()
        shown.append(name)
    window.show_page("trends")
    for tab in TABS:
        window.page("trends").open_tab(tab)
        window.page("trends").refresh()
        settle(0.5)
    window.show_bad_day()
    window.show_review()
    settle(0.2)
    painmap.rounds.run("own")
    painmap.rounds.wait()
    change = Change(painmap.diary.path, Key.new("chestnut bicycle harbour"))
    change.prepare(NOW)
    change.take_place(painmap.diary)
    painmap.locking.lock()
    settle(0.2)
    locked = painmap.locking.locked
    others = to_others()
    painmap.close()
    made = sorted(each.name if each.suffix in (".pdf", ".html", ".txt") else each.stem for each in folder.glob("*.*"))
    return {"pages": shown, "made": made, "locked": locked, "to_others": others}


if __name__ == "__main__":
    listen()
    seen = drive(Path(sys.argv[1]))
    print(json.dumps({**seen, "sockets": SOCKETS, "heard": HEARD[0]}))  # noqa: T201 - read by test_alone
