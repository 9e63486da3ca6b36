-- Joint programs pay a partner by what others sold, too: pools, contests, shared budgets. They are computed together, in one
-- pass over all lines, after the transactions that changed a fact.
CREATE TABLE IF NOT EXISTS joint_mark (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  program_id  BIGINT NOT NULL COMMENT 'behind the facts of some days; no foreign key: a sale waits for nobody',
  stale_from  DATE   NOT NULL,
  stale_until DATE   NOT NULL COMMENT 'exclusive',
  INDEX joint_mark_program (program_id)
);

-- Each pass over a joint program has a number. A run that read before a pass began leaves the program to it.
CREATE TABLE IF NOT EXISTS joint_pass (
  program_id BIGINT NOT NULL PRIMARY KEY,
  pass       BIGINT NOT NULL
);
