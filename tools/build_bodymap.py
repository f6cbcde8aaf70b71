"""Painmap body map: generator of bodymap.svg.

Own drawing.  Every curve below is written by hand as a few knots, in
thousandths of stature: x from the midline (x > 0 is the viewer's right), y down
from the crown (0) to the floor (1002).  Only the right half is drawn; the left
half is its mirror image.  Both views have the same contour, as seen from the
front and from behind; their borders and detail strokes differ.

How it works
  1. OUTLINE: the half contour, crown to crotch, as smooth runs between corners.
     Hobby's algorithm (the METAFONT spline) turns the knots into cubic Beziers.
  2. CUTS: named places on that contour where a border between regions arrives;
     the contour is split there (de Casteljau), so it stays one smooth curve.
  3. EDGES: named borders inside the body, again a few knots each.
  4. REGIONS: each region is a loop of named pieces.  Neighbours name the same
     piece, so they share exactly the same curve: no gaps and no overlaps.
  5. DETAIL: thin strokes that only help to find the place, and soft rims
     (class "shade") that give the limbs some roundness; an app may hide both.

A knot is (x, y), or (x, y, dx, dy) with a fixed direction, or (x, y, "c") for a
corner.  Usage: build_bodymap.py [OUT.svg]
"""
import math
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent

# ---------------------------------------------------------------- page layout
PAGE_W, PAGE_H = 1160, 1080
CENTRE = {"front": 298.0, "back": 862.0}
TOP = 40.0

STYLE = dict(
    body="#dfe4ea", seam="#ffffff", seam_w="2.4",
    line="#84909d", line_w="2.5",
    detail="#5d6976", detail_w="1.7", detail_op="0.42",
    shade="#22303e", shade_op="0.05",
)


# ------------------------------------------------------------------- geometry
def _f(t, p):
    return (2 + math.sqrt(2) * (math.sin(t) - math.sin(p) / 16)
            * (math.sin(p) - math.sin(t) / 16) * (math.cos(t) - math.cos(p))) / (
        3 * (1 + (math.sqrt(5) - 1) / 2 * math.cos(t)
             + (3 - math.sqrt(5)) / 2 * math.cos(p)))


def _wrap(a):
    return (a + math.pi) % (2 * math.pi) - math.pi


def hobby(pts, d0=None, d1=None):
    """Smooth open curve through pts; d0/d1: optional directions at the ends."""
    z = [complex(*p) for p in pts]
    n = len(z) - 1
    dl = [z[k + 1] - z[k] for k in range(n)]
    d = [abs(v) for v in dl]
    ang = [math.atan2(v.imag, v.real) for v in dl]
    psi = [0.0] * (n + 1)
    for k in range(1, n):
        psi[k] = _wrap(ang[k] - ang[k - 1])
    A = np.zeros((n + 1, n + 1))
    b = np.zeros(n + 1)
    if d0 is not None:
        A[0, 0] = 1
        b[0] = _wrap(math.atan2(d0[1], d0[0]) - ang[0])
    else:
        A[0, 0] = A[0, 1] = 1
        b[0] = -psi[1] if n > 1 else 0
    for k in range(1, n):
        A[k, k - 1] = 1 / d[k - 1]
        A[k, k] = 2 / d[k - 1] + 2 / d[k]
        A[k, k + 1] = 1 / d[k]
        b[k] = -2 * psi[k] / d[k - 1] - psi[k + 1] / d[k]
    if d1 is not None:
        A[n, n] = 1
        b[n] = _wrap(math.atan2(d1[1], d1[0]) - ang[n - 1])
    else:
        A[n, n - 1] = 1
        A[n, n] = 1
    if n == 1 and d0 is None and d1 is None:
        th = np.zeros(2)
    else:
        th = np.linalg.solve(A, b)
    out = []
    for k in range(n):
        t, p = th[k], -psi[k + 1] - th[k + 1]
        c1 = z[k] + complex(math.cos(t), math.sin(t)) * dl[k] * _f(t, p)
        c2 = z[k + 1] - complex(math.cos(p), -math.sin(p)) * dl[k] * _f(p, t)
        out.append(tuple((q.real, q.imag) for q in (z[k], c1, c2, z[k + 1])))
    return out


def run(knots):
    """knots: (x, y) or (x, y, dx, dy) with a fixed direction, or
    (x, y, 'c') for a corner.  Returns a list of cubics."""
    segs, cur, d0 = [], [knots[0][:2]], None
    if len(knots[0]) == 4:
        d0 = knots[0][2:]
    for i, k in enumerate(knots[1:], 1):
        cur.append(k[:2])
        last = i == len(knots) - 1
        if len(k) > 2 or last:
            d1 = k[2:] if len(k) == 4 else None
            segs += hobby(cur, d0, d1)
            cur, d0 = [k[:2]], d1
    return segs


def split(s, t):
    p = [np.array(q, float) for q in s]
    a, b, c = [p[i] + (p[i + 1] - p[i]) * t for i in range(3)]
    e, f = a + (b - a) * t, b + (c - b) * t
    g = e + (f - e) * t
    T = lambda *q: tuple(tuple(v) for v in q)
    return T(p[0], a, e, g), T(g, f, c, p[3])


def at(s, t):
    u = 1 - t
    return tuple(u**3 * s[0][i] + 3 * u * u * t * s[1][i]
                 + 3 * u * t * t * s[2][i] + t**3 * s[3][i] for i in (0, 1))


def flip(segs):
    return [tuple(reversed(s)) for s in reversed(segs)]


def mirror(segs):
    return [tuple((-x, y) for x, y in s) for s in segs]


def rnd(segs):
    return [tuple((round(x, 1) + 0.0, round(y, 1) + 0.0) for x, y in s) for s in segs]


def line(a, b):
    a, b = tuple(a), tuple(b)
    m = lambda t: (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
    return [(a, m(1 / 3), m(2 / 3), b)]


class Frame:
    """Local axes along a limb: (u along, v outward) -> body coordinates."""

    def __init__(self, a, b):
        self.o = np.array(a, float)
        d = np.array(b, float) - self.o
        self.len = float(np.hypot(*d))
        self.d = d / self.len
        self.n = np.array([self.d[1], -self.d[0]])

    def __call__(self, u, v):
        p = self.o + self.d * u + self.n * v
        return (float(p[0]), float(p[1]))

    def dir(self, du, dv):
        p = self.d * du + self.n * dv
        return (float(p[0]), float(p[1]))

    def knots(self, ks):
        out = []
        for k in ks:
            p = self(k[0], k[1])
            if len(k) == 4:
                out.append(p + self.dir(k[2], k[3]))
            elif len(k) == 3:
                out.append(p + (k[2],))
            else:
                out.append(p)
        return out


# --------------------------------------------------------------------- limbs
SHOULDER = (109, 208)
ELBOW = (151.5, 371)
WRIST = (191.5, 515)
TIP = (209, 624)
UA = Frame(SHOULDER, ELBOW)
FA = Frame(ELBOW, WRIST)
HA = Frame(WRIST, TIP)


def finger(root_a, root_b, tip, wide):
    """Round finger tip between two roots (hand axes u, v), thumb side first:
    straight sides from root_a to the tip and from the tip to root_b."""
    ra, rb, t = (np.array(q, float) for q in (root_a, root_b, tip))
    d = t - (ra + rb) / 2
    d /= np.hypot(*d)
    n = np.array([-d[1], d[0]])
    r = wide / 2
    o, i = t - d * r * 1.45 + n * r, t - d * r * 1.45 - n * r
    D = lambda v: HA.dir(*(v / np.hypot(*v)))
    return (HA(*o) + D(o - ra), HA(*t) + D(-n), HA(*i) + D(rb - i))


ROOT = dict(thumb=(34, 34.6), web0=(47.5, 26.2), index=(56, 26.0), web1=(66, 13.2),
            web2=(68, .4), web3=(63.5, -12.4), little=(52, -25.4))
THUMB = finger(ROOT["thumb"], ROOT["web0"], (73.5, 47.5), 12.4)
INDEX = finger(ROOT["index"], ROOT["web1"], (104.5, 25.6), 11.4)
MIDDLE = finger(ROOT["web1"], ROOT["web2"], (111.5, 9.4), 11.6)
RING = finger(ROOT["web2"], ROOT["web3"], (106, -8.2), 11.2)
LITTLE = finger(ROOT["web3"], ROOT["little"], (91, -23.8), 10.2)


def web(k):
    return HA(*ROOT[k]) + ("c",)


# ------------------------------------------------------------------- outline
CONTOUR = [
    # head
    (0, 0, 1, 0), (31.5, 12.5), (45.4, 48), (45.6, 61.5, "c"),
    # ear
    (50.4, 64), (50.8, 75), (48.4, 87), (44.6, 92.5, "c"),
    # jaw
    (42, 105), (35.4, 117.5, "c"),
    # neck, trapezius, deltoid
    (32.4, 130), (33.8, 146), (44.5, 159.5), (74, 171.5), (99, 179),
    (121, 189.5), (137.8, 209), (147.8, 239),
    # arm, outer side
    UA(92, 25.2), UA(148, 22.6),
    FA(0, 23.2), FA(32, 25.2), FA(75, 22.2), FA(118, 18.0), FA(146, 17.2),
    # thumb (u from the wrist to the finger tips, v towards the thumb)
    *HA.knots([(9, 18.6), (20, 25.6), ROOT["thumb"]]), *THUMB, web("web0"),
    # index, middle, ring, little finger
    *INDEX, web("web1"), *MIDDLE, web("web2"),
    *RING, web("web3"), *LITTLE,
    *HA.knots([ROOT["little"], (30, -25.0), (9, -19.0)]),
    # arm, inner side
    FA(146, -17.0), FA(118, -18.0), FA(75, -22.0), FA(34, -24.0), FA(0, -22.6),
    UA(148, -22.0), UA(105, -24.4), UA(68, -22.6), (101, 252, "c"),
    # side of the trunk, hip, leg outer side
    (97, 275), (88.8, 322), (80.8, 368), (95.6, 422), (106.8, 471),
    (104.0, 540), (97.2, 612), (89.5, 662), (86.3, 690), (86.6, 714), (86.6, 738),
    (94, 790), (89, 846), (80, 896), (78.6, 918), (82.0, 940), (86.2, 957),
    # foot
    (93.6, 971), (97.0, 981.5), (93.6, 988.4), (88.8, 987.6, "c"),
    (88.4, 992.6), (83.4, 994.6), (79.0, 991.8, "c"),
    (78.0, 997.0), (72.8, 998.8), (68.4, 995.4, "c"),
    (67.2, 1000.2), (62, 1001.4), (57.4, 997.0, "c"),
    (55.0, 1000.4), (48.8, 1002, -1, 0), (41.6, 994), (40.0, 981), (43.0, 962), (40.4, 941.5),
    # leg, inner side
    (43.6, 921), (42.2, 896), (33.5, 846), (28.0, 797), (32.6, 742), (31.6, 716),
    (29.0, 692), (22.0, 652), (10.8, 600), (4.0, 556), (0, 529, "c"),
]

# places where a border reaches the contour, in contour order
CUTS = dict(
    crown=(0, 0), brow=(45.4, 50), ear=(45.6, 61.5), lobe=(44.6, 92.5), nape=(35.4, 117.5),
    collar=(44, 158.5), raglan=(70, 170), delt=(164, 284),
    elT_o=UA(143, 24), elB_o=FA(27, 26), wrT_o=FA(129, 18), wrB_o=HA(16, 21),
    wrB_i=HA(16, -20), wrT_i=FA(129, -18), elB_i=FA(27, -24), elT_i=UA(143, -23),
    armpit=(101, 252),
    chest=(94.5, 292), midback=(86.5, 338), waist=(81, 378), iliac=(85, 408),
    hip=(104, 530), glut=(103.4, 542),
    knT_o=(88, 672), knB_o=(87.5, 752), anT_o=(78.8, 925.5), heelB_o=(85.5, 955.5), anB_o=(87.4, 961),
    anB_i=(42.6, 964), heelB_i=(43.2, 958.5), anT_i=(43.6, 925), knB_i=(31, 752), knT_i=(26.8, 672),
    crotch=(0, 529),
)

# --------------------------------------------------------------------- points
P = dict(
    chin=(0, 130), brow0=(0, 54), mouth0=(0, 94), notch=(0, 184),
    xiph=(0, 299), navel=(0, 388), pub=(0, 470), groin=(49.5, 462), crease=(26.5, 496.5),
    occ=(0, 123), c7=(0, 170), scap=(56, 262), t7=(0, 268), t12=(0, 346),
    l5=(0, 425), psis=(33, 421), tail=(0, 494),
)


def C(n):
    return CUTPT[n]


def build_edges():
    """Borders inside the right half of the body.  name -> list of cubics."""
    E = {}

    def e(name, *knots):
        E[name] = run(list(knots))

    def lim(name, a, b, sag, frame_dir):
        """Arc from a to b across a limb, bulging by sag along frame_dir."""
        a, b = np.array(C(a)), np.array(C(b))
        d = np.array(frame_dir, float)
        d /= np.hypot(*d)
        k = sag * 4 / 3
        E[name] = [(tuple(a), tuple(a + (b - a) * .28 + d * k),
                    tuple(b + (a - b) * .28 + d * k), tuple(b))]

    # front ---------------------------------------------------------------
    e("brow", P["brow0"] + (1, 0), C("brow"))
    e("mouth", P["mouth0"] + (1, 0), C("lobe"))
    e("jawline", P["chin"] + (1, 0), (20, 126), C("nape"))
    e("collar", P["notch"] + (1, 0), C("collar"))
    e("raglan", C("raglan") + (.35, 1), (81, 208), C("armpit"))
    e("chestline", P["xiph"] + (1, 0), C("chest"))
    e("waistline", P["navel"] + (1, 0), C("waist"))
    e("hip_up", C("iliac") + (-.68, .73), P["groin"] + (-.62, .78))
    e("hip_in", P["groin"] + (-.62, .78), P["crease"] + (-.62, .78))
    e("inguinal", P["crease"] + (-.62, .78), C("crotch") + (-.7, .7))
    e("hip_dn", P["crease"] + (.75, .62), C("hip") + (1, -.02))
    e("groinline", P["groin"] + (-1, .38), P["pub"] + (-1, 0))
    # both ----------------------------------------------------------------
    e("deltoid", C("armpit") + (.55, .83), (133, 283), C("delt"))
    lim("elT", "elT_i", "elT_o", -5, UA.d)
    lim("elB", "elB_i", "elB_o", 5, FA.d)
    lim("wrT", "wrT_i", "wrT_o", -3, FA.d)
    lim("wrB", "wrB_i", "wrB_o", 3, FA.d)
    lim("knT", "knT_i", "knT_o", -7, (0, 1))
    lim("knB", "knB_i", "knB_o", 7, (0, 1))
    lim("anT", "anT_i", "anT_o", -3, (0, 1))
    lim("anB", "anB_i", "anB_o", 3, (0, 1))
    lim("heelB", "heelB_i", "heelB_o", 9, (0, 1))
    # back ----------------------------------------------------------------
    e("nape", P["occ"] + (1, 0), C("nape"))
    e("collar_b", P["c7"] + (1, 0), C("collar"))
    e("scapula", C("collar") + (-.1, 1), (45, 215), P["scap"] + (.45, 1))
    e("infrascap", C("armpit"), P["scap"] + (-1, .21))
    e("upback", P["scap"] + (-1, .21), P["t7"] + (-1, 0))
    e("midback", P["t12"] + (1, 0), C("midback"))
    e("iliac_b", C("iliac"), P["psis"] + (-1, .24))
    e("sacrum_top", P["psis"] + (-1, .24), P["l5"] + (-1, 0))
    e("sacrum_side", P["psis"] + (-.12, 1), P["tail"] + (-.9, .6))
    e("glutfold", C("crotch") + (.5, .86), (46, 553), C("glut"))
    return E


# -------------------------------------------------------------------- regions
# Each loop lists pieces in order; "a>b" is contour, "a|b" the midline, other
# words are edges.  A loop of a midline region gives its right half only.
LIMBS = {
    "upper-arm": "delt>elT_o elT elT_i>armpit deltoid",
    "elbow": "elT_o>elB_o elB elB_i>elT_i elT",
    "forearm": "elB_o>wrT_o wrT wrT_i>elB_i elB",
    "wrist": "wrT_o>wrB_o wrB wrB_i>wrT_i wrT",
    "hand": "wrB_o>wrB_i wrB",
}
REGIONS = {
    "front": {
        "forehead": ("mid", "crown>brow brow"),
        "face": ("pair", "brow brow>lobe mouth mouth0|brow0"),
        "jaw": ("pair", "mouth lobe>nape jawline chin|mouth0"),
        "neck": ("pair", "jawline nape>collar collar notch|chin"),
        "shoulder": ("pair", "raglan>delt deltoid raglan"),
        "chest": ("pair", "collar collar>raglan raglan armpit>chest chestline xiph|notch"),
        "upper-abdomen": ("pair", "chestline chest>waist waistline navel|xiph"),
        "lower-abdomen": ("pair", "waistline waist>iliac hip_up groinline pub|navel"),
        "hip": ("pair", "iliac>hip hip_dn hip_in hip_up"),
        "groin": ("pair", "groinline hip_in inguinal crotch|pub"),
        **{k: ("pair", v) for k, v in LIMBS.items()},
        "thigh": ("pair", "hip>knT_o knT knT_i>crotch inguinal hip_dn"),
        "knee": ("pair", "knT_o>knB_o knB knB_i>knT_i knT"),
        "shin": ("pair", "knB_o>anT_o anT anT_i>knB_i knB"),
        "ankle": ("pair", "anT_o>anB_o anB anB_i>anT_i anT"),
        "foot": ("pair", "anB_o>anB_i anB"),
    },
    "back": {
        "head": ("pair", "crown>nape nape occ|crown"),
        "neck": ("pair", "nape nape>collar collar_b c7|occ"),
        "shoulder": ("pair", "collar>delt deltoid infrascap scapula"),
        "upper-back": ("pair", "collar_b scapula upback t7|c7"),
        "mid-back": ("pair", "upback infrascap armpit>midback midback t12|t7"),
        "lower-back": ("pair", "midback midback>iliac iliac_b sacrum_top l5|t12"),
        "sacrum": ("mid", "sacrum_top sacrum_side"),
        "buttock": ("pair", "iliac>glut glutfold crotch|tail sacrum_side iliac_b"),
        **{k: ("pair", v) for k, v in LIMBS.items()},
        "thigh": ("pair", "glut>knT_o knT knT_i>crotch glutfold"),
        "knee": ("pair", "knT_o>knB_o knB knB_i>knT_i knT"),
        "calf": ("pair", "knB_o>anT_o anT anT_i>knB_i knB"),
        "heel": ("pair", "anT_o>heelB_o heelB heelB_i>anT_i anT"),
        "foot": ("pair", "heelB_o>heelB_i heelB"),
    },
}


def detail(E):
    """Thin strokes.  (view, mirrored?, cubics)"""
    D = []

    def d(view, *knots, both=True):
        D.append((view, both, run(list(knots))))

    def raw(view, p0, *rest):
        """Cubics given by their control points."""
        pts = [p0, *rest]
        D.append((view, True, [tuple(pts[i:i + 4]) for i in range(0, len(pts) - 1, 3)]))

    def part(view, edge, t0, t1):
        """A stretch of a border, drawn a little darker."""
        s = E[edge]
        n = len(s)
        out = []
        for i, c in enumerate(s):
            a, b = max(0, t0 * n - i), min(1, t1 * n - i)
            if a < b:
                c = split(c, b)[0]
                out.append(split(c, a / b)[1])
        D.append((view, True, out))

    # front ---------------------------------------------------------------
    d("front", (8, 187), (34, 181), (62, 183.5), (90, 180.5))             # clavicle
    d("front", (29.5, 131), (18, 160), (5.5, 180))                        # neck muscle
    d("front", (92.5, 262), (82, 272), (58, 277.5))                           # pectoral fold
    d("front", (-4, 400, .3, 1), (0, 403.6, 1, 0), (4, 400, .3, -1), both=False)  # navel
    d("front", (59, 695, 1, 0), (71.5, 706), (59, 727, -1, 0), (46.5, 706), (59, 695, 1, 0))  # kneecap
    d("front", FA(-3, -13), FA(1, 0), FA(-5, 13))                         # crook of the elbow
    d("front", *HA.knots([(24, 3), (40, 7), (50, 17)]))                   # thumb crease
    d("front", *HA.knots([(47, -21), (49, -8), (56, 6)]))                 # palm crease
    # both ----------------------------------------------------------------
    d("both", (45.6, 65), (44.4, 77), (44.6, 89))                       # ear
    d("front", (88.0, 985.6), (86.4, 981.5))                                 # toes
    d("front", (78.3, 989.8), (76.6, 984.5))
    d("front", (67.9, 993.2), (66.6, 987))
    d("front", (57.2, 994.6), (56.6, 987.5))
    # back ----------------------------------------------------------------
    d("back", (0, 171), (0, 425), both=False)                             # spine
    d("back", (60, 205), (84, 199.5), (111, 188.5))                       # spine of the shoulder blade
    raw("back", (55.5, 211), (56.5, 229), (60.5, 251), (69.5, 251.5), (77, 252), (83.5, 238), (91, 219))
    part("back", "glutfold", .06, .72)                                    # gluteal fold
    d("back", (0, 498), (0, 527), both=False)
    d("back", FA(-13, -9), FA(-2, -8.5), FA(6, 0), FA(-2, 8.5), FA(-13, 9))  # elbow tip
    d("back", (38, 713), (59, 717), (80, 712))                            # crease of the knee
    d("back", (38.5, 830, .35, 1), (56.8, 846, .95, -.15))                          # calf
    d("back", (64, 841, .95, .1), (82.5, 823, .35, -1))
    d("back", (55, 886), (56.5, 906), (53.5, 930))                        # Achilles tendon
    d("back", (68.5, 886), (66.5, 906), (70, 930))
    d("back", (45.5, 985), (58, 988.5), (76, 984.5), (92, 975.5))         # ball of the foot
    for u, v in ((52, 17.2), (55, 5.8), (54, -6), (48, -17)):             # back of the hand
        d("back", HA(u, v), HA(u - 15, v * .72))
    return D


# ------------------------------------------------------------------ assembly
CUTPT, CHAIN, ORDER = {}, [], []


def prepare():
    segs = run(CONTOUR)
    pos, lo = {}, 0.0
    for name, target in CUTS.items():
        best = None
        for i, s in enumerate(segs):
            for j in range(0, 401):
                t = j / 400
                if i + t < lo - 1e-9:
                    continue
                x, y = at(s, t)
                q = math.hypot(x - target[0], y - target[1])
                if best is None or q < best[0] - 1e-9:
                    best = (q, i + t)
        g = best[1]
        k = round(g)
        here = at(segs[min(int(g), len(segs) - 1)], g - min(int(g), len(segs) - 1))
        knot = segs[k][0] if k < len(segs) else segs[-1][3]
        if math.dist(here, knot) < 2.6:     # no tiny pieces: use the knot nearby
            g = float(k)
        pos[name] = g
        lo = g
    out, marks = [], {}
    names = list(pos)
    for i, s in enumerate(segs):
        inner = [(pos[n] - i, n) for n in names if i < pos[n] < i + 1]
        for n in names:
            if pos[n] == i:
                marks[n] = len(out)
        rest, done = s, 0.0
        for t, n in inner:
            a, rest = split(rest, (t - done) / (1 - done))
            out.append(a)
            done = t
            marks[n] = len(out)
        out.append(rest)
    for n in names:
        if pos[n] == len(segs):
            marks[n] = len(out)
    out = rnd(out)
    CHAIN[:] = out
    for n in names:
        CUTPT[n] = out[marks[n]][0] if marks[n] < len(out) else out[-1][3]
    return marks


def build():
    marks = prepare()
    E = {k: rnd(v) for k, v in build_edges().items()}

    def piece(word):
        if ">" in word:
            a, b = word.split(">")
            return CHAIN[marks[a]:marks[b]]
        if "|" in word:
            a, b = word.split("|")
            pa, pb = (P[q] if q in P else CUTPT[q] for q in (a, b))
            return [(pa, pb)]
        return E[word]

    def loop(words):
        ps = [piece(w) for w in words.split()]
        out = []
        for i, p in enumerate(ps):
            if not out:
                if len(ps) > 1:
                    nxt = {ps[1][0][0], ps[1][-1][-1]}
                    if p[-1][-1] not in nxt:
                        p = flip(p)
                out = list(p)
                continue
            end = out[-1][-1]
            if p[0][0] != end:
                p = flip(p)
            assert p[0][0] == end, (words, words.split()[i], end, p[0][0], p[-1][-1])
            out += p
        return out

    return marks, E, loop


def shade(marks, E):
    """Soft rims that give the limbs some roundness: a stretch of contour, and
    back along a curve through points set inward from it by the given depths."""
    out = []

    def rim(segs, depths, back=None):
        pts = [at(c, j / 24) for c in segs for j in range(24)] + [segs[-1][3]]
        acc = [0.0]
        for a, b in zip(pts, pts[1:]):
            acc.append(acc[-1] + math.hypot(b[0] - a[0], b[1] - a[1]))
        knots, edge = [], []
        n = len(depths) - 1
        for i, dep in enumerate(depths):
            want = acc[-1] * i / n
            j = max(1, min(len(pts) - 2, int(np.searchsorted(acc, want))))
            tx, ty = pts[j + 1][0] - pts[j - 1][0], pts[j + 1][1] - pts[j - 1][1]
            q = math.hypot(tx, ty)
            x, y = pts[0] if i == 0 else pts[-1] if i == n else pts[j]
            knots.append((x - ty / q * dep, y + tx / q * dep))
            edge.append((x, y, tx, ty))
        out.append(run(edge) + hobby(list(reversed(knots))))

    g = lambda a, b: CHAIN[marks[a]:marks[b]]
    rim(g("crown", "ear") + line(CUTPT["ear"], CUTPT["lobe"]) + g("lobe", "nape"),
        [0, 2.5, 5, 6, 6, 5, 0])
    rim(g("collar", "wrT_o"), [0, 4, 8, 8, 7, 6.5, 6, 6, 6.5, 5.5, 4, 0])
    rim(g("wrT_i", "armpit"), [0, 4, 6, 6.5, 6, 5.5, 6.5, 6, 0])
    rim(g("armpit", "anB_o"), [0, 6, 8, 8, 8.5, 9, 9, 9, 8.5, 7, 6.5, 7.5, 7, 5.5, 4, 0])
    rim(g("anB_i", "crotch"), [0, 3, 4.5, 6, 7, 6, 6, 8, 8.5, 7, 0])
    return out


def fmt(v):
    s = f"{v:.1f}".replace("-0.", "-.")
    s = s[1:] if s.startswith("0.") else s
    return "0" if s in (".0", "-.0") else s[:-2] if s.endswith(".0") else s


def path_rel(segs, cx, sx=1, close=False):
    """Relative coordinates: shorter; exact, since every number is on the 0.1 grid."""
    q = lambda p: (round(cx + sx * p[0], 1), round(TOP + p[1], 1))

    def put(o, p):
        t = ""
        for v in (p[0] - o[0], p[1] - o[1]):
            w = fmt(round(v, 1) + 0.0)
            t += w if w.startswith("-") else " " + w
        return t

    cur = q(segs[0][0])
    out = f"M{fmt(cur[0])} {fmt(cur[1])}"
    first = True
    for s in segs:
        t = "".join(put(cur, q(p)) for p in s[1:])
        if first:
            out += "c" + t.lstrip()
            first = False
        else:
            out += t
        cur = q(s[-1])
    return out + ("z" if close else "")


def path_d(segs, cx, sx=1, close=True, move=True):
    q = lambda p: f"{fmt(cx + sx * p[0])} {fmt(TOP + p[1])}"
    out = []
    if move:
        out.append("M" + q(segs[0][0]))
    for s in segs:
        if len(s) == 2:
            out.append("L" + q(s[1]))
        else:
            out.append("C" + " ".join(q(p) for p in s[1:]))
    return "".join(out) + ("Z" if close else "")


TITLE = {
    "front": {
        "forehead": "Forehead", "face": "{} side of face", "jaw": "{} side of jaw", "neck": "Front of neck, {}",
        "chest": "{} chest", "upper-abdomen": "{} upper abdomen", "lower-abdomen": "{} lower abdomen",
        "groin": "{} groin", "shin": "{} shin", "hand": "{} hand, palm", "foot": "{} foot, top",
    },
    "back": {
        "head": "Back of head, {}", "neck": "Back of neck, {}", "upper-back": "{} upper back",
        "mid-back": "{} mid back", "lower-back": "{} lower back", "sacrum": "Sacrum",
        "buttock": "{} buttock", "calf": "{} calf", "hand": "Back of {} hand",
        "heel": "{} heel and back of ankle", "foot": "{} foot, sole",
    },
}


def title(view, side, part):
    t = TITLE[view].get(part, "{} " + part.replace("-", " ") + ", " + view)
    t = t.format(side)
    return t[0].upper() + t[1:]


def svg(style=STYLE):
    marks, E, loop = build()
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" '
         f'viewBox="0 0 {PAGE_W} {PAGE_H}">', "<title>Painmap body map</title>"]
    dets = detail(E)
    for view in ("front", "back"):
        cx = CENTRE[view]
        o.append(f'<g id="{view}" stroke-linejoin="round" stroke-linecap="round">')
        o.append(f'<g class="regions" fill="{style["body"]}" stroke="{style["seam"]}" stroke-width="{style["seam_w"]}">')
        for part, (kind, words) in REGIONS[view].items():
            lp = loop(words)
            if kind == "mid":
                if lp[0][0][0] != 0:
                    lp = flip(lp)
                assert lp[0][0][0] == 0 and lp[-1][-1][0] == 0, (part, lp[0], lp[-1])
                lp = lp + flip(mirror(lp))
                o.append(f'<path id="{view}-{part}" class="region" d="{path_d(lp, cx)}"><title>{title(view, None, part)}</title></path>')
            else:
                assert lp[0][0] == lp[-1][-1], (part, lp[0][0], lp[-1][-1])
                right_is = "left" if view == "front" else "right"
                for side in ("left", "right"):
                    sx = 1 if side == right_is else -1
                    o.append(f'<path id="{view}-{side}-{part}" class="region" d="{path_d(lp, cx, sx)}"><title>{title(view, side, part)}</title></path>')
        o.append("</g>")
        whole = CHAIN + flip(mirror(CHAIN))
        o.append(f'<path id="{view}-outline" class="outline" fill="none" stroke="{style["line"]}" stroke-width="{style["line_w"]}" d="{path_rel(whole, cx, 1, True)}"/>')
        o.append(f'<g class="detail" fill="none" stroke="{style["detail"]}" stroke-width="{style["detail_w"]}" stroke-opacity="{style["detail_op"]}">')
        rims = "".join(path_rel(r, cx, sx, True) for r in map(rnd, shade(marks, E)) for sx in (1, -1))
        o.append(f'<path class="shade" fill="{style["shade"]}" fill-opacity="{style["shade_op"]}" stroke="none" d="{rims}"/>')
        for v, both, segs in dets:
            if v not in (view, "both"):
                continue
            segs = rnd(segs)
            d = path_rel(segs, cx)
            if both:
                d += path_rel(segs, cx, -1)
            o.append(f'<path d="{d}"/>')
        o.append("</g></g>")
    o.append("</svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "bodymap.svg"
    text = svg()
    out.write_text(text, encoding="utf-8")
    print(out, len(text.encode()), "bytes")
