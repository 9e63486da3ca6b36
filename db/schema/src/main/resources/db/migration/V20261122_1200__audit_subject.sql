-- The history of one thing, such as a program, is read on its page.
SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = 'audit_event' AND index_name = 'audit_event_subject');
SET @statement = IF(@missing,
  'ALTER TABLE audit_event ADD INDEX audit_event_subject (subject_type, subject)',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;
