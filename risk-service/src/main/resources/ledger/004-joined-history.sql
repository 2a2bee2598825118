ALTER TABLE head ADD COLUMN subject_key TEXT NOT NULL DEFAULT '';
CREATE TABLE subject (id TEXT PRIMARY KEY, key_id TEXT NOT NULL, value TEXT NOT NULL UNIQUE, seq BIGINT NOT NULL);
CREATE TABLE fact (
  seq BIGINT NOT NULL,
  place INTEGER NOT NULL,
  subject TEXT NOT NULL,
  agency TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened TEXT NOT NULL,
  what TEXT NOT NULL,
  direction TEXT NOT NULL,
  perpetrator TEXT NOT NULL,
  extra TEXT NOT NULL,
  ref TEXT NOT NULL,
  PRIMARY KEY (seq, place));
CREATE INDEX fact_subject ON fact (subject, seq);
ALTER TABLE decision ADD COLUMN subject TEXT NOT NULL DEFAULT '';
CREATE INDEX decision_subject ON decision (subject, seq) WHERE subject <> '';
