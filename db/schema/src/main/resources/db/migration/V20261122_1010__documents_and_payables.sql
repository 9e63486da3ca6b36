-- Files that people attach as proof. The content never changes; an attachment is told apart by its hash.
CREATE TABLE IF NOT EXISTS document (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid         BINARY(16)   NOT NULL,
  partner_id  BIGINT       NOT NULL COMMENT 'whose it is',
  name        VARCHAR(200) NOT NULL COMMENT 'as uploaded, without folders',
  media_type  VARCHAR(64)  NOT NULL COMMENT 'by content, not by name',
  size        BIGINT       NOT NULL COMMENT 'bytes',
  hash        BINARY(32)   NOT NULL,
  content     LONGBLOB     NOT NULL,
  uploaded_by VARCHAR(64)  NOT NULL,
  uploaded_at DATETIME(6)  NOT NULL,
  CONSTRAINT document_uid UNIQUE (uid),
  CONSTRAINT document_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- Amounts that are approved and not paid yet, whatever they were earned with. One for each source.
CREATE TABLE IF NOT EXISTS payable (
  id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)     NOT NULL,
  source_kind   VARCHAR(16)    NOT NULL COMMENT 'ACCRUAL, FUND',
  source        VARCHAR(128)   NOT NULL COMMENT 'what was approved',
  program_id    BIGINT         NOT NULL,
  partner_id    BIGINT         NOT NULL,
  earned_from   DATE           NOT NULL,
  earned_until  DATE           NOT NULL COMMENT 'exclusive',
  currency      CHAR(3)        NOT NULL,
  amount        DECIMAL(19, 4) NOT NULL COMMENT 'negative when money is owed back',
  entry_id      BIGINT         NOT NULL,
  approved_by   VARCHAR(64)    NOT NULL,
  approved_at   DATETIME(6)    NOT NULL,
  payout_id     BIGINT         NULL COMMENT 'the payout that took it; set once',
  CONSTRAINT payable_uid UNIQUE (uid),
  CONSTRAINT payable_source UNIQUE (source_kind, source),
  CONSTRAINT payable_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT payable_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT payable_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id),
  INDEX payable_open (payout_id, partner_id)
);
