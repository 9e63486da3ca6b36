-- Where partners are paid. A row is what somebody proposed and never changes, but for the decision on it: a change of
-- account is a new proposal. The account in use is the newest approved one whose hold is over.
CREATE TABLE IF NOT EXISTS bank_account (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid         BINARY(16)   NOT NULL,
  partner_id  BIGINT       NOT NULL,
  currency    CHAR(3)      NOT NULL,
  bic         VARCHAR(11)  NOT NULL,
  bank_name   VARCHAR(100) COLLATE utf8mb4_unicode_ci NOT NULL,
  number      VARCHAR(34)  NOT NULL COMMENT 'whole for finance and the bank only; everyone else sees the last digits',
  holder      VARCHAR(70)  COLLATE utf8mb4_unicode_ci NOT NULL,
  state       VARCHAR(16)  NOT NULL COMMENT 'PROPOSED, APPROVED, REJECTED, REPLACED by a newer proposal',
  open_slot   BIGINT       NOT NULL COMMENT '0 while undecided, the id afterwards: one undecided proposal at a time',
  proposed_by VARCHAR(64)  NOT NULL,
  proposed_at DATETIME(6)  NOT NULL,
  usable_from DATETIME(6)  NOT NULL COMMENT 'end of the hold',
  decided_by  VARCHAR(64)  NULL,
  decided_at  DATETIME(6)  NULL,
  remark      VARCHAR(500) NOT NULL COMMENT 'why it was rejected',
  CONSTRAINT bank_account_uid UNIQUE (uid),
  CONSTRAINT bank_account_open UNIQUE (partner_id, currency, open_slot),
  CONSTRAINT bank_account_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- What a partner's people have to know, shown in the portal; the address is where a mail would go.
CREATE TABLE IF NOT EXISTS notice (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)   NOT NULL,
  partner_id BIGINT       NOT NULL,
  address    VARCHAR(254) NOT NULL COMMENT 'the contact on file when it was written; may be empty',
  code       VARCHAR(64)  NOT NULL COMMENT 'names the sentence, notice.<code>',
  facts      TEXT         NOT NULL COMMENT 'JSON object of strings that the sentence mentions',
  noted_at   DATETIME(6)  NOT NULL,
  CONSTRAINT notice_uid UNIQUE (uid),
  CONSTRAINT notice_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  INDEX notice_newest (partner_id, id)
);
