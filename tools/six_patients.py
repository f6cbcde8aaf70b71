"""Six patients each log a week in a real window, and what the diary then holds is compared with what they meant.

`six_patients.py [FOLDER]` writes a picture and the diary of each into FOLDER (build/patients) and prints a table;
`--only WORD` takes the patients with that word in their name. It leaves with 1 where an entry is not what was meant,
and with 2 where it can't begin. It takes some six minutes.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from logging_week import Week
from meant import differences, entries, in_order
from patient_weeks import PATIENTS, Patient
from real_window import NotSeenError, Program, Screen, exported, missing
from settled import StuckError
from tired_hand import KEY, LOOK, TAP, Cost, Hand
from window_twin import Twin

from painmap import clock

SIZE = (1280, 800)
HEADS = (
    "patient",
    "days",
    "taps",
    "most",
    "pushes",
    "person s",
    "most",
    "bad day",
    "review",
    "program s",
    "right",
    "wrong",
)


def main(argv: list[str]) -> int:
    """Logs, compares and prints, and returns the exit code."""
    parser = argparse.ArgumentParser(description="Six patients log a week in a real window of Painmap.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/patients"))
    parser.add_argument("--only", default="", help="only the patients with this word in their name")
    options = parser.parse_args(argv)
    if sentence := missing():
        sys.stderr.write(sentence + "\n")
        return 2
    out: Path = options.folder.absolute()
    out.mkdir(parents=True, exist_ok=True)
    rows, wrong = [], 0
    with tempfile.TemporaryDirectory(prefix="painmap-patients-") as folder, Screen() as screen:
        for patient in PATIENTS:
            if options.only.casefold() not in patient.name.casefold():
                continue
            try:
                week, troubles = _live(screen, patient, Path(folder), out)
            except (NotSeenError, StuckError) as trouble:
                print(f"NOT AS IT SHOULD BE, {patient.name}: {trouble}", flush=True)
                return 1
            for said in troubles:
                print(f"NOT AS MEANT, {patient.name}: {said}", flush=True)
            wrong += len(troubles)
            rows.append(_row(patient, week, len(troubles)))
    _print_table(rows)
    return 1 if wrong else 0


def _live(screen: Screen, patient: Patient, folder: Path, out: Path) -> tuple[Week, list[str]]:
    """A week of one patient; what it took, and what in the diary is not what was meant."""
    name = patient.family.value.replace("_", "-")
    real, double = folder / name, folder / f"{name}-twin"
    for place in (real, double):
        place.mkdir()
        (place / "settings.json").write_text('{"colours": "light"}', encoding="utf-8")
    now = clock.now()
    twin = Twin(double, SIZE, now)
    program = Program(screen, real, SIZE)
    try:
        week = Week(Hand(program, twin, now), patient)
        week.choose_what_is_asked()
        week.add_the_treatment()
        for day in in_order(patient.days):
            week.log(day)
        program.picture(out / f"{name}.png")
        week.log_uses()
        week.answer_the_review()
        if code := program.leave():
            raise NotSeenError(f"the window closed with exit code {code}")
    except BaseException:
        program.picture(out / f"{name}-stopped.png")
        twin.picture(out / f"{name}-stopped-twin.png")
        program.kill()
        raise
    finally:
        twin.close()
    troubles = differences(patient, exported(real), now.date())
    shutil.copytree(real, out / "diaries" / name, dirs_exist_ok=True)
    return week, troubles


def _row(patient: Patient, week: Week, wrong: int) -> tuple[str, ...]:
    days = list(week.days.values())
    bad = next(week.days[day.ago] for day in patient.days if day.way == "bad day")
    taps, person = [cost.taps for cost in days], [cost.person for cost in days]
    return (
        patient.name,
        str(len(days)),
        f"{median(taps):.0f}",
        str(max(taps)),
        str(max(cost.pushes for cost in days)),
        f"{median(person):.0f}",
        f"{max(person):.0f}",
        _brief(bad),
        _brief(week.review),
        f"{median(cost.program for cost in days):.1f}",
        str(entries(patient) - wrong),
        str(wrong),
    )


def _brief(cost: Cost) -> str:
    return f"{cost.taps} in {cost.person:.0f} s"


def _print_table(rows: list[tuple[str, ...]]) -> None:
    table = [HEADS, tuple("-" * len(head) for head in HEADS), *rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(HEADS))]
    for row in table:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
    print(
        "\nTaps and seconds a day: median and most; pushes of the page along on a day: most. Person: "
        f"{TAP} s a tap or push,\n{KEY} s a key, {LOOK:.0f} s of looking whenever the screen shows something else. "
        "Bad day and review: taps, person seconds.\nProgram: seconds of processor time, median of the days."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
