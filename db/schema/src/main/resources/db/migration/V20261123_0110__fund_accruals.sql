-- Which period's purchases an accrued lot is a share of; NULL for lots that were given by decision or carried over.
SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'fund_allocation' AND column_name = 'accrued_for') = 0,
  'ALTER TABLE fund_allocation ADD COLUMN accrued_for DATE NULL COMMENT ''first day of the period whose purchases it is a share of; NULL for others'' AFTER carried_from, ADD CONSTRAINT fund_allocation_accrued UNIQUE (fund_id, accrued_for)',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;
