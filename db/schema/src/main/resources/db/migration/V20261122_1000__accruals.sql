-- What a payee has earned in a program and period (live), and how much of it is in the books (posted).
CREATE TABLE IF NOT EXISTS accrual (
  id                BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid               BINARY(16)     NOT NULL,
  program_id        BIGINT         NOT NULL,
  partner_id        BIGINT         NOT NULL,
  period_start      DATE           NOT NULL,
  period_end        DATE           NOT NULL COMMENT 'exclusive',
  currency          CHAR(3)        NOT NULL,
  qualifying        DECIMAL(25, 6) NOT NULL,
  paying            DECIMAL(25, 6) NOT NULL,
  line_count        INT            NOT NULL,
  entitled          DECIMAL(19, 4) NOT NULL,
  posted            DECIMAL(19, 4) NOT NULL,
  postings          INT            NOT NULL COMMENT 'number of the last true-up; decides who posts the next',
  next_threshold    DECIMAL(25, 6) NULL,
  next_missing      DECIMAL(25, 6) NULL,
  next_offer        VARCHAR(32)    NOT NULL,
  next_earned       DECIMAL(19, 4) NULL COMMENT 'what the period would earn on reaching it',
  next_measure      VARCHAR(16)    NOT NULL,
  refreshed_at      DATETIME(6)    NOT NULL,
  CONSTRAINT accrual_uid UNIQUE (uid),
  CONSTRAINT accrual_key UNIQUE (program_id, partner_id, period_start, currency),
  CONSTRAINT accrual_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT accrual_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  INDEX accrual_partner_period (partner_id, period_start)
);

-- Differences between what was earned and what was posted, one after the other.
CREATE TABLE IF NOT EXISTS true_up (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)     NOT NULL,
  accrual_id   BIGINT         NOT NULL,
  number       INT            NOT NULL COMMENT '1, 2, … within the accrual',
  amount       DECIMAL(19, 4) NOT NULL,
  entitled     DECIMAL(19, 4) NOT NULL COMMENT 'the entitlement that it brought the books to',
  adjustment   BOOLEAN        NOT NULL COMMENT 'posted after its period was closed',
  effective_on DATE           NOT NULL COMMENT 'in the period itself, or for an adjustment in the open one',
  entry_id     BIGINT         NOT NULL,
  run_id       BIGINT         NULL,
  settlement_id BIGINT        NULL COMMENT 'the settlement that took it up',
  recorded_at  DATETIME(6)    NOT NULL,
  CONSTRAINT true_up_uid UNIQUE (uid),
  CONSTRAINT true_up_number UNIQUE (accrual_id, number),
  CONSTRAINT true_up_accrual FOREIGN KEY (accrual_id) REFERENCES accrual (id),
  CONSTRAINT true_up_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id),
  INDEX true_up_settlement (settlement_id)
);

-- Units for which a claim was approved: only these count in programs that pay on claims.
CREATE TABLE IF NOT EXISTS admitted_unit (
  program_id     BIGINT      NOT NULL,
  unit_key       VARCHAR(160) NOT NULL COMMENT 'the serial, or seller, document and line where units have none',
  units          DECIMAL(19, 4) NOT NULL COMMENT '1 for a serial',
  transaction_id BIGINT      NOT NULL COMMENT 'the sale of the unit, in the version that was approved',
  partner_id     BIGINT      NOT NULL,
  claim_uid      BINARY(16)  NOT NULL,
  admitted_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (program_id, unit_key),
  INDEX admitted_unit_transaction (transaction_id),
  CONSTRAINT admitted_unit_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT admitted_unit_transaction_of FOREIGN KEY (transaction_id) REFERENCES sales_transaction (id)
);

-- Program periods that were settled. They never change; what comes later is an adjustment in an open one.
CREATE TABLE IF NOT EXISTS closed_period (
  program_id    BIGINT      NOT NULL,
  period_start  DATE        NOT NULL,
  period_end    DATE        NOT NULL,
  settlement_id BIGINT      NOT NULL,
  closed_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (program_id, period_start),
  CONSTRAINT closed_period_program FOREIGN KEY (program_id) REFERENCES program (id)
);

CREATE TABLE IF NOT EXISTS calculation_run (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)  NOT NULL,
  job_id       BIGINT      NOT NULL,
  from_day     DATE        NOT NULL,
  until_day    DATE        NOT NULL COMMENT 'exclusive',
  requested_by VARCHAR(64) NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  lines_seen   BIGINT      NOT NULL,
  accruals     BIGINT      NOT NULL,
  postings     BIGINT      NOT NULL,
  result_hash  BINARY(32)  NULL COMMENT 'of all entitlements of the period: equal facts, equal hash',
  CONSTRAINT calculation_run_uid UNIQUE (uid),
  CONSTRAINT calculation_run_once UNIQUE (job_id),
  CONSTRAINT calculation_run_job FOREIGN KEY (job_id) REFERENCES job (id)
);

-- One row for each partner who may earn. Whoever changes what he has earned locks it and raises the version: the others
-- wait, and a run notices that its figures are older than the facts. Locked one after the other in order of id.
CREATE TABLE IF NOT EXISTS accrual_state (
  partner_id  BIGINT NOT NULL PRIMARY KEY,
  version     BIGINT NOT NULL,
  stale_from  DATE   NULL COMMENT 'his accruals are behind the facts from this day on; NULL when they are not',
  stale_until DATE   NULL COMMENT 'exclusive',
  INDEX accrual_state_stale (stale_from)
);

-- What became of lines: credited by a program, or not, with the reason that came closest. Written by runs.
CREATE TABLE IF NOT EXISTS credit_total (
  month    DATE           NOT NULL COMMENT 'first day of the month in which lines count, in the zone of the house',
  feed_id  BIGINT         NOT NULL COMMENT '0 for lines that were typed in',
  currency CHAR(3)        NOT NULL,
  credited BOOLEAN        NOT NULL,
  reason   VARCHAR(64)    NOT NULL COMMENT 'empty when credited',
  line_count BIGINT       NOT NULL,
  net      DECIMAL(25, 4) NOT NULL,
  PRIMARY KEY (month, feed_id, currency, credited, reason)
);
