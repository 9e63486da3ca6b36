-- Why terms are meant as they are, where something was found about them.
SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'program_version' AND column_name = 'reason');
SET @statement = IF(@missing,
  'ALTER TABLE program_version ADD COLUMN reason VARCHAR(1000) NOT NULL DEFAULT ''''',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;
