SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'product' AND column_name = 'launched_on') = 0,
  'ALTER TABLE product ADD COLUMN launched_on DATE NULL COMMENT ''first day on the market; NULL when unknown'' AFTER serial_tracked',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'partner_standing' AND column_name = 'territory') = 0,
  'ALTER TABLE partner_standing ADD COLUMN territory VARCHAR(64) NOT NULL DEFAULT '''' COMMENT ''code of the sales territory; empty when he has none''',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

-- What a partner proved to know. A row is a certificate earned on a day; the same code may be earned again.
CREATE TABLE IF NOT EXISTS partner_certificate (
  partner_id BIGINT      NOT NULL,
  code       VARCHAR(64) NOT NULL COMMENT 'normalised code of the training',
  earned_on  DATE        NOT NULL,
  expires_on DATE        NOT NULL COMMENT 'first day on which it no longer holds; 9999-12-31 when it stays',
  version    INT         NOT NULL,
  PRIMARY KEY (partner_id, code, earned_on),
  CONSTRAINT partner_certificate_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
