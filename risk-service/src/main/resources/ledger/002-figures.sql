CREATE TABLE decision (
  seq BIGKEY,
  area TEXT NOT NULL,
  assessed_on TEXT NOT NULL,
  level TEXT NOT NULL,
  refer INTEGER NOT NULL,
  criteria TEXT NOT NULL,
  unknown INTEGER NOT NULL,
  children INTEGER NOT NULL,
  agency TEXT NOT NULL);
CREATE INDEX decision_figures ON decision (area, assessed_on, level, refer, criteria, unknown, children, agency);
CREATE TABLE review (
  seq BIGKEY,
  area TEXT NOT NULL,
  assessed_on TEXT NOT NULL,
  outcome TEXT NOT NULL,
  referred_on TEXT NOT NULL,
  about TEXT NOT NULL);
CREATE INDEX review_figures ON review (area, assessed_on);
