-- Market development money of a partner in a fund program. The row is locked while anything happens to the money.
CREATE TABLE IF NOT EXISTS fund (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)  NOT NULL,
  program_id BIGINT      NOT NULL,
  partner_id BIGINT      NOT NULL,
  currency   CHAR(3)     NOT NULL,
  lots       INT         NOT NULL COMMENT 'number of the last lot',
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT fund_uid UNIQUE (uid),
  CONSTRAINT fund_once UNIQUE (program_id, partner_id),
  CONSTRAINT fund_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT fund_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- Lots: money that was given together and expires together. The four sums are those of the lot's movements; what is
-- available is allocated - committed - paid - expired, and no update may take it below zero.
CREATE TABLE IF NOT EXISTS fund_allocation (
  id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)     NOT NULL,
  fund_id       BIGINT         NOT NULL,
  number        INT            NOT NULL COMMENT '1, 2, … within the fund',
  origin        VARCHAR(16)    NOT NULL COMMENT 'ALLOCATED as an amount, ACCRUED as a share of purchases',
  carried_from  BIGINT         NULL COMMENT 'the lot whose rest it is',
  expires_on    DATE           NOT NULL COMMENT 'last day on which it can be committed, in the zone of the program',
  expires_at    DATETIME(6)    NOT NULL COMMENT 'the first instant after that day',
  lapsed        BOOLEAN        NOT NULL COMMENT 'its expiry was carried out; what comes back expires at once',
  carry_percent DECIMAL(7, 4)  NULL COMMENT 'of what is left at expiry, goes into a new lot; NULL for nothing',
  carry_limit   DECIMAL(19, 4) NULL COMMENT 'at most',
  carry_until   DATE           NULL COMMENT 'last day of the new lot',
  allocated     DECIMAL(19, 4) NOT NULL,
  committed     DECIMAL(19, 4) NOT NULL,
  paid          DECIMAL(19, 4) NOT NULL,
  expired       DECIMAL(19, 4) NOT NULL,
  note          VARCHAR(500)   NOT NULL,
  created_by    VARCHAR(64)    NOT NULL,
  created_at    DATETIME(6)    NOT NULL,
  version       INT            NOT NULL COMMENT 'raised when the allocation itself is changed',
  CONSTRAINT fund_allocation_uid UNIQUE (uid),
  CONSTRAINT fund_allocation_number UNIQUE (fund_id, number),
  CONSTRAINT fund_allocation_fund FOREIGN KEY (fund_id) REFERENCES fund (id),
  CONSTRAINT fund_allocation_carried FOREIGN KEY (carried_from) REFERENCES fund_allocation (id),
  CONSTRAINT fund_allocation_holds CHECK (committed >= 0 AND paid >= 0 AND expired >= 0
    AND allocated - committed - paid - expired >= 0),
  INDEX fund_allocation_due (lapsed, expires_at)
);

-- What the partner wants to do, or did, with fund money.
CREATE TABLE IF NOT EXISTS fund_activity (
  id              BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid             BINARY(16)     NOT NULL,
  fund_id         BIGINT         NOT NULL,
  partner_id      BIGINT         NOT NULL COMMENT 'of the fund',
  title           VARCHAR(200)   COLLATE utf8mb4_unicode_ci NOT NULL,
  kind            VARCHAR(24)    NOT NULL COMMENT 'EXHIBITION, DISPLAY, ADVERTISING, TRAINING, OTHER',
  description     TEXT           NOT NULL,
  starts_on       DATE           NOT NULL,
  ends_on         DATE           NOT NULL COMMENT 'last day',
  planned_cost    DECIMAL(19, 4) NOT NULL,
  requested       DECIMAL(19, 4) NOT NULL,
  approved        DECIMAL(19, 4) NOT NULL COMMENT 'promised before the activity; 0 before',
  reimbursed      DECIMAL(19, 4) NOT NULL,
  state           VARCHAR(16)    NOT NULL COMMENT 'DRAFT, SUBMITTED, RETURNED, REJECTED, WITHDRAWN, APPROVED, EXECUTED, CLAIMED, REIMBURSED, EXPIRED',
  version_id      BIGINT         NULL COMMENT 'the program version whose rule was promised; set with the approval',
  claim_by        DATE           NULL COMMENT 'last day for claims, in the zone of the program; set with the approval',
  claim_until     DATETIME(6)    NULL COMMENT 'the first instant after that day',
  extended        BOOLEAN        NOT NULL COMMENT 'the deadline was moved; it is moved once',
  claims          INT            NOT NULL COMMENT 'number of the last claim',
  requested_by    VARCHAR(64)    NOT NULL,
  requested_at    DATETIME(6)    NOT NULL,
  requested_on    DATE           NOT NULL COMMENT 'in the zone of the house; whoever saw the partner then sees the activity',
  pre_approved_by VARCHAR(64)    NULL,
  changed_at      DATETIME(6)    NOT NULL,
  version         INT            NOT NULL,
  CONSTRAINT fund_activity_uid UNIQUE (uid),
  CONSTRAINT fund_activity_fund FOREIGN KEY (fund_id) REFERENCES fund (id),
  CONSTRAINT fund_activity_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT fund_activity_terms FOREIGN KEY (version_id) REFERENCES program_version (id),
  CONSTRAINT fund_activity_holds CHECK (reimbursed >= 0 AND reimbursed <= approved),
  INDEX fund_activity_due (state, claim_until),
  INDEX fund_activity_fund_of (fund_id, state)
);

-- Everything that ever happened to a lot. The journal entry says what it meant for the books.
CREATE TABLE IF NOT EXISTS fund_movement (
  id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  fund_id       BIGINT         NOT NULL,
  allocation_id BIGINT         NOT NULL,
  kind          VARCHAR(16)    NOT NULL COMMENT 'ALLOCATE, COMMIT, RELEASE, PAY, EXPIRE, CARRY',
  amount        DECIMAL(19, 4) NOT NULL COMMENT 'negative only for an allocation that is lowered, or carried away',
  activity_id   BIGINT         NULL,
  reason        VARCHAR(500)   NOT NULL,
  entry_id      BIGINT         NOT NULL,
  effective_on  DATE           NOT NULL,
  recorded_at   DATETIME(6)    NOT NULL,
  recorded_by   VARCHAR(64)    NOT NULL,
  CONSTRAINT fund_movement_once UNIQUE (entry_id, allocation_id),
  CONSTRAINT fund_movement_fund FOREIGN KEY (fund_id) REFERENCES fund (id),
  CONSTRAINT fund_movement_lot FOREIGN KEY (allocation_id) REFERENCES fund_allocation (id),
  CONSTRAINT fund_movement_activity FOREIGN KEY (activity_id) REFERENCES fund_activity (id),
  CONSTRAINT fund_movement_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id)
);

-- Requests to be paid for an activity, with proof. A claim that comes back is made anew, under the next number.
CREATE TABLE IF NOT EXISTS fund_claim (
  id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)     NOT NULL,
  activity_id   BIGINT         NOT NULL,
  number        INT            NOT NULL COMMENT '1, 2, … within the activity',
  state         VARCHAR(16)    NOT NULL COMMENT 'CLAIMED, RETURNED, REJECTED, APPROVED',
  claimed       DECIMAL(19, 4) NOT NULL COMMENT 'sum of its costs',
  more_to_come  BOOLEAN        NOT NULL COMMENT 'the partner will claim again: the rest stays committed',
  note          VARCHAR(1000)  NOT NULL,
  claimed_by    VARCHAR(64)    NOT NULL,
  claimed_at    DATETIME(6)    NOT NULL,
  eligible      DECIMAL(19, 4) NULL COMMENT 'cost that was accepted',
  approved_left DECIMAL(19, 4) NULL COMMENT 'approved and not reimbursed, just before',
  reimbursed    DECIMAL(19, 4) NULL,
  decided_by    VARCHAR(64)    NULL,
  decided_at    DATETIME(6)    NULL,
  reason        VARCHAR(1000)  NOT NULL,
  CONSTRAINT fund_claim_uid UNIQUE (uid),
  CONSTRAINT fund_claim_number UNIQUE (activity_id, number),
  CONSTRAINT fund_claim_activity FOREIGN KEY (activity_id) REFERENCES fund_activity (id)
);

CREATE TABLE IF NOT EXISTS fund_claim_cost (
  claim_id     BIGINT         NOT NULL,
  line         INT            NOT NULL,
  description  VARCHAR(200)   NOT NULL,
  document     VARCHAR(64)    NOT NULL COMMENT 'number of the invoice, as typed',
  document_key VARCHAR(64)    NOT NULL COMMENT 'normalised',
  spent_on     DATE           NOT NULL,
  amount       DECIMAL(19, 4) NOT NULL,
  PRIMARY KEY (claim_id, line),
  INDEX fund_claim_cost_document (document_key),
  CONSTRAINT fund_claim_cost_claim FOREIGN KEY (claim_id) REFERENCES fund_claim (id)
);

CREATE TABLE IF NOT EXISTS fund_activity_document (
  activity_id  BIGINT     NOT NULL,
  claim        INT        NOT NULL COMMENT 'number of the claim that it proves; 0 for the request',
  document_uid BINARY(16) NOT NULL,
  PRIMARY KEY (activity_id, claim, document_uid),
  CONSTRAINT fund_activity_document_of FOREIGN KEY (activity_id) REFERENCES fund_activity (id),
  CONSTRAINT fund_activity_document_file FOREIGN KEY (document_uid) REFERENCES document (uid)
);

-- The story of an activity, for both sides.
CREATE TABLE IF NOT EXISTS fund_activity_event (
  id          BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  activity_id BIGINT         NOT NULL,
  action      VARCHAR(24)    NOT NULL COMMENT 'past participle',
  state       VARCHAR(16)    NOT NULL COMMENT 'afterwards',
  amount      DECIMAL(19, 4) NULL,
  day         DATE           NULL,
  reason      VARCHAR(1000)  NOT NULL,
  actor       VARCHAR(64)    NOT NULL,
  actor_name  VARCHAR(128)   NOT NULL,
  at          DATETIME(6)    NOT NULL,
  INDEX fund_activity_event_activity (activity_id),
  CONSTRAINT fund_activity_event_of FOREIGN KEY (activity_id) REFERENCES fund_activity (id)
);

-- Allocations for many partners at once: decided in one go, written one by one by a job.
CREATE TABLE IF NOT EXISTS fund_batch (
  id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)     NOT NULL,
  program_id    BIGINT         NOT NULL,
  job_id        BIGINT         NOT NULL,
  command       MEDIUMTEXT     NOT NULL COMMENT 'JSON, as asked for',
  partners      INT            NOT NULL,
  total         DECIMAL(19, 4) NOT NULL,
  currency      CHAR(3)        NOT NULL,
  requested_by  VARCHAR(64)    NOT NULL,
  requested_name VARCHAR(128)  NOT NULL,
  requested_at  DATETIME(6)    NOT NULL,
  CONSTRAINT fund_batch_uid UNIQUE (uid),
  CONSTRAINT fund_batch_job UNIQUE (job_id),
  CONSTRAINT fund_batch_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT fund_batch_job_of FOREIGN KEY (job_id) REFERENCES job (id)
);

CREATE TABLE IF NOT EXISTS fund_batch_row (
  batch_id   BIGINT         NOT NULL,
  partner_id BIGINT         NOT NULL,
  basis      DECIMAL(25, 4) NULL COMMENT 'his purchases, when the amount is a share of them',
  amount     DECIMAL(19, 4) NOT NULL,
  done       BOOLEAN        NOT NULL,
  problem    VARCHAR(64)    NOT NULL COMMENT 'why nothing was allocated, as a problem code; empty otherwise',
  PRIMARY KEY (batch_id, partner_id),
  CONSTRAINT fund_batch_row_batch FOREIGN KEY (batch_id) REFERENCES fund_batch (id),
  CONSTRAINT fund_batch_row_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
