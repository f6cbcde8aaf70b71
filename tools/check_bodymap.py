"""Checks of bodymap.svg with shapely; leaves with 1 where something fails.

Usage: check_bodymap.py [FILE.svg] [--anchors OUT.json]
The second form also writes, for each region, its title, the point where a
numeral sits well and the radius of the largest circle inside the region.
"""

import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
from shapely.affinity import affine_transform
from shapely.geometry import Polygon
from shapely.ops import nearest_points, polylabel, unary_union

HERE = Path(__file__).resolve().parent
NS = "{http://www.w3.org/2000/svg}"

FRONT_PARTS = (
    "face jaw neck groin shoulder chest upper-arm elbow forearm wrist hand upper-abdomen lower-abdomen hip thigh "
    "knee shin ankle foot"
)
BACK_PARTS = (
    "head neck shoulder upper-back mid-back lower-back buttock upper-arm elbow forearm wrist hand thigh knee calf "
    "heel foot"
)


def both_sides(view, parts):
    return [f"{view}-{side}-{part}" for part in parts.split() for side in ("left", "right")]


EXPECT = {
    "front": ["front-forehead", *both_sides("front", FRONT_PARTS)],
    "back": ["back-sacrum", *both_sides("back", BACK_PARTS)],
}


def subpaths(d, steps=48, turns=None):
    """Own small reader of one closed subpath: M, L, C, Z and relative c, z.
    Returns (points, closed, number of segments); appends to turns the angle, in
    degrees, by which the direction jumps at each joint."""
    heads = []
    toks = re.findall(r"[MLCZcz]|-?(?:\d+\.?\d*|\.\d+)", d)
    i, pts, closed, n, cmd = 0, [], False, 0, None
    while i < len(toks):
        if toks[i].isalpha():
            cmd = toks[i]
            i += 1
            if cmd in "Zz":
                closed = True
                continue
        k = 6 if cmd in "Cc" else 2
        v = [float(q) for q in toks[i : i + k]]
        i += k
        if cmd == "M":
            assert not pts, "one subpath each"
            pts.append(tuple(v))
            cur = np.array(v)
            continue
        v = np.array(v).reshape(-1, 2)
        if cmd == "c":
            v = np.round(v + cur, 1)
        n += 1
        if cmd == "L":
            pts.append(tuple(v[0]))
        else:
            p = np.vstack([cur, v])
            t = np.linspace(0, 1, steps + 1)[1:, None]
            q = (1 - t) ** 3 * p[0] + 3 * (1 - t) ** 2 * t * p[1] + 3 * (1 - t) * t**2 * p[2] + t**3 * p[3]
            pts += [tuple(x) for x in q]
            heads.append((p[0], p[1] - p[0], p[3] - p[2]))
        cur = v[-1]
    if turns is not None:
        for a, b in zip(heads, heads[1:] + heads[:1], strict=True):
            x = a[2][0] * b[1][1] - a[2][1] * b[1][0]
            turns.append((abs(np.degrees(np.arctan2(x, a[2] @ b[1]))), *b[0]))
    return pts, closed, n


def anchor(p):
    """Where a numeral sits well: among the points at least 94 % as roomy as the
    pole of inaccessibility, the one nearest to the centroid."""
    c = polylabel(p, 0.2)
    core = p.buffer(-0.94 * c.distance(p.exterior))
    g = p.centroid
    return g if core.contains(g) else nearest_points(core, g)[0]


def main(svg_path, anchors=None):
    fails = []

    def ok(cond, text):
        print(("  ok   " if cond else "  FAIL ") + text)
        if not cond:
            fails.append(text)

    text = svg_path.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    print(f"{svg_path.name}: {len(text.encode())} bytes, viewBox {root.get('viewBox')}")
    ok(len(text.encode()) < 64_000, "smaller than 64 kB")
    ok(not re.search(r"\d\.\d\d", re.sub(r'(opacity|width)="[^"]*"', "", text)), "coordinates rounded to 0.1")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    ok(len(ids) == len(set(ids)), "ids are unique")
    ok('style="' not in text, "no inline styles")

    all_small, table = [], {}
    for view in ("front", "back"):
        print(f"\n{view.upper()}")
        g = root.find(f"{NS}g[@id='{view}']")
        regs = g.find(f"{NS}g[@class='regions']")
        paths = {p.get("id"): p for p in regs.findall(f"{NS}path")}
        ok(sorted(paths) == sorted(EXPECT[view]), f"{len(paths)} region ids exactly as listed")
        ok(
            all(
                p.get("class") == "region" and p.find(f"{NS}title") is not None and p.find(f"{NS}title").text
                for p in paths.values()
            ),
            "each has class region and a title",
        )
        ok(g.find(f"{NS}g[@class='detail']") is not None, "detail group")
        turns = []
        o_pts, o_closed, o_n = subpaths(g.find(f"{NS}path[@id='{view}-outline']").get("d"), turns=turns)
        outline = Polygon(o_pts)
        ok(o_closed and outline.is_valid, f"outline closed and simple ({o_n} segments)")
        corner = [t for t in turns if t[0] > 8]
        soft = max(t[0] for t in turns if t[0] <= 8)
        # ear 2, jaw 1, finger webs 4, armpit 1, toes 4 on each side; the crotch
        ok(
            len(corner) == 25,
            f"outline smooth but for its {len(corner)} meant corners; elsewhere the direction "
            f"jumps by at most {soft:.1f} degrees",
        )
        P, N = {}, {}
        bad = []
        for k, e in paths.items():
            pts, closed, n = subpaths(e.get("d"))
            poly = Polygon(pts)
            if not (closed and poly.is_valid and poly.area > 0):
                bad.append(k)
            P[k], N[k] = poly, n
        ok(not bad, f"every region closed and simple {bad or ''}")
        big = {k: n for k, n in N.items() if n > 12}
        print(f"       segments a region: median {int(np.median(list(N.values())))}, over 12: {big or 'none'}")
        uni = unary_union(list(P.values()))
        err = uni.symmetric_difference(outline).area / outline.area
        ok(err < 1e-3, f"union of regions = outline, area error {err * 100:.4f} %")
        tot = sum(p.area for p in P.values())
        print(f"       sum of areas / outline area - 1 = {(tot / outline.area - 1) * 100:+.4f} %")
        worst = (0, "", "")
        ks = list(P)
        for i, a in enumerate(ks):
            for b in ks[i + 1 :]:
                if P[a].intersects(P[b]):
                    r = P[a].intersection(P[b]).area / min(P[a].area, P[b].area)
                    worst = max(worst, (r, a, b))
        overlap, one, another = worst
        ok(overlap < 5e-4, f"largest pairwise overlap {overlap * 100:.4f} % of the smaller ({one}, {another})")
        # symmetry
        minx, miny, maxx, maxy = outline.bounds
        cx, H = (minx + maxx) / 2, maxy - miny
        flip = lambda p: affine_transform(p, [-1, 0, 0, 1, 2 * cx, 0])
        sym = max(
            P[k].symmetric_difference(flip(P[k.replace("-left-", "-right-")])).area / P[k].area
            for k in ks
            if "-left-" in k
        )
        middle = [k for k in ks if "-left-" not in k and "-right-" not in k]
        mid = max(P[k].symmetric_difference(flip(P[k])).area / P[k].area for k in middle)
        ok(max(sym, mid) < 1e-3, f"mirror symmetry, worst area difference {max(sym, mid) * 100:.4f} %")
        lefts = [P[k].centroid.x - cx for k in ks if "-left-" in k]
        ok(
            all(x > 0 for x in lefts) if view == "front" else all(x < 0 for x in lefts),
            "patient's left is on the viewer's " + ("right" if view == "front" else "left"),
        )
        # landmarks, heights above the floor as fractions of stature, read off the drawing
        h = lambda y: (maxy - y) / H
        part = lambda p: P[f"{view}-left-{p}"]
        top_at = lambda x: min(y for X, y in o_pts if abs(X - x) < 1.2)
        hand = part("hand")
        lm = {}
        if view == "front":
            lm["chin"] = (h(part("jaw").bounds[3]), 0.870)
        lm["acromion"] = (h(top_at(cx + 0.129 * H)), 0.818)
        lm["elbow"] = (h(part("elbow").centroid.y), 0.630)
        lm["wrist"] = (h(part("wrist").centroid.y), 0.485)
        lm["fingertip"] = (h(hand.bounds[3]), 0.377)
        widest = max((abs(x - cx), y) for x, y in o_pts if 0.44 < h(y) < 0.60 and abs(x - cx) < 0.13 * H)
        lm["trochanter (widest hip)"] = (h(widest[1]), 0.530)
        lm["knee"] = (h(part("knee").centroid.y), 0.285)
        lm["ankle"] = (h(part("ankle" if view == "front" else "heel").centroid.y), 0.039)
        for k, (v, t) in lm.items():
            ok(abs(v - t) <= 0.02, f"{k:24s} {v:.3f}  table {t:.3f}  difference {100 * (v - t):+.1f} % of stature")
        print(f"       half hip width {widest[0] / H:.4f} (table .0955)")
        # tapping size
        s = 760 / H
        diam = {}
        for k, p in P.items():
            c = polylabel(p, 0.1)
            r = c.distance(p.exterior)
            diam[k] = 2 * r * s
            a = anchor(p)
            table[k] = {
                "title": paths[k].find(f"{NS}title").text,
                "x": round(a.x, 1),
                "y": round(a.y, 1),
                "r": round(r, 1),
            }
            if not (p.contains(c) and p.contains(a) and a.distance(p.exterior) > 0.9 * r):
                bad.append(k)
        ok(not bad, "pole of inaccessibility and label anchor inside every region")
        low = sorted((d, k) for k, d in diam.items() if "-right-" not in k)
        ok(low[0][0] >= 22, f"smallest inscribed circle {low[0][0]:.1f} px at a body height of 760 px")
        all_small += low
        print("       smallest: " + ", ".join(f"{k} {d:.1f}" for d, k in low[:9]))

    print("\nsmallest ten (left side and midline, px at 760): ")
    for d, k in sorted(all_small)[:10]:
        print(f"  {d:5.1f}  {k}")
    print("\n" + ("ALL CHECKS PASSED" if not fails else f"{len(fails)} FAILED: " + "; ".join(fails)))
    if anchors:
        Path(anchors).write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return len(fails)


if __name__ == "__main__":
    args = sys.argv[1:]
    out = None
    if "--anchors" in args:
        i = args.index("--anchors")
        out = args[i + 1]
        del args[i : i + 2]
    sys.exit(bool(main(Path(args[0]) if args else HERE.parent / "resources" / "bodymap.svg", out)))
