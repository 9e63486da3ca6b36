-- A password that somebody else has set is for the first sign-in only.
SET @add_must_change = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'user_account' AND column_name = 'must_change_password') = 0,
  'ALTER TABLE user_account ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE COMMENT ''set by another: good for choosing one of his own only''',
  'DO 0');
PREPARE add_must_change FROM @add_must_change;
EXECUTE add_must_change;
DEALLOCATE PREPARE add_must_change;
