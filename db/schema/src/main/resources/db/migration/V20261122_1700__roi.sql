-- Costs of programs that no calculation knows, typed in by people. A wrong one is withdrawn, never changed.
CREATE TABLE IF NOT EXISTS program_cost (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)     NOT NULL,
  program_id   BIGINT         NOT NULL,
  kind         VARCHAR(16)    NOT NULL COMMENT 'ADMINISTRATION, TRAINING, MARKETING',
  incurred_on  DATE           NOT NULL,
  currency     CHAR(3)        NOT NULL,
  amount       DECIMAL(19, 4) NOT NULL,
  remark       VARCHAR(500)   COLLATE utf8mb4_unicode_ci NOT NULL,
  recorded_by  VARCHAR(64)    NOT NULL,
  recorded_at  DATETIME(6)    NOT NULL,
  withdrawn_by VARCHAR(64)    NULL,
  withdrawn_at DATETIME(6)    NULL COMMENT 'NULL while it counts',
  CONSTRAINT program_cost_uid UNIQUE (uid),
  CONSTRAINT program_cost_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT program_cost_positive CHECK (amount > 0)
);

-- Sales around programs, added up from the lines. Derived: written anew as a whole when lines, programs or partners
-- change, so that reports need not read the lines again.
CREATE TABLE IF NOT EXISTS program_sales (
  program            VARCHAR(64)    NOT NULL COMMENT 'code; empty for all programs together, where each line counts once',
  currency           CHAR(3)        NOT NULL,
  span               VARCHAR(16)    NOT NULL COMMENT 'BEFORE, LAST_YEAR, DURING, AFTER',
  from_day           DATE           NOT NULL,
  until_day          DATE           NOT NULL COMMENT 'exclusive',
  line_count         BIGINT         NOT NULL,
  net                DECIMAL(25, 4) NOT NULL,
  goods              DECIMAL(33, 8) NOT NULL COMMENT 'cost of the goods at their sale dates, as far as known',
  units              DECIMAL(25, 4) NOT NULL,
  partners           INT            NOT NULL COMMENT 'with at least one sale',
  partners_during    INT            NOT NULL COMMENT 'of these, with a sale during the program as well',
  uncosted_lines     BIGINT         NOT NULL COMMENT 'whose unit cost is not known',
  uncosted_net       DECIMAL(25, 4) NOT NULL,
  PRIMARY KEY (program, currency, span)
);

CREATE TABLE IF NOT EXISTS program_sales_step (
  program   VARCHAR(64)    NOT NULL,
  currency  CHAR(3)        NOT NULL,
  span      VARCHAR(16)    NOT NULL,
  number    INT            NOT NULL COMMENT '0, 1, … week or month of the span',
  from_day  DATE           NOT NULL,
  until_day DATE           NOT NULL COMMENT 'exclusive',
  net       DECIMAL(25, 4) NOT NULL,
  units     DECIMAL(25, 4) NOT NULL,
  PRIMARY KEY (program, currency, span, number)
);

-- From what program_sales was added up; locked while it is written.
CREATE TABLE IF NOT EXISTS program_sales_state (
  one         TINYINT     NOT NULL PRIMARY KEY,
  fingerprint BINARY(32)  NOT NULL COMMENT 'of everything that it was added up from',
  computed_at DATETIME(6) NULL COMMENT 'NULL before the first time',
  first_sale  DATETIME(6) NULL COMMENT 'when the oldest line counts: before, nothing is known',
  line_count  BIGINT      NOT NULL COMMENT 'lines read',
  millis      BIGINT      NOT NULL COMMENT 'how long it took'
);
INSERT INTO program_sales_state (one, fingerprint, computed_at, first_sale, line_count, millis)
SELECT 1, REPEAT(CHAR(0), 32), NULL, NULL, 0, 0 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM program_sales_state);
