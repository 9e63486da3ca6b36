-- What one unit of a currency was worth in another. There is no rate the other way round but one that somebody entered.
CREATE TABLE IF NOT EXISTS exchange_rate (
  id            BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  from_currency CHAR(3)         NOT NULL,
  to_currency   CHAR(3)         NOT NULL,
  valid_on      DATE            NOT NULL COMMENT 'holds from this day until the next rate, but not for longer than the installation says',
  rate          DECIMAL(20, 10) NOT NULL COMMENT 'so much of to_currency for one of from_currency; more than zero',
  source        VARCHAR(100)    NOT NULL COMMENT 'where it was published',
  changed_by    VARCHAR(64)     NOT NULL,
  changed_at    DATETIME(6)     NOT NULL,
  CONSTRAINT exchange_rate_day UNIQUE (from_currency, to_currency, valid_on)
);
