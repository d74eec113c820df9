-- The ledger by person and time alone: with the state in it each step of a nudge rewrote a page of it, and the pages lie far apart.
DROP INDEX outgoing_ledger;
CREATE INDEX outgoing_ledger ON outgoing (person, not_before) WHERE schedule IS NOT NULL;
