CREATE TABLE kept_key (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  decision TEXT NOT NULL,
  until BIGINT NOT NULL);
CREATE INDEX kept_key_until ON kept_key (until);
