-- Claims: a partner's request to be paid for units that he sold.
CREATE TABLE IF NOT EXISTS claim (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)     NOT NULL,
  number       VARCHAR(16)    NULL COMMENT 'SC-2026-000123, without gaps in a year; NULL only inside the transaction that makes the claim',
  program_id   BIGINT         NOT NULL,
  partner_id   BIGINT         NOT NULL,
  state        VARCHAR(20)    NOT NULL COMMENT 'DRAFT, SUBMITTED, HELD, ENDORSED, APPROVED, PARTLY_APPROVED, RETURNED, REJECTED, WITHDRAWN',
  state_since  DATETIME(6)    NOT NULL,
  remark       VARCHAR(1000)  COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'what the partner says to it',
  reason       VARCHAR(1000)  COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'why it was returned, rejected or approved in part; the partner reads it',
  currency     CHAR(3)        NOT NULL COMMENT 'of all amounts',
  expected     DECIMAL(19, 4) NOT NULL COMMENT 'what its units would bring, by the last check',
  approved     DECIMAL(19, 4) NULL COMMENT 'NULL until it is decided',
  item_count   INT            NOT NULL,
  held_count   INT            NOT NULL,
  failed_count INT            NOT NULL,
  created_by   VARCHAR(64)    NOT NULL,
  created_at   DATETIME(6)    NOT NULL,
  submitted_by VARCHAR(64)    NULL,
  submitted_at DATETIME(6)    NULL COMMENT 'the last time; NULL while it was never submitted',
  claimed_on   DATE           NOT NULL COMMENT 'day of the last submission, before that of creation: decides which distributor sees it',
  endorsed_by  VARCHAR(64)    NULL COMMENT 'who approved it before a second person has to',
  version      INT            NOT NULL COMMENT 'raised by every change; whoever decides names the version that he saw',
  CONSTRAINT claim_uid UNIQUE (uid),
  CONSTRAINT claim_number UNIQUE (number),
  CONSTRAINT claim_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT claim_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  INDEX claim_queue (state, state_since)
);

-- The last number that was given in a year. Raised in the transaction that makes the claim, so that there are no gaps.
CREATE TABLE IF NOT EXISTS claim_number (
  year INT NOT NULL PRIMARY KEY,
  last INT NOT NULL
);

CREATE TABLE IF NOT EXISTS claim_item (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  claim_id     BIGINT         NOT NULL,
  position     INT            NOT NULL COMMENT '1, 2, … within the claim',
  serial       VARCHAR(64)    NOT NULL COMMENT 'normalised; empty for units without serials',
  document     VARCHAR(64)    NOT NULL COMMENT 'normalised; empty for a serial',
  line         VARCHAR(64)    NOT NULL,
  units        DECIMAL(19, 4) NOT NULL COMMENT '1 for a serial',
  role         VARCHAR(16)    NOT NULL COMMENT 'which party to the sale the program pays; empty while no sale was found',
  unit_key     VARCHAR(160)   NOT NULL COMMENT 'the serial, or seller, document and line; empty while no sale was found',
  folded       VARCHAR(160)   NOT NULL COMMENT 'the key without what eyes confuse',
  line_id      BIGINT         NULL COMMENT 'the sale, by its first version',
  product      VARCHAR(64)    NOT NULL,
  sold_on      DATE           NULL COMMENT 'in the zone of the program',
  state        VARCHAR(16)    NOT NULL COMMENT 'PASSED, HELD, FAILED, APPROVED, REJECTED',
  finding      VARCHAR(40)    NOT NULL COMMENT 'why it was held or failed; empty when it passed',
  had          VARCHAR(200)   NOT NULL,
  needed       VARCHAR(1000)  NOT NULL,
  cleared      BOOLEAN        NOT NULL COMMENT 'a reviewer has looked: it only looks like another',
  expected     DECIMAL(19, 4) NOT NULL,
  approved     DECIMAL(19, 4) NULL,
  reason       VARCHAR(500)   COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'why the reviewer rejects it; the partner reads it',
  submitted_at DATETIME(6)    NULL COMMENT 'the first time: decides about the claim window and who was first',
  returned     DECIMAL(19, 4) NOT NULL COMMENT 'approved units that came back since',
  CONSTRAINT claim_item_position UNIQUE (claim_id, position),
  CONSTRAINT claim_item_claim FOREIGN KEY (claim_id) REFERENCES claim (id),
  INDEX claim_item_key (unit_key),
  INDEX claim_item_folded (folded),
  INDEX claim_item_line (line_id)
);

-- Units of live claims. The key decides who has a unit; a row goes when its item is rejected, or its claim is returned,
-- rejected or withdrawn, and whoever waited longest gets it.
CREATE TABLE IF NOT EXISTS claimed_unit (
  program_id BIGINT         NOT NULL,
  role       VARCHAR(16)    NOT NULL,
  unit_key   VARCHAR(160)   NOT NULL,
  folded     VARCHAR(160)   NOT NULL,
  item_id    BIGINT         NOT NULL,
  claim_id   BIGINT         NOT NULL,
  partner_id BIGINT         NOT NULL,
  line_id    BIGINT         NOT NULL,
  units      DECIMAL(19, 4) NOT NULL,
  PRIMARY KEY (program_id, role, unit_key),
  CONSTRAINT claimed_unit_item UNIQUE (item_id),
  INDEX claimed_unit_folded (program_id, role, folded),
  INDEX claimed_unit_claim (claim_id),
  INDEX claimed_unit_line (line_id)
);

-- Locked while units of a program are taken or freed, so that a freed unit goes to whoever is next in line.
CREATE TABLE IF NOT EXISTS unit_queue (
  program_id BIGINT NOT NULL PRIMARY KEY,
  version    BIGINT NOT NULL,
  CONSTRAINT unit_queue_program FOREIGN KEY (program_id) REFERENCES program (id)
);

CREATE TABLE IF NOT EXISTS claim_document (
  claim_id     BIGINT     NOT NULL,
  document_uid BINARY(16) NOT NULL,
  PRIMARY KEY (claim_id, document_uid),
  INDEX claim_document_document (document_uid),
  CONSTRAINT claim_document_claim FOREIGN KEY (claim_id) REFERENCES claim (id)
);

-- What happened to a claim, for good.
CREATE TABLE IF NOT EXISTS claim_history (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  claim_id   BIGINT       NOT NULL,
  at         DATETIME(6)  NOT NULL,
  actor      VARCHAR(64)  NOT NULL,
  actor_name VARCHAR(128) NOT NULL,
  action     VARCHAR(20)  NOT NULL,
  state      VARCHAR(20)  NOT NULL COMMENT 'in which it was afterwards',
  remark     VARCHAR(1000) COLLATE utf8mb4_unicode_ci NOT NULL,
  internal   BOOLEAN      NOT NULL COMMENT 'not for the partner',
  INDEX claim_history_claim (claim_id),
  CONSTRAINT claim_history_of FOREIGN KEY (claim_id) REFERENCES claim (id)
);

-- The same file under two claims is found by its hash.
SET @add_document_hash = IF(
  (SELECT COUNT(*) FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name = 'document' AND index_name = 'document_hash') = 0,
  'ALTER TABLE document ADD INDEX document_hash (hash)',
  'DO 0');
PREPARE add_document_hash FROM @add_document_hash;
EXECUTE add_document_hash;
DEALLOCATE PREPARE add_document_hash;
