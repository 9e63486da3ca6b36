-- Finance closes program periods into payouts; somebody else releases them.
CREATE TABLE IF NOT EXISTS settlement (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid         BINARY(16)  NOT NULL,
  last_day    DATE        NOT NULL COMMENT 'periods that ended by this day are closed',
  programs    TEXT        NOT NULL COMMENT 'codes with blanks between them; empty for all',
  state       VARCHAR(16) NOT NULL COMMENT 'PREPARING, READY, RELEASING: what is being done; how far it is follows from its payouts',
  prepared_by VARCHAR(64) NOT NULL,
  prepared_at DATETIME(6) NOT NULL,
  job_id      BIGINT      NULL COMMENT 'the work on it now, or last',
  CONSTRAINT settlement_uid UNIQUE (uid)
);

-- A second person's yes: what he saw, by its digest, and in which format the files leave.
CREATE TABLE IF NOT EXISTS settlement_release (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)  NOT NULL,
  settlement_id BIGINT      NOT NULL,
  digest        BINARY(32)  NOT NULL,
  format        VARCHAR(16) NOT NULL COMMENT 'PAIN_001, CSV',
  released_by   VARCHAR(64) NOT NULL,
  released_at   DATETIME(6) NOT NULL,
  CONSTRAINT settlement_release_uid UNIQUE (uid),
  CONSTRAINT settlement_release_settlement FOREIGN KEY (settlement_id) REFERENCES settlement (id)
);

-- What one partner gets in one currency out of one settlement.
CREATE TABLE IF NOT EXISTS payout (
  id             BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid            BINARY(16)     NOT NULL,
  settlement_id  BIGINT         NOT NULL,
  partner_id     BIGINT         NOT NULL,
  currency       CHAR(3)        NOT NULL,
  covers_from    DATE           NOT NULL COMMENT 'first day on which something of it was earned',
  covers_until   DATE           NOT NULL COMMENT 'exclusive',
  payables       INT            NOT NULL,
  gross          DECIMAL(19, 4) NOT NULL COMMENT 'sum of its payables; negative when the partner owes',
  tax_form       VARCHAR(16)    NOT NULL COMMENT 'PPH23; empty when nothing is withheld',
  tax_rate       VARCHAR(16)    NOT NULL COMMENT 'such as 15%',
  tax_base       DECIMAL(19, 4) NOT NULL,
  tax            DECIMAL(19, 4) NOT NULL COMMENT 'withheld',
  recovered      DECIMAL(19, 4) NOT NULL COMMENT 'taken for earlier clawbacks',
  added          DECIMAL(19, 4) NOT NULL COMMENT 'a negative sum, carried as a new clawback',
  net            DECIMAL(19, 4) NOT NULL COMMENT 'what is transferred',
  state          VARCHAR(16)    NOT NULL COMMENT 'PREPARED, CARRIED, EXCLUDED, RELEASING, RELEASED, OFFSET, PAID, RETURNED',
  reason         VARCHAR(500)   NOT NULL COMMENT 'why it was excluded or returned',
  decided_by     VARCHAR(64)    NOT NULL COMMENT 'who excluded it',
  release_id     BIGINT         NULL,
  account_id     BIGINT         NULL COMMENT 'where the last transfer went',
  attempt        INT            NOT NULL COMMENT 'number of the last transfer, 0 before the first',
  CONSTRAINT payout_uid UNIQUE (uid),
  CONSTRAINT payout_once UNIQUE (settlement_id, partner_id, currency),
  CONSTRAINT payout_settlement FOREIGN KEY (settlement_id) REFERENCES settlement (id),
  CONSTRAINT payout_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT payout_release FOREIGN KEY (release_id) REFERENCES settlement_release (id),
  CONSTRAINT payout_account FOREIGN KEY (account_id) REFERENCES bank_account (id),
  CONSTRAINT payout_adds_up CHECK (net = gross - tax - recovered + added),
  CONSTRAINT payout_signs CHECK (net >= 0 AND tax >= 0 AND recovered >= 0 AND added >= 0),
  INDEX payout_state (settlement_id, state),
  INDEX payout_partner_newest (partner_id, id)
);

ALTER TABLE payable MODIFY payout_id BIGINT NULL
  COMMENT 'the payout that took it; NULL while it waits, and again when that payout was excluded or carried over';

-- Why a settled payable is what it is, as it was explained when its period was settled: gzip of JSON.
CREATE TABLE IF NOT EXISTS payable_basis (
  payable_id     BIGINT         NOT NULL PRIMARY KEY,
  adjusts        BIGINT         NOT NULL COMMENT 'the earlier settlement that closed the period; 0 when it was this one',
  entitled       DECIMAL(19, 4) NOT NULL COMMENT 'earned in the period in all',
  settled_before DECIMAL(19, 4) NOT NULL COMMENT 'of it, settled earlier',
  content        MEDIUMBLOB     NOT NULL,
  CONSTRAINT payable_basis_payable FOREIGN KEY (payable_id) REFERENCES payable (id)
);

-- Money that was paid and came undone. What is still open can only be taken once, whoever asks.
CREATE TABLE IF NOT EXISTS clawback (
  id          BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid         BINARY(16)     NOT NULL,
  partner_id  BIGINT         NOT NULL,
  currency    CHAR(3)        NOT NULL,
  payout_id   BIGINT         NOT NULL COMMENT 'the payout whose negative sum it carries',
  amount      DECIMAL(19, 4) NOT NULL,
  open_amount DECIMAL(19, 4) NOT NULL COMMENT 'not recovered, not written off, not planned to be taken from a prepared payout',
  opened_at   DATETIME(6)    NOT NULL,
  CONSTRAINT clawback_uid UNIQUE (uid),
  CONSTRAINT clawback_payout UNIQUE (payout_id),
  CONSTRAINT clawback_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT clawback_of_payout FOREIGN KEY (payout_id) REFERENCES payout (id),
  CONSTRAINT clawback_never_overdrawn CHECK (open_amount >= 0 AND open_amount <= amount),
  INDEX clawback_oldest (partner_id, currency, id)
);

CREATE TABLE IF NOT EXISTS clawback_recovery (
  clawback_id BIGINT         NOT NULL,
  payout_id   BIGINT         NOT NULL COMMENT 'planned while it is prepared, taken when it is released',
  amount      DECIMAL(19, 4) NOT NULL,
  PRIMARY KEY (clawback_id, payout_id),
  CONSTRAINT clawback_recovery_clawback FOREIGN KEY (clawback_id) REFERENCES clawback (id),
  CONSTRAINT clawback_recovery_payout FOREIGN KEY (payout_id) REFERENCES payout (id)
);

CREATE TABLE IF NOT EXISTS clawback_write_off (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)     NOT NULL,
  clawback_id  BIGINT         NOT NULL,
  open_slot    BIGINT         NOT NULL COMMENT '0 while undecided, the id afterwards: one request at a time',
  amount       DECIMAL(19, 4) NOT NULL,
  reason       VARCHAR(500)   NOT NULL,
  state        VARCHAR(16)    NOT NULL COMMENT 'PROPOSED, APPROVED, REJECTED',
  requested_by VARCHAR(64)    NOT NULL,
  requested_at DATETIME(6)    NOT NULL,
  decided_by   VARCHAR(64)    NULL,
  decided_at   DATETIME(6)    NULL,
  CONSTRAINT clawback_write_off_uid UNIQUE (uid),
  CONSTRAINT clawback_write_off_open UNIQUE (clawback_id, open_slot),
  CONSTRAINT clawback_write_off_clawback FOREIGN KEY (clawback_id) REFERENCES clawback (id)
);

-- What is withheld, from a day on. No row means that the pack withholds nothing from such an amount.
CREATE TABLE IF NOT EXISTS withholding_rate (
  pack       VARCHAR(8)    NOT NULL COMMENT 'country pack',
  form       VARCHAR(16)   NOT NULL,
  recipient  VARCHAR(16)   NOT NULL COMMENT 'COMPANY, PERSON',
  source     VARCHAR(16)   NOT NULL COMMENT 'kind of payable',
  valid_from DATE          NOT NULL,
  percent    DECIMAL(9, 6) NOT NULL,
  PRIMARY KEY (pack, recipient, source, valid_from)
);
-- Indonesia: article 23 of the income tax law (36/2008), rewards and bonuses to resident companies.
INSERT INTO withholding_rate (pack, form, recipient, source, valid_from, percent)
SELECT 'ID', 'PPH23', 'COMPANY', 'ACCRUAL', '2009-01-01', 15 FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM withholding_rate WHERE pack = 'ID' AND recipient = 'COMPANY' AND source = 'ACCRUAL');

-- How a partner is taxed; a company unless finance says otherwise.
CREATE TABLE IF NOT EXISTS tax_recipient (
  partner_id BIGINT      NOT NULL PRIMARY KEY,
  recipient  VARCHAR(16) NOT NULL COMMENT 'COMPANY, PERSON',
  changed_by VARCHAR(64) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT tax_recipient_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
