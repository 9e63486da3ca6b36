-- How files are read. A version never changes.
CREATE TABLE IF NOT EXISTS feed_mapping (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)  NOT NULL,
  name       VARCHAR(64) COLLATE utf8mb4_unicode_ci NOT NULL,
  number     INT         NOT NULL COMMENT '1, 2, … within the name',
  kind       VARCHAR(16) NOT NULL COMMENT 'PARTNERS, REPRESENTATIVES, PRODUCTS, SALES',
  definition MEDIUMTEXT  NOT NULL COMMENT 'JSON',
  digest     BINARY(32)  NOT NULL COMMENT 'of the definition: the same again is no new version',
  saved_by   VARCHAR(64) NOT NULL,
  saved_at   DATETIME(6) NOT NULL,
  CONSTRAINT feed_mapping_uid UNIQUE (uid),
  CONSTRAINT feed_mapping_version UNIQUE (name, number)
);

-- What came in at once: a file, or the lines of one request.
CREATE TABLE IF NOT EXISTS feed_import (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)   NOT NULL,
  kind         VARCHAR(16)  NOT NULL,
  origin       VARCHAR(8)   NOT NULL COMMENT 'FILE, API',
  mapping_id   BIGINT       NULL COMMENT 'NULL for requests, which name their fields',
  file_name    VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  file_size    BIGINT       NOT NULL,
  file_hash    BINARY(32)   NOT NULL,
  state        VARCHAR(16)  NOT NULL COMMENT 'UPLOADED, PREVIEWED, REFUSED, COMMITTING, COMMITTED, DISCARDED',
  row_count    BIGINT       NOT NULL COMMENT '0 while unknown',
  phase        VARCHAR(16)  NOT NULL COMMENT 'of committing: ROWS, WAITING, RETRY, DONE',
  next_row     BIGINT       NOT NULL COMMENT 'rows before it are dealt with; moves with what they did',
  preview      MEDIUMTEXT   NOT NULL COMMENT 'JSON',
  refusal      TEXT         NOT NULL COMMENT 'problem as JSON, when REFUSED',
  uploaded_by  VARCHAR(64)  NOT NULL,
  uploaded_at  DATETIME(6)  NOT NULL,
  committed_by VARCHAR(64)  NOT NULL,
  committed_at DATETIME(6)  NULL,
  finished_at  DATETIME(6)  NULL,
  job_uid      BINARY(16)   NULL COMMENT 'the job that works, or last worked, on it',
  version      INT          NOT NULL COMMENT 'raised by every job',
  CONSTRAINT feed_import_uid UNIQUE (uid),
  CONSTRAINT feed_import_mapping FOREIGN KEY (mapping_id) REFERENCES feed_mapping (id),
  INDEX feed_import_file (file_hash)
);

-- The file itself, so that any node can work on it.
CREATE TABLE IF NOT EXISTS feed_file_part (
  import_id BIGINT     NOT NULL,
  number    INT        NOT NULL,
  content   MEDIUMBLOB NOT NULL,
  PRIMARY KEY (import_id, number),
  CONSTRAINT feed_file_part_import FOREIGN KEY (import_id) REFERENCES feed_import (id)
);

-- Fingerprints of rows that a file may have more than once; found by the preview.
CREATE TABLE IF NOT EXISTS feed_repeat (
  import_id   BIGINT  NOT NULL,
  fingerprint BIGINT  NOT NULL,
  conflicting BOOLEAN NOT NULL COMMENT 'the same line with different contents',
  PRIMARY KEY (import_id, fingerprint),
  CONSTRAINT feed_repeat_import FOREIGN KEY (import_id) REFERENCES feed_import (id)
);

-- Rows that are not facts: they wait for others of their file, for a person, or were put aside.
CREATE TABLE IF NOT EXISTS quarantined_row (
  id           BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)      NOT NULL,
  import_id    BIGINT          NOT NULL,
  kind         VARCHAR(16)     NOT NULL,
  feed         VARCHAR(64)     COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'name of the mapping, or API',
  fingerprint  BINARY(32)      NOT NULL COMMENT 'of the cells',
  occurrence   INT             NOT NULL COMMENT '1, 2, … for equal rows of one file',
  number       BIGINT          NOT NULL COMMENT 'of the row in its file',
  numbering    INT             NOT NULL COMMENT 'which of the lines that say the same, where lines are numbered so; 0 when unreadable',
  cells        MEDIUMTEXT      NOT NULL COMMENT 'JSON: text by column, as received or as repaired',
  state        VARCHAR(16)     NOT NULL COMMENT 'WAITING, QUARANTINED, RELEASED, DISMISSED',
  reason       VARCHAR(64)     NOT NULL COMMENT 'code of the first problem',
  problems     MEDIUMTEXT      NOT NULL COMMENT 'JSON: all problems with column and value',
  document     VARCHAR(64)     NOT NULL,
  sold_at      DATETIME(6)     NULL,
  month        DATE            NOT NULL COMMENT 'of the control totals; 1000-01-01 when unreadable',
  currency     VARCHAR(64)     NOT NULL,
  amount       DECIMAL(38, 12) NULL COMMENT 'net, as received; NULL when unreadable',
  awaits       BIGINT          NOT NULL COMMENT 'row id of the product of whose sales it waits; 0: of none',
  outcome      VARCHAR(16)     NOT NULL COMMENT 'what its release did',
  result_uid   BINARY(16)      NULL COMMENT 'the sales line that came of it',
  decided_by   VARCHAR(64)     NOT NULL,
  decided_at   DATETIME(6)     NULL,
  note         VARCHAR(500)    COLLATE utf8mb4_unicode_ci NOT NULL,
  version      INT             NOT NULL,
  CONSTRAINT quarantined_row_uid UNIQUE (uid),
  CONSTRAINT quarantined_row_once UNIQUE (feed, kind, fingerprint, occurrence),
  CONSTRAINT quarantined_row_import FOREIGN KEY (import_id) REFERENCES feed_import (id),
  INDEX quarantined_row_state (import_id, state),
  INDEX quarantined_row_reason (state, reason),
  INDEX quarantined_row_awaits (awaits, state)
);

-- Received = stored + unchanged + quarantined + set aside, in lines and money. Kept by the transactions that move rows.
CREATE TABLE IF NOT EXISTS control_total (
  import_id BIGINT          NOT NULL,
  month     DATE            NOT NULL,
  currency  VARCHAR(64)     NOT NULL,
  outcome   VARCHAR(16)     NOT NULL COMMENT 'RECEIVED, REPAIRED, NEW, CHANGED, UNCHANGED, QUARANTINED, DISMISSED',
  line_count BIGINT         NOT NULL,
  amount    DECIMAL(38, 12) NOT NULL,
  PRIMARY KEY (import_id, month, currency, outcome),
  INDEX control_total_month (month),
  CONSTRAINT control_total_import FOREIGN KEY (import_id) REFERENCES feed_import (id)
);
