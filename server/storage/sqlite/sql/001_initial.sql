-- Everything the chat keeps.
--
-- The log of a room is made of two tables: a posted message is a row of `messages`, every other event a row of `events`;
-- together their (room, seq) run 1, 2, 3... without gaps, as the view `log` shows. All tables below "made from the log"
-- can be made again from it.

PRAGMA application_id = 1131376225;

-- Ids of users and rooms are long and used everywhere: rows hold a number instead.
CREATE TABLE people (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);

-- The server itself, and everybody in a room as somebody who is mentioned.
INSERT INTO people (key, id) VALUES (0, ''), (1, '*');

-- The log

CREATE TABLE messages (
    number INTEGER PRIMARY KEY,                 -- in the order of storing, over all rooms
    room INTEGER NOT NULL REFERENCES rooms(key),
    seq INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES people(key),
    at INTEGER NOT NULL,
    text TEXT NOT NULL,                         -- as it is now; empty once deleted
    reply_to INTEGER,                           -- seq in the same room
    mentions TEXT,                              -- keys of people, in order, with spaces between
    attachments BLOB,                           -- CBOR
    nonce TEXT,
    checksum INTEGER NOT NULL,                  -- of what the author wrote and where it stands
    edited_at INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    pinned INTEGER NOT NULL DEFAULT 0           -- seq of the event that pinned it
);

CREATE INDEX messages_in_room ON messages (room, seq, author, deleted);
CREATE UNIQUE INDEX messages_nonce ON messages (author, nonce) WHERE nonce IS NOT NULL;
CREATE INDEX messages_pinned ON messages (room, pinned) WHERE pinned > 0;

CREATE TABLE events (
    room INTEGER NOT NULL REFERENCES rooms(key),
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES people(key),
    at INTEGER NOT NULL,
    message INTEGER,                            -- seq of the message it is about
    detail BLOB NOT NULL,                       -- CBOR; without the text of an edit, which is in `messages`
    PRIMARY KEY (room, seq)
) WITHOUT ROWID;

CREATE VIEW log (room, seq, type, actor, at) AS
    SELECT room, seq, 'message.posted', author, at FROM messages
    UNION ALL
    SELECT room, seq, type, actor, at FROM events;

-- Made from the log

CREATE TABLE rooms (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    slow_mode_ms INTEGER NOT NULL DEFAULT 0,
    announcement_only INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL REFERENCES people(key),
    direct_members TEXT NOT NULL                -- keys of people with spaces between
);

CREATE TABLE members (
    room INTEGER NOT NULL REFERENCES rooms(key),
    person INTEGER NOT NULL REFERENCES people(key),
    role TEXT NOT NULL,
    joined_seq INTEGER NOT NULL,
    muted_until INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (room, person)
) WITHOUT ROWID;

CREATE TABLE bans (
    room INTEGER NOT NULL REFERENCES rooms(key),
    person INTEGER NOT NULL REFERENCES people(key),
    by INTEGER NOT NULL REFERENCES people(key),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (room, person)
) WITHOUT ROWID;

CREATE TABLE reactions (
    room INTEGER NOT NULL REFERENCES rooms(key),
    message INTEGER NOT NULL,
    emoji TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people(key),
    emoji_since INTEGER NOT NULL,               -- seq from which on the message has had this emoji
    added INTEGER NOT NULL,                     -- seq of the event
    PRIMARY KEY (room, message, emoji, person)
) WITHOUT ROWID;

CREATE TABLE mentions (
    room INTEGER NOT NULL REFERENCES rooms(key),
    person INTEGER NOT NULL REFERENCES people(key),
    message INTEGER NOT NULL,
    PRIMARY KEY (room, person, message)
) WITHOUT ROWID;

-- How far somebody has read. Writing reads, too: what follows from the messages beyond tail.number comes on top.
CREATE TABLE reads (
    room INTEGER NOT NULL REFERENCES rooms(key),
    person INTEGER NOT NULL REFERENCES people(key),
    seq INTEGER NOT NULL,
    PRIMARY KEY (room, person)
) WITHOUT ROWID;

-- The number of the last message whose author's read position and place in the search index have been written. Those
-- after it are taken in when there is time.
CREATE TABLE tail (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
);
INSERT INTO tail (id, number) VALUES (1, 0);

-- The search index is a table search_0, search_1... for each 65,536 message numbers, made when the first of them comes in;
-- this says which there are and from when to when their messages are.
CREATE TABLE search_parts (
    part INTEGER PRIMARY KEY,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL
);

-- What is put into the index. The tags find the messages of one room or author; no word of a text has such characters.
CREATE VIEW search_source (number, text, tags) AS
    SELECT number, text, char(57346) || room || ' ' || char(57347) || author FROM messages WHERE deleted = 0;

-- Kept beside the log

CREATE TABLE users (
    person INTEGER PRIMARY KEY REFERENCES people(key),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    avatar TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    password_hash BLOB NOT NULL
);

CREATE TABLE device_tokens (
    hash BLOB PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people(key),
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX device_tokens_of_person ON device_tokens (person);

CREATE TABLE server_bans (
    person INTEGER PRIMARY KEY REFERENCES people(key),
    by INTEGER NOT NULL REFERENCES people(key),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL
);

CREATE TABLE scheduled (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('message', 'reminder')),
    person INTEGER NOT NULL REFERENCES people(key),
    room TEXT NOT NULL,
    message TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by INTEGER NOT NULL REFERENCES people(key),
    action TEXT NOT NULL,
    room TEXT NOT NULL,
    target TEXT NOT NULL,
    detail BLOB NOT NULL                        -- CBOR
);
CREATE INDEX audit_of_room ON audit (room, number);
