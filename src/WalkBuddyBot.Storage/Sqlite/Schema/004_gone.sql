-- Where a channel said that the conversation is gone, or the bot was blocked: nothing more is tried there until somebody speaks there.
ALTER TABLE reference ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
