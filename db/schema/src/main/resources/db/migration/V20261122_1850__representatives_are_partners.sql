-- A representative is a partner of his own type below the partner for whom he sells: so he can sign in, earn and be paid.
-- Those known so far become partners with their public id. A code that is not unique in the channel gets his partner's before it.

-- Gone at the end; an empty one lets this file be repeated after it.
CREATE TABLE IF NOT EXISTS representative (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)   NOT NULL,
  partner_id BIGINT       NOT NULL,
  code       VARCHAR(64)  NOT NULL,
  name       VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  active     BOOLEAN      NOT NULL,
  version    INT          NOT NULL
);

INSERT INTO partner (uid, code, name, type, currency, email, tax_number, joined_on, active, version)
SELECT r.uid,
  CASE
    WHEN (SELECT COUNT(*) FROM representative other WHERE other.code = r.code) = 1
      AND NOT EXISTS (SELECT 1 FROM partner taken WHERE taken.code = r.code)
    THEN r.code
    WHEN CHAR_LENGTH(p.code) + CHAR_LENGTH(r.code) < 64
      AND NOT EXISTS (SELECT 1 FROM partner taken WHERE taken.code = CONCAT(p.code, '-', r.code))
      AND NOT EXISTS (SELECT 1 FROM representative other WHERE other.code = CONCAT(p.code, '-', r.code))
    THEN CONCAT(p.code, '-', r.code)
    ELSE CONCAT('R-', HEX(r.uid))
  END,
  r.name, 'REPRESENTATIVE', p.currency, '', '', p.joined_on, r.active, 0
FROM representative r JOIN partner p ON p.id = r.partner_id
WHERE NOT EXISTS (SELECT 1 FROM partner done WHERE done.uid = r.uid);

INSERT INTO partner_standing (partner_id, valid_from, valid_to, parent_id, level, region)
SELECT person.id, person.joined_on, '9999-12-31', r.partner_id, '',
  COALESCE((SELECT s.region FROM partner_standing s WHERE s.partner_id = r.partner_id AND s.valid_to = '9999-12-31'), '')
FROM representative r JOIN partner person ON person.uid = r.uid
WHERE NOT EXISTS (SELECT 1 FROM partner_standing done WHERE done.partner_id = person.id);

INSERT INTO partner_scope (viewer_id, partner_id, valid_from, valid_to)
SELECT person.id, person.id, '0001-01-01', '9999-12-31'
FROM representative r JOIN partner person ON person.uid = r.uid
WHERE NOT EXISTS (SELECT 1 FROM partner_scope done WHERE done.viewer_id = person.id AND done.partner_id = person.id);

INSERT INTO partner_scope (viewer_id, partner_id, valid_from, valid_to)
SELECT seen.viewer_id, person.id, GREATEST(seen.valid_from, person.joined_on), seen.valid_to
FROM representative r JOIN partner person ON person.uid = r.uid JOIN partner_scope seen ON seen.partner_id = r.partner_id
WHERE GREATEST(seen.valid_from, person.joined_on) < seen.valid_to
  AND NOT EXISTS (SELECT 1 FROM partner_scope done
    WHERE done.viewer_id = seen.viewer_id AND done.partner_id = person.id
      AND done.valid_from = GREATEST(seen.valid_from, person.joined_on));

SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'sales_transaction' AND column_name = 'represented_by') = 0,
  'ALTER TABLE sales_transaction ADD COLUMN represented_by BIGINT NULL COMMENT ''the representative who sold, a partner below the seller; NULL when unknown'' AFTER customer, ADD INDEX sales_by_representative (represented_by)',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'sales_transaction' AND column_name = 'representative_id') = 1,
  'UPDATE sales_transaction t JOIN representative r ON r.id = t.representative_id JOIN partner person ON person.uid = r.uid SET t.represented_by = person.id',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'sales_transaction' AND column_name = 'representative_id') = 1,
  'ALTER TABLE sales_transaction DROP COLUMN representative_id',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

DROP TABLE IF EXISTS representative;

-- Indonesia: article 21 for persons who are no employees. Half of the gross is taxed, at 5% in the first bracket
-- (PMK 168/2023): 2.5% of the gross. Whoever earns into a higher bracket asks his adviser.
INSERT INTO withholding_rate (pack, form, recipient, source, valid_from, percent)
SELECT 'ID', 'PPH21', 'PERSON', 'ACCRUAL', '2024-01-01', 2.5 FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM withholding_rate WHERE pack = 'ID' AND recipient = 'PERSON' AND source = 'ACCRUAL');
