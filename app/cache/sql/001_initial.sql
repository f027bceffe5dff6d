-- What a device keeps of one server.

PRAGMA application_id = 1131376484;

-- Facts about the server and oneself, by a name that the program gives them.
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name_key TEXT NOT NULL,                     -- the name as a search compares it
    user BLOB NOT NULL                          -- CBOR, as on the wire
) WITHOUT ROWID;

-- Ids of authors are long and stand at every message: rows hold a number instead.
CREATE TABLE authors (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);

CREATE TABLE rooms (
    key INTEGER PRIMARY KEY,
    id TEXT UNIQUE,                             -- NULL: forgotten; its messages go when there is time
    seq INTEGER NOT NULL,                       -- of the last event applied
    name_key TEXT NOT NULL,
    room BLOB NOT NULL,                         -- CBOR, as on the wire
    role TEXT NOT NULL,                         -- one's own
    muted_until INTEGER NOT NULL,
    read INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    notify_level INTEGER NOT NULL DEFAULT 0,
    favourite INTEGER NOT NULL DEFAULT 0,
    must_reset INTEGER NOT NULL DEFAULT 0       -- seq is what the server says next
);

CREATE TABLE messages (
    number INTEGER PRIMARY KEY,                 -- grows with the time: see MessageTable
    room INTEGER NOT NULL REFERENCES rooms(key),
    seq INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES authors(key),
    at INTEGER NOT NULL,
    text TEXT NOT NULL,                         -- empty once deleted
    id TEXT,                                    -- NULL: the usual one for the room and seq
    reply_to TEXT,
    edited_at INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    pinned INTEGER NOT NULL,
    extras BLOB                                 -- CBOR: mentions, reactions, attachments; NULL: none of them
);
CREATE UNIQUE INDEX messages_in_room ON messages (room, seq);
CREATE INDEX messages_by_time ON messages (room, at, seq);
CREATE INDEX messages_with_other_id ON messages (id) WHERE id IS NOT NULL;

-- Where the messages of a room are known without gaps, from the seq `first` to the seq `last`. No two touch.
CREATE TABLE spans (
    room INTEGER NOT NULL REFERENCES rooms(key),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (room, first)
) WITHOUT ROWID;

CREATE TABLE outgoing (
    number INTEGER PRIMARY KEY,                 -- in the order of sending
    nonce TEXT NOT NULL UNIQUE,
    room TEXT NOT NULL,
    kind INTEGER NOT NULL,
    message TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    emoji TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    problem TEXT NOT NULL,
    problem_code TEXT NOT NULL
);

CREATE TABLE drafts (
    room TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL
) WITHOUT ROWID;

-- Messages that the search index does not have yet; they are taken in when there is time.
CREATE TABLE unindexed (
    number INTEGER PRIMARY KEY
);

-- What is put into the index. The tags find the messages of one room or author. Characters of the tags and of the marks
-- in snippets are none of a text's.
CREATE VIEW search_source (number, text, tags) AS
    SELECT number,
        replace(replace(replace(replace(text, char(57344), ''), char(57345), ''), char(57346), ''), char(57347), ''),
        char(57346) || room || ' ' || char(57347) || author
    FROM messages WHERE deleted = 0;

-- It keeps no texts of its own. Vowel signs (M*) belong to words, too.
CREATE VIRTUAL TABLE search USING fts5(text, tags, content='search_source', content_rowid='number', columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* M* Co'");
