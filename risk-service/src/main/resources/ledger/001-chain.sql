CREATE TABLE head (one INTEGER PRIMARY KEY, seq BIGINT NOT NULL, hash TEXT NOT NULL);
INSERT INTO head (one, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE entry (
  seq BIGKEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  about TEXT NOT NULL,
  at BIGINT NOT NULL,
  caller TEXT NOT NULL,
  agency TEXT NOT NULL,
  request TEXT NOT NULL,
  summary TEXT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL);
CREATE INDEX entry_about ON entry (about) WHERE about <> '';
CREATE INDEX entry_rare ON entry (kind, seq) WHERE kind NOT IN ('decision', 'look');
CREATE TABLE content (seq BIGKEY, body BYTES NOT NULL);
