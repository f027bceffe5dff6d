-- Clients give a message a nonce that begins with the time: by nonce first, those of the messages of one moment stand side
-- by side in the index, and a commit writes a few pages of it instead of one for each author.
DROP INDEX messages_nonce;
CREATE UNIQUE INDEX messages_nonce ON messages (nonce, author) WHERE nonce IS NOT NULL;
