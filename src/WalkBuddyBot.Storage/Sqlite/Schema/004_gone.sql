-- Where a channel said that the conversation is gone, or the bot was blocked: nothing more is tried there until somebody speaks there.
ALTER TABLE reference ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

-- Whose it is, by the channel's own name for them: who is erased is also forgotten where they only spoke in a group.
ALTER TABLE reference ADD COLUMN member TEXT;
CREATE INDEX reference_of_member ON reference (member) WHERE member IS NOT NULL;
