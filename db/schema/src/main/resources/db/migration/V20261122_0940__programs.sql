CREATE TABLE IF NOT EXISTS program (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)  NOT NULL,
  code       VARCHAR(64) NOT NULL,
  state      VARCHAR(16) NOT NULL COMMENT 'DRAFT, PUBLISHED, CLOSED',
  created_by VARCHAR(64) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version    INT         NOT NULL,
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
  effective_from DATE        NOT NULL,
  name_id        VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  name_en        VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  rule_type      VARCHAR(32) NOT NULL,
  terms          MEDIUMTEXT  NOT NULL,
  digest         BINARY(32)  NOT NULL,
  author         VARCHAR(64) NOT NULL,
  approver       VARCHAR(64) NULL,
  remark         TEXT        NOT NULL COMMENT 'why it was approved or sent back',
  changed_at     DATETIME(6) NOT NULL,
  published_at   DATETIME(6) NULL,
  version        INT         NOT NULL,
  CONSTRAINT program_version_uid UNIQUE (uid),
  CONSTRAINT program_version_number UNIQUE (program_id, number),
  CONSTRAINT program_version_program FOREIGN KEY (program_id) REFERENCES program (id)
);

CREATE TABLE IF NOT EXISTS enrollment (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  program_id BIGINT      NOT NULL,
  partner_id BIGINT      NOT NULL,
  valid_from DATE        NOT NULL,
  valid_to   DATE        NOT NULL COMMENT 'exclusive; 9999-12-31 while it holds',
  enrolled_by VARCHAR(64) NOT NULL,
  CONSTRAINT enrollment_once UNIQUE (program_id, partner_id, valid_from),
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
