-- Instants are milliseconds since 1970 in UTC, local times are ISO 8601 text, ids of our own are 16 bytes, and what only code reads is JSON.

CREATE TABLE person (
    seq      INTEGER PRIMARY KEY,
    id       BLOB    NOT NULL UNIQUE,
    version  INTEGER NOT NULL,
    language TEXT    NOT NULL,
    zone     TEXT,
    standing TEXT    NOT NULL,
    nudge_at BLOB,
    body     TEXT    NOT NULL,
    made_at  INTEGER NOT NULL,
    said_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE address (
    id           BLOB    NOT NULL PRIMARY KEY,
    person       BLOB    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    place        INTEGER NOT NULL,
    channel      TEXT    NOT NULL,
    tenant       TEXT,
    conversation TEXT    NOT NULL,
    member       TEXT    NOT NULL,
    scope        TEXT    NOT NULL CHECK (scope IN ('Personal', 'Group', 'Team')),
    open         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX address_of_person ON address (person);

-- What is due is found by one index, whatever the number of schedules. A parked row (unreadable, or nothing planned) has no next_due_at.
CREATE TABLE schedule (
    seq          INTEGER PRIMARY KEY,
    id           BLOB    NOT NULL UNIQUE,
    person       BLOB    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    place        INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    recurrence   TEXT    NOT NULL,
    done_through TEXT    NOT NULL,
    next_due_at  INTEGER,
    slot_at      TEXT,
    shifted      INTEGER NOT NULL DEFAULT 0,
    tzdb         TEXT    NOT NULL
) STRICT;

CREATE INDEX schedule_of_person ON schedule (person);
CREATE INDEX schedule_due ON schedule (next_due_at) WHERE next_due_at IS NOT NULL;

-- The one outbox; the ledger is the rows that name a schedule. They outlive it: what was said was said.
CREATE TABLE outgoing (
    seq         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE,
    person      BLOB,
    address     BLOB    NOT NULL,
    lane        TEXT    NOT NULL,
    door        TEXT    NOT NULL,
    urgency     INTEGER NOT NULL,
    on_doubt    TEXT    NOT NULL,
    not_before  INTEGER NOT NULL,
    stale_at    INTEGER,
    schedule    BLOB,
    slot_at     TEXT,
    again       INTEGER,
    kind        TEXT,
    tip         TEXT,
    answer      TEXT,
    body        TEXT,
    replaces    BLOB,
    state       TEXT    NOT NULL,
    reason      TEXT,
    attempts    INTEGER NOT NULL DEFAULT 0,
    activity_id TEXT,
    lease_owner TEXT,
    lease_until INTEGER,
    made_at     INTEGER NOT NULL,
    settled_at  INTEGER
) STRICT;

CREATE UNIQUE INDEX outgoing_slot ON outgoing (schedule, slot_at, again) WHERE schedule IS NOT NULL;
CREATE INDEX outgoing_waiting ON outgoing (door, urgency, not_before) WHERE state = 'Waiting';
CREATE INDEX outgoing_leased ON outgoing (lease_until) WHERE state = 'Leased';
CREATE INDEX outgoing_under_way ON outgoing (lease_until) WHERE state = 'Sending';
CREATE INDEX outgoing_ledger ON outgoing (person, not_before, state) WHERE schedule IS NOT NULL;

CREATE TABLE walk (
    id      BLOB    NOT NULL PRIMARY KEY,
    person  BLOB    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    date    TEXT    NOT NULL,
    minutes INTEGER NOT NULL,
    nudge   BLOB,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX walk_of_person ON walk (person, date, minutes);

-- activity_id and sent_at are the activity's id and timestamp, which a transcript gives after the payload was written.
CREATE TABLE inbox (
    seq         INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    sink        TEXT    NOT NULL,
    payload     TEXT,
    activity_id TEXT    NOT NULL DEFAULT '',
    sent_at     TEXT,
    state       TEXT    NOT NULL,
    answer      TEXT,
    received_at INTEGER NOT NULL,
    done_at     INTEGER
) STRICT;

CREATE INDEX inbox_unfinished ON inbox (received_at) WHERE state = 'Waiting';

-- One counter gives sequences and changes, so that a watermark never stands still or goes back.
CREATE TABLE conversation (
    seq     INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    visitor TEXT    NOT NULL,
    counter INTEGER NOT NULL DEFAULT 0,
    last_at INTEGER NOT NULL DEFAULT 0,
    made_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

CREATE INDEX conversation_of_visitor ON conversation (visitor, made_at);

CREATE TABLE activity (
    conversation INTEGER NOT NULL REFERENCES conversation (seq) ON DELETE CASCADE,
    sequence     INTEGER NOT NULL,
    changed      INTEGER NOT NULL,
    outgoing     TEXT,
    client_id    TEXT,
    payload      TEXT    NOT NULL,
    sent_at      INTEGER NOT NULL,
    PRIMARY KEY (conversation, sequence)
) STRICT;

CREATE UNIQUE INDEX activity_changed ON activity (conversation, changed);
CREATE UNIQUE INDEX activity_outgoing ON activity (conversation, outgoing) WHERE outgoing IS NOT NULL;
CREATE UNIQUE INDEX activity_client ON activity (conversation, client_id) WHERE client_id IS NOT NULL;
CREATE INDEX activity_sent ON activity (sent_at);

-- Which update was drawn over which activity: the memory that makes a repeated update do nothing.
CREATE TABLE redrawn (
    conversation INTEGER NOT NULL,
    outgoing     TEXT    NOT NULL,
    sequence     INTEGER NOT NULL,
    PRIMARY KEY (conversation, outgoing),
    FOREIGN KEY (conversation, sequence) REFERENCES activity (conversation, sequence) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX redrawn_activity ON redrawn (conversation, sequence);

CREATE TABLE reference (
    address    TEXT    NOT NULL PRIMARY KEY,
    sink       TEXT    NOT NULL,
    payload    TEXT    NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_key (
    seq     INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    secret  BLOB    NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- free_at counts 100 nanoseconds, so that no rate is rounded.
CREATE TABLE pace (
    lane    TEXT    NOT NULL PRIMARY KEY,
    free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
