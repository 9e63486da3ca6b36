-- The books: append-only by grant, one entry per key, each balanced per currency.
CREATE TABLE IF NOT EXISTS journal_entry (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)   NOT NULL,
  entry_key     VARCHAR(160) NOT NULL COMMENT 'one entry per effect, however often it is asked for',
  effective_on  DATE         NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL,
  memo          VARCHAR(64)  NOT NULL COMMENT 'names the sentence that pages show',
  memo_facts    TEXT         NOT NULL COMMENT 'JSON object of strings',
  recorded_by   VARCHAR(64)  NOT NULL,
  CONSTRAINT journal_entry_uid UNIQUE (uid),
  CONSTRAINT journal_entry_key UNIQUE (entry_key),
  INDEX journal_entry_effective (effective_on)
);

CREATE TABLE IF NOT EXISTS journal_line (
  entry_id BIGINT         NOT NULL,
  number   INT            NOT NULL,
  account  VARCHAR(64)    NOT NULL,
  party    VARCHAR(64)    NOT NULL COMMENT 'whose; empty for the house',
  subject  VARCHAR(64)    NOT NULL COMMENT 'for what; may be empty',
  currency CHAR(3)        NOT NULL,
  amount   DECIMAL(19, 4) NOT NULL COMMENT 'debit positive, credit negative',
  PRIMARY KEY (entry_id, number),
  INDEX journal_line_account (account, party, subject, currency),
  CONSTRAINT journal_line_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id)
);
