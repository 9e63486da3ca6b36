-- What a partner was paid and why, fixed when the payout is released.
CREATE TABLE IF NOT EXISTS statement (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid       BINARY(16)  NOT NULL,
  payout_id BIGINT      NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  hash      BINARY(32)  NOT NULL COMMENT 'of the JSON',
  content   MEDIUMBLOB  NOT NULL COMMENT 'gzip of JSON',
  CONSTRAINT statement_uid UNIQUE (uid),
  CONSTRAINT statement_payout UNIQUE (payout_id),
  CONSTRAINT statement_of_payout FOREIGN KEY (payout_id) REFERENCES payout (id)
);

-- A file that tells the bank to pay: one for each release and currency.
CREATE TABLE IF NOT EXISTS remittance_file (
  id         BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)     NOT NULL,
  release_id BIGINT         NOT NULL,
  currency   CHAR(3)        NOT NULL,
  format     VARCHAR(16)    NOT NULL,
  name       VARCHAR(100)   NOT NULL,
  payments   INT            NOT NULL,
  total      DECIMAL(19, 4) NOT NULL,
  hash       BINARY(32)     NOT NULL COMMENT 'of the file as it is handed out',
  content    LONGBLOB       NOT NULL COMMENT 'gzip of the file',
  made_at    DATETIME(6)    NOT NULL,
  CONSTRAINT remittance_file_uid UNIQUE (uid),
  CONSTRAINT remittance_file_once UNIQUE (release_id, currency),
  CONSTRAINT remittance_file_release FOREIGN KEY (release_id) REFERENCES settlement_release (id)
);

-- A transfer: a payout is in one file, and in another only after the bank returned the one before.
CREATE TABLE IF NOT EXISTS remittance_item (
  payout_id   BIGINT         NOT NULL,
  attempt     INT            NOT NULL COMMENT '1, 2 after a return, …',
  file_id     BIGINT         NOT NULL,
  account_id  BIGINT         NOT NULL,
  amount      DECIMAL(19, 4) NOT NULL,
  outcome     VARCHAR(16)    NOT NULL COMMENT 'SENT, PAID, RETURNED',
  outcome_on  DATE           NULL COMMENT 'as the bank says',
  remark      VARCHAR(500)   NOT NULL COMMENT 'the bank''s reference or reason',
  recorded_by VARCHAR(64)    NOT NULL COMMENT 'who told the outcome; empty before',
  PRIMARY KEY (payout_id, attempt),
  CONSTRAINT remittance_item_payout FOREIGN KEY (payout_id) REFERENCES payout (id),
  CONSTRAINT remittance_item_file FOREIGN KEY (file_id) REFERENCES remittance_file (id),
  CONSTRAINT remittance_item_account FOREIGN KEY (account_id) REFERENCES bank_account (id)
);
