CREATE TABLE sitting (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  form TEXT NOT NULL,
  seed INTEGER,
  version INTEGER NOT NULL,
  CONSTRAINT ck_sitting_state CHECK (state IN ('planned', 'scoring', 'released', 'called_off'))
)
 STRICT
;
CREATE TABLE candidate (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  sitting_id INTEGER NOT NULL,
  application_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  admitted_on TEXT NOT NULL,
  override_reason TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT ck_candidate_state CHECK (state IN ('admitted', 'withdrawn')),
  CONSTRAINT uq_candidate_sitting_id_application_id UNIQUE (sitting_id, application_id),
  CONSTRAINT fk_candidate_sitting_id FOREIGN KEY(sitting_id) REFERENCES sitting (id),
  CONSTRAINT fk_candidate_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT
;
CREATE INDEX ix_candidate_application_id ON candidate (application_id)
;
CREATE INDEX ix_candidate_sitting_id ON candidate (sitting_id)
;
CREATE TABLE paper (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  sitting_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  form_version TEXT NOT NULL,
  family TEXT NOT NULL,
  state TEXT NOT NULL,
  part_one INTEGER,
  answers TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT ck_paper_state CHECK (state IN ('coded', 'answered')),
  CONSTRAINT uq_paper_code UNIQUE (code),
  CONSTRAINT fk_paper_sitting_id FOREIGN KEY(sitting_id) REFERENCES sitting (id)
)
 STRICT
;
CREATE INDEX ix_paper_sitting_id ON paper (sitting_id)
;
CREATE TABLE paper_identity (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  token TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT uq_paper_identity_paper_id UNIQUE (paper_id),
  CONSTRAINT uq_paper_identity_token UNIQUE (token),
  CONSTRAINT fk_paper_identity_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT
;
CREATE INDEX ix_paper_identity_paper_id ON paper_identity (paper_id)
;
CREATE TABLE opening (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL,
  opened_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_opening_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT
;
CREATE INDEX ix_opening_paper_id ON opening (paper_id)
;
CREATE TABLE scorer (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  most_papers INTEGER,
  enrolled_on TEXT NOT NULL,
  ended_on TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT uq_scorer_person_id UNIQUE (person_id),
  CONSTRAINT fk_scorer_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT
;
CREATE INDEX ix_scorer_person_id ON scorer (person_id)
;
CREATE TABLE scorer_apart (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  one_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT uq_scorer_apart_one_id_other_id UNIQUE (one_id, other_id),
  CONSTRAINT fk_scorer_apart_one_id FOREIGN KEY(one_id) REFERENCES person (id),
  CONSTRAINT fk_scorer_apart_other_id FOREIGN KEY(other_id) REFERENCES person (id)
)
 STRICT
;
CREATE INDEX ix_scorer_apart_one_id ON scorer_apart (one_id)
;
CREATE INDEX ix_scorer_apart_other_id ON scorer_apart (other_id)
;
CREATE TABLE scoring (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL,
  scorer_id INTEGER NOT NULL,
  seat TEXT NOT NULL,
  assigned_on TEXT NOT NULL,
  why TEXT NOT NULL,
  override_reason TEXT,
  released_on TEXT,
  points TEXT,
  comment TEXT,
  submitted_on TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT ck_scoring_seat CHECK (seat IN ('A', 'B', 'C')),
  CONSTRAINT uq_scoring_paper_id_seat UNIQUE (paper_id, seat),
  CONSTRAINT uq_scoring_paper_id_scorer_id UNIQUE (paper_id, scorer_id),
  CONSTRAINT fk_scoring_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id),
  CONSTRAINT fk_scoring_scorer_id FOREIGN KEY(scorer_id) REFERENCES person (id)
)
 STRICT
;
CREATE INDEX ix_scoring_paper_id ON scoring (paper_id)
;
CREATE INDEX ix_scoring_scorer_id ON scoring (scorer_id)
;
CREATE TABLE packet (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL,
  sha TEXT NOT NULL,
  verdict TEXT NOT NULL,
  findings TEXT NOT NULL,
  override_reason TEXT,
  group_reason TEXT,
  released_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_packet_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT
;
CREATE INDEX ix_packet_paper_id ON packet (paper_id)
;
CREATE TABLE result (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL,
  how TEXT NOT NULL,
  part_two TEXT,
  part_one_passed INTEGER,
  part_two_passed INTEGER,
  passed INTEGER NOT NULL,
  reason TEXT,
  settled_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT uq_result_paper_id UNIQUE (paper_id),
  CONSTRAINT fk_result_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT
;
CREATE INDEX ix_result_paper_id ON result (paper_id)
;
