PRAGMA application_id = 0x5061696E;
PRAGMA user_version = 1;
CREATE TABLE check_in (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    recorded_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    overall_pain INTEGER CHECK (overall_pain BETWEEN 0 AND 10),
    fatigue INTEGER CHECK (fatigue BETWEEN 0 AND 10),
    note TEXT CHECK (note <> ''),
    carried_over INTEGER NOT NULL CHECK (carried_over IN (0, 1)),
    carried_from TEXT CHECK (carried_from IS NULL OR carried_over = 1),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
CREATE INDEX check_in_by_day ON check_in (day);
CREATE TABLE region_pain (
    check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
    region TEXT NOT NULL,
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 10),
    qualities TEXT NOT NULL,
    swollen INTEGER NOT NULL CHECK (swollen IN (0, 1)),
    PRIMARY KEY (check_in, region)
) STRICT, WITHOUT ROWID;
CREATE TABLE carried_region (
    check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
    region TEXT NOT NULL,
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 10),
    PRIMARY KEY (check_in, region)
) STRICT, WITHOUT ROWID;
INSERT INTO check_in VALUES (1, '5e1b6a0e-6f0c-4a54-9d0e-0a4a4be8b6a1', '2026-03-14',
    '2026-03-14T20:10:00+01:00', '2026-03-14T20:12:00.000250+01:00', 6, 7, 'Regen, müde', 0, NULL, '36aee1f6dc2368fd00de1ed0c1a4e42cf1a2dc8336b55b6c2d8f93195fded890');
INSERT INTO check_in VALUES (2, '0c2f6a52-51f4-4b8e-8d0d-3f1f7f6e2a77', '2026-03-15',
    '2026-03-15T08:00:00+01:00', '2026-03-15T08:00:00+01:00', NULL, 0, NULL, 1, '2026-03-14', '6329d8cb952af6cbf1b22f9e538cd40e68b1288497643b98dd71e3292a81b844');
INSERT INTO region_pain VALUES (1, 'front-left-shoulder', 5, 'aching,burning', 0);
INSERT INTO region_pain VALUES (1, 'back-sacrum', 7, '', 1);
INSERT INTO region_pain VALUES (2, 'front-left-shoulder', 5, 'aching,burning', 0);
INSERT INTO region_pain VALUES (2, 'back-sacrum', 4, '', 0);
INSERT INTO carried_region VALUES (2, 'front-left-shoulder', 5);
INSERT INTO carried_region VALUES (2, 'back-sacrum', 7);
