CREATE TABLE IF NOT EXISTS program (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid         BINARY(16)  NOT NULL,
  code        VARCHAR(64) NOT NULL,
  state       VARCHAR(16) NOT NULL COMMENT 'DRAFT, PUBLISHED, CLOSED, DISCARDED',
  closed_from DATE        NULL COMMENT 'first day on which it no longer runs, once it is closed',
  created_by  VARCHAR(64) NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  version     INT         NOT NULL COMMENT 'raised by every step, so that of two steps at once one is told',
  CONSTRAINT program_uid UNIQUE (uid),
  CONSTRAINT program_code UNIQUE (code)
);

-- A version's terms are one JSON document. Once published it never changes; its digest says so.
CREATE TABLE IF NOT EXISTS program_version (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid            BINARY(16)  NOT NULL,
  program_id     BIGINT      NOT NULL,
  number         INT         NOT NULL,
  state          VARCHAR(16) NOT NULL COMMENT 'DRAFT, SUBMITTED, APPROVED, PUBLISHED, DISCARDED',
  effective_from DATE        NOT NULL COMMENT 'first day on which it holds: the program''s first, or the start of a later period',
  runs_from      DATE        NOT NULL COMMENT 'first day of the program by these terms',
  runs_until     DATE        NOT NULL COMMENT 'exclusive',
  name_id        VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  name_en        VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  rule_type      VARCHAR(32) NOT NULL,
  terms          MEDIUMTEXT  NOT NULL COMMENT 'canonical JSON',
  digest         BINARY(32)  NOT NULL COMMENT 'SHA-256 of terms',
  author         VARCHAR(64) NOT NULL COMMENT 'who changed it last',
  approver       VARCHAR(64) NULL,
  remark         TEXT        NOT NULL COMMENT 'why it was approved or sent back',
  changed_at     DATETIME(6) NOT NULL,
  published_at   DATETIME(6) NULL,
  version        INT         NOT NULL,
  CONSTRAINT program_version_uid UNIQUE (uid),
  CONSTRAINT program_version_number UNIQUE (program_id, number),
  CONSTRAINT program_version_program FOREIGN KEY (program_id) REFERENCES program (id)
);

-- Everybody who had a hand in a version: none of them approves it.
CREATE TABLE IF NOT EXISTS program_version_author (
  version_id BIGINT      NOT NULL,
  username   VARCHAR(64) NOT NULL,
  PRIMARY KEY (version_id, username),
  CONSTRAINT program_version_author_of FOREIGN KEY (version_id) REFERENCES program_version (id)
);

-- A partner takes part for a time, and at most once at a time: the second key admits one open row.
CREATE TABLE IF NOT EXISTS enrollment (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  program_id  BIGINT      NOT NULL,
  partner_id  BIGINT      NOT NULL,
  valid_from  DATE        NOT NULL,
  valid_to    DATE        NOT NULL COMMENT 'exclusive; 9999-12-31 while it holds',
  enrolled_by VARCHAR(64) NOT NULL,
  enrolled_at DATETIME(6) NOT NULL,
  CONSTRAINT enrollment_once UNIQUE (program_id, partner_id, valid_from),
  CONSTRAINT enrollment_open UNIQUE (program_id, partner_id, valid_to),
  CONSTRAINT enrollment_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT enrollment_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- What a program may still give away. Taking is one conditional UPDATE, so a budget is never overdrawn.
CREATE TABLE IF NOT EXISTS program_budget (
  program_id BIGINT         NOT NULL PRIMARY KEY,
  currency   CHAR(3)        NOT NULL,
  total      DECIMAL(19, 4) NOT NULL,
  taken      DECIMAL(19, 4) NOT NULL,
  CONSTRAINT program_budget_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT program_budget_holds CHECK (taken <= total)
);

-- Changes with everything that a calculation reads of programs, so that nodes know when to read it again.
CREATE TABLE IF NOT EXISTS program_stamp (
  one   TINYINT    NOT NULL PRIMARY KEY,
  stamp BINARY(16) NOT NULL
);
INSERT INTO program_stamp (one, stamp)
SELECT 1, REPEAT(CHAR(0), 16) FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM program_stamp);
