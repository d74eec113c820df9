-- What is kept of people, and how it goes.

-- Everyone of theirs who left is gone a while later.
ALTER TABLE person ADD COLUMN left_at INTEGER;
CREATE INDEX person_left ON person (left_at) WHERE left_at IS NOT NULL;

-- Whose turn it was, so that its answer can be erased; and how often it failed.
ALTER TABLE inbox ADD COLUMN person BLOB;
ALTER TABLE inbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_of_person ON inbox (person) WHERE person IS NOT NULL;

-- What was said, by person; where nobody is kept, by address.
CREATE INDEX outgoing_said ON outgoing (person, address) WHERE schedule IS NULL;

-- A reference whose person was erased leaves once the confirmation is out.
ALTER TABLE reference ADD COLUMN leaving INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reference_leaving ON reference (leaving) WHERE leaving = 1;

-- 1: its person was erased; 2: and the pages were told. Nothing has been said in it since.
ALTER TABLE conversation ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversation_erased ON conversation (seen_at) WHERE erased > 0;

-- Nudges that came while no page was open: how many since the last visit, and those that stand in the transcript.
ALTER TABLE conversation ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0;
CREATE INDEX activity_unseen ON activity (conversation) WHERE unseen = 1;
