CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);

CREATE INDEX ix_application_person_id ON application (person_id);

CREATE INDEX ix_application_policy_id ON application (policy_id);

CREATE INDEX ix_application_round ON application (round);

CREATE INDEX ix_application_state ON application (state);

CREATE INDEX ix_attachment_application_id ON attachment (application_id);

CREATE INDEX ix_attachment_person_id ON attachment (person_id);

CREATE INDEX ix_candidate_application_id ON candidate (application_id);

CREATE INDEX ix_candidate_sitting_id ON candidate (sitting_id);

CREATE INDEX ix_contact_folded ON contact (folded);

CREATE INDEX ix_contact_person_id ON contact (person_id);

CREATE INDEX ix_decision_application_id ON decision (application_id);

CREATE INDEX ix_endorsement_application_id ON endorsement (application_id);

CREATE INDEX ix_endorsement_person_id ON endorsement (person_id);

CREATE INDEX ix_evidence_application_id ON evidence (application_id);

CREATE INDEX ix_evidence_provider_id ON evidence (provider_id);

CREATE INDEX ix_exam_result_application_id ON exam_result (application_id);

CREATE INDEX ix_former_name_fold ON former_name (fold);

CREATE INDEX ix_former_name_person_id ON former_name (person_id);

CREATE INDEX ix_import_row_application_id ON import_row (application_id);

CREATE INDEX ix_import_row_endorsement_id ON import_row (endorsement_id);

CREATE INDEX ix_import_row_import_file_id ON import_row (import_file_id);

CREATE INDEX ix_import_row_person_id ON import_row (person_id);

CREATE INDEX ix_journal_image_application_id ON journal_image (application_id, seq);

CREATE INDEX ix_journal_image_person_id ON journal_image (person_id, seq);

CREATE INDEX ix_journal_image_record ON journal_image (record, "row", seq);

CREATE INDEX ix_letter_application_id ON letter (application_id);

CREATE INDEX ix_letter_decision_id ON letter (decision_id);

CREATE INDEX ix_letter_person_id ON letter (person_id);

CREATE INDEX ix_letter_reference_id ON letter (reference_id);

CREATE INDEX ix_licence_person_id ON licence (person_id);

CREATE INDEX ix_move_endorsement_id ON move (endorsement_id);

CREATE INDEX ix_note_application_id ON note (application_id);

CREATE INDEX ix_note_due ON note (due) WHERE due IS NOT NULL AND done_on IS NULL;

CREATE INDEX ix_note_person_id ON note (person_id);

CREATE INDEX ix_opening_paper_id ON opening (paper_id);

CREATE INDEX ix_override_application_id ON override (application_id);

CREATE INDEX ix_override_person_id ON override (person_id);

CREATE INDEX ix_packet_paper_id ON packet (paper_id);

CREATE INDEX ix_paper_identity_paper_id ON paper_identity (paper_id);

CREATE INDEX ix_paper_sitting_id ON paper (sitting_id);

CREATE INDEX ix_pause_application_id ON pause (application_id);

CREATE INDEX ix_person_fold ON person (fold);

CREATE INDEX ix_person_sort_fold ON person (sort_fold, id);

CREATE INDEX ix_question_application_id ON question (application_id);

CREATE INDEX ix_question_endorsement_id ON question (endorsement_id);

CREATE INDEX ix_question_open ON question (id) WHERE answered_on IS NULL;

CREATE INDEX ix_question_person_id ON question (person_id);

CREATE INDEX ix_reference_application_id ON reference (application_id);

CREATE INDEX ix_reference_rater_id ON reference (rater_id);

CREATE INDEX ix_reference_replaced_by ON reference (replaced_by);

CREATE INDEX ix_renewal_endorsement_id ON renewal (endorsement_id);

CREATE INDEX ix_result_paper_id ON result (paper_id);

CREATE INDEX ix_review_application_id ON review (application_id);

CREATE INDEX ix_review_reviewer_id ON review (reviewer_id);

CREATE INDEX ix_scorer_apart_one_id ON scorer_apart (one_id);

CREATE INDEX ix_scorer_apart_other_id ON scorer_apart (other_id);

CREATE INDEX ix_scorer_person_id ON scorer (person_id);

CREATE INDEX ix_scoring_paper_id ON scoring (paper_id);

CREATE INDEX ix_scoring_scorer_id ON scoring (scorer_id);

CREATE INDEX ix_search_term_person_id ON search_term (person_id);

CREATE INDEX ix_submission_application_id ON submission (application_id);

CREATE INDEX ix_submission_policy_id ON submission (policy_id);

CREATE INDEX ix_tie_other_id ON tie (other_id);

CREATE INDEX ix_tie_person_id ON tie (person_id);

CREATE TABLE affiliation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  fold TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_affiliation_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE application (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  case_year INTEGER NOT NULL,
  case_running INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  category TEXT NOT NULL,
  policy_id INTEGER,
  state TEXT NOT NULL,
  registered TEXT,
  accepted_on TEXT,
  submitted TEXT,
  round TEXT,
  reply_due TEXT,
  submission INTEGER NOT NULL,
  decision TEXT,
  decided_on TEXT,
  answered_on TEXT,
  imported INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT uq_application_case_year_case_running UNIQUE (case_year, case_running),
  CONSTRAINT fk_application_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_application_policy_id FOREIGN KEY(policy_id) REFERENCES policy (id)
)
 STRICT;

CREATE TABLE attachment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER,
  application_id INTEGER,
  name TEXT NOT NULL,
  blob TEXT NOT NULL,
  added_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_attachment_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_attachment_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE blob (
  sha TEXT NOT NULL,
  media TEXT NOT NULL,
  content BLOB NOT NULL,
  CONSTRAINT pk_blob PRIMARY KEY (sha)
)
 STRICT;

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
 STRICT;

CREATE TABLE contact (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  folded TEXT NOT NULL,
  ended TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT ck_contact_kind CHECK (kind IN ('email', 'phone')),
  CONSTRAINT fk_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE TABLE counter (
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  CONSTRAINT pk_counter PRIMARY KEY (name)
)
 STRICT;

CREATE TABLE decision (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  submission INTEGER NOT NULL,
  kind TEXT NOT NULL,
  decided_on TEXT,
  valid_until TEXT,
  reasons TEXT,
  findings TEXT NOT NULL,
  imported INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_decision_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE endorsement (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  category TEXT NOT NULL,
  credential TEXT NOT NULL,
  since TEXT,
  application_id INTEGER,
  source TEXT NOT NULL,
  provides_rsc INTEGER,
  imported INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_endorsement_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_endorsement_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE evidence (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  standing TEXT NOT NULL,
  title TEXT,
  institution TEXT,
  done_on TEXT,
  started TEXT,
  ended TEXT,
  hours TEXT,
  degree TEXT,
  area TEXT,
  domain TEXT,
  families INTEGER,
  paid_work INTEGER NOT NULL,
  mode TEXT,
  about_own_provision INTEGER NOT NULL,
  provider_id INTEGER,
  provider_name TEXT,
  provider_degree TEXT,
  provider_vetted INTEGER NOT NULL,
  transcripts_of INTEGER,
  until TEXT,
  paid_state TEXT,
  purpose TEXT,
  amount TEXT,
  note TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_evidence_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_evidence_provider_id FOREIGN KEY(provider_id) REFERENCES person (id)
)
 STRICT;

CREATE TABLE exam_result (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  sat_on TEXT NOT NULL,
  passed INTEGER NOT NULL,
  source TEXT NOT NULL,
  retake_from TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_exam_result_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE former_name (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  fold TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_former_name_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE TABLE import_file (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  sha TEXT NOT NULL,
  read_on TEXT NOT NULL,
  version INTEGER NOT NULL
)
 STRICT;

CREATE TABLE import_row (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  import_file_id INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  fate TEXT NOT NULL,
  cells TEXT NOT NULL,
  reasons TEXT NOT NULL,
  person_id INTEGER,
  application_id INTEGER,
  endorsement_id INTEGER,
  version INTEGER NOT NULL,
  CONSTRAINT uq_import_row_fingerprint UNIQUE (fingerprint),
  CONSTRAINT fk_import_row_import_file_id FOREIGN KEY(import_file_id) REFERENCES import_file (id),
  CONSTRAINT fk_import_row_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_import_row_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_import_row_endorsement_id FOREIGN KEY(endorsement_id) REFERENCES endorsement (id)
)
 STRICT;

CREATE TABLE journal (
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  offset_minutes INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  reason TEXT,
  kind TEXT NOT NULL,
  target INTEGER,
  outside INTEGER NOT NULL,
  images INTEGER NOT NULL,
  digest TEXT NOT NULL,
  mac TEXT NOT NULL,
  CONSTRAINT pk_journal PRIMARY KEY (seq)
)
 STRICT;

CREATE TABLE journal_image (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  record TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  person_id INTEGER,
  application_id INTEGER,
  "before" TEXT,
  "after" TEXT,
  digest TEXT NOT NULL,
  erased INTEGER NOT NULL,
  CONSTRAINT pk_journal_image PRIMARY KEY (seq, place),
  CONSTRAINT fk_journal_image_seq FOREIGN KEY(seq) REFERENCES journal (seq)
)
 STRICT;

CREATE TABLE letter (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  application_id INTEGER,
  reference_id INTEGER,
  decision_id INTEGER,
  issued_on TEXT NOT NULL,
  wording TEXT NOT NULL,
  facts TEXT NOT NULL,
  pdf TEXT NOT NULL,
  sent_on TEXT,
  sent_how TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT uq_letter_number UNIQUE (number),
  CONSTRAINT fk_letter_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_letter_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_letter_reference_id FOREIGN KEY(reference_id) REFERENCES reference (id),
  CONSTRAINT fk_letter_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id)
)
 STRICT;

CREATE TABLE licence (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number TEXT,
  board TEXT,
  until TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_licence_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE TABLE mark (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_mark PRIMARY KEY (name)
)
 STRICT;

CREATE TABLE move (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  endorsement_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  target TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT ck_move_target CHECK (target IN ('active', 'inactive')),
  CONSTRAINT uq_move_endorsement_id_day UNIQUE (endorsement_id, day),
  CONSTRAINT fk_move_endorsement_id FOREIGN KEY(endorsement_id) REFERENCES endorsement (id)
)
 STRICT;

CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER,
  application_id INTEGER,
  written_on TEXT NOT NULL,
  text TEXT NOT NULL,
  due TEXT,
  done_on TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_note_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_note_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE office (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  office_line TEXT NOT NULL,
  address TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  time_zone TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  coordinator_title TEXT NOT NULL,
  locale TEXT NOT NULL,
  logo TEXT,
  practice INTEGER NOT NULL,
  version INTEGER NOT NULL
)
 STRICT;

CREATE TABLE opening (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL,
  opened_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_opening_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
)
 STRICT;

CREATE TABLE override (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER,
  person_id INTEGER,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_override_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_override_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

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
 STRICT;

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
 STRICT;

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
 STRICT;

CREATE TABLE pause (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  text TEXT,
  state_before TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_pause_application_id FOREIGN KEY(application_id) REFERENCES application (id)
)
 STRICT;

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  given TEXT,
  family TEXT,
  letter_name TEXT,
  fold TEXT NOT NULL,
  sort_fold TEXT NOT NULL,
  discipline TEXT,
  language TEXT,
  island TEXT,
  address TEXT,
  membership_association TEXT,
  membership_until TEXT,
  easy_number TEXT,
  archived_on TEXT,
  imported INTEGER NOT NULL,
  version INTEGER NOT NULL
)
 STRICT;

CREATE TABLE policy (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  in_force_from TEXT NOT NULL,
  adopted_on TEXT NOT NULL,
  digest TEXT NOT NULL,
  body TEXT NOT NULL,
  version INTEGER NOT NULL
)
 STRICT;

CREATE TABLE question (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER,
  application_id INTEGER,
  endorsement_id INTEGER,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answered_on TEXT,
  answer TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_question_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_question_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_question_endorsement_id FOREIGN KEY(endorsement_id) REFERENCES endorsement (id)
)
 STRICT;

CREATE TABLE reference (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  rater_id INTEGER,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  named_on TEXT,
  asked_on TEXT,
  reminders INTEGER NOT NULL,
  reminded_on TEXT,
  received_on TEXT,
  completed_on TEXT,
  accepted_on TEXT,
  blanks INTEGER,
  recommends INTEGER,
  waiver INTEGER,
  rater_vetted INTEGER NOT NULL,
  void_reason TEXT,
  replaced_by INTEGER,
  form TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_reference_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_reference_rater_id FOREIGN KEY(rater_id) REFERENCES person (id),
  CONSTRAINT fk_reference_replaced_by FOREIGN KEY(replaced_by) REFERENCES reference (id)
)
 STRICT;

CREATE TABLE renewal (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  endorsement_id INTEGER NOT NULL,
  cycle_ends TEXT NOT NULL,
  training_hours TEXT,
  training_rsc_hours TEXT,
  training_dei_hours TEXT,
  rsc_hours TEXT,
  code_of_ethics_on TEXT,
  attestation_on TEXT,
  membership_until TEXT,
  renewed_on TEXT,
  imported INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_renewal_endorsement_id FOREIGN KEY(endorsement_id) REFERENCES endorsement (id)
)
 STRICT;

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
 STRICT;

CREATE TABLE review (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  submission INTEGER NOT NULL,
  reviewer_id INTEGER NOT NULL,
  assigned_on TEXT NOT NULL,
  completed_on TEXT,
  recommendation TEXT,
  comment TEXT,
  why TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_review_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_review_reviewer_id FOREIGN KEY(reviewer_id) REFERENCES person (id)
)
 STRICT;

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
 STRICT;

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
 STRICT;

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
 STRICT;

CREATE TABLE search_term (
  term TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  CONSTRAINT pk_search_term PRIMARY KEY (term, person_id, kind)
)
 WITHOUT ROWID,
 STRICT;

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
 STRICT;

CREATE TABLE submission (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  application_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  submitted TEXT NOT NULL,
  round TEXT NOT NULL,
  reply_due TEXT,
  policy_id INTEGER,
  answered_on TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_submission_application_id FOREIGN KEY(application_id) REFERENCES application (id),
  CONSTRAINT fk_submission_policy_id FOREIGN KEY(policy_id) REFERENCES policy (id)
)
 STRICT;

CREATE TABLE tie (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  note TEXT,
  version INTEGER NOT NULL,
  CONSTRAINT fk_tie_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_tie_other_id FOREIGN KEY(other_id) REFERENCES person (id)
)
 STRICT;

CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal) BEGIN
  SELECT RAISE(ABORT, 'the journal has no gaps');
END;

CREATE TRIGGER journal_image_belongs_to_the_last_entry BEFORE INSERT ON journal_image
WHEN NEW.seq IS NOT (SELECT max(seq) FROM journal)
  OR EXISTS (SELECT 1 FROM journal_image WHERE seq = NEW.seq AND place = NEW.place) BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_image_is_append_only_delete BEFORE DELETE ON journal_image BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_image_is_only_erased BEFORE UPDATE ON journal_image
WHEN NEW.erased IS NOT 1 OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL
  OR NEW.seq IS NOT OLD.seq OR NEW.place IS NOT OLD.place OR NEW.record IS NOT OLD.record
  OR NEW.row IS NOT OLD.row OR NEW.digest IS NOT OLD.digest
  OR NEW.person_id IS NOT OLD.person_id OR NEW.application_id IS NOT OLD.application_id BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

