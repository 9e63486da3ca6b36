-- When the claim of an approved unit was submitted, the first time; NULL for units approved before this was kept.
SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'admitted_unit' AND column_name = 'submitted_at') = 0,
  'ALTER TABLE admitted_unit ADD COLUMN submitted_at DATETIME(6) NULL COMMENT ''when its claim was submitted first; NULL: as admitted_at'' AFTER claim_uid',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'claim_item' AND column_name = 'months_late') = 0,
  'ALTER TABLE claim_item ADD COLUMN months_late INT NOT NULL DEFAULT 0 COMMENT ''months that had begun after the claim window when it was claimed'' AFTER submitted_at, ADD COLUMN late_taken VARCHAR(32) NOT NULL DEFAULT '''' COMMENT ''percentage that is taken off for it; empty in time'' AFTER months_late',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;
