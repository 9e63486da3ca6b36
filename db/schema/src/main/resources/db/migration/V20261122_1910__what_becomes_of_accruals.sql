-- What becomes of an accrual: paid out, or kept on record because the partner has had it already. Decided by the program, for good.
SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'accrual' AND column_name = 'settles') = 0,
  'ALTER TABLE accrual ADD COLUMN settles VARCHAR(16) NOT NULL DEFAULT ''PAYOUT'' COMMENT ''PAYOUT, RECORDED, POINTS'' AFTER currency',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;
