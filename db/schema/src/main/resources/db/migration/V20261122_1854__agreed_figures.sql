-- Baselines and targets that were agreed with a partner for a period of a program. A row never changes what it says:
-- another figure is another row, which replaces this one once a second person agreed.
CREATE TABLE IF NOT EXISTS agreed_figure (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)     NOT NULL,
  program_id   BIGINT         NOT NULL,
  partner_id   BIGINT         NOT NULL,
  period_start DATE           NOT NULL,
  kind         VARCHAR(16)    NOT NULL COMMENT 'BASELINE, TARGET',
  amount       DECIMAL(19, 4) NOT NULL COMMENT 'in what the program measures',
  state        VARCHAR(16)    NOT NULL COMMENT 'PROPOSED, APPROVED, REJECTED, REPLACED',
  slot         BIGINT         NOT NULL COMMENT '0 while proposed, 1 while it counts, -id afterwards: one of each at a time',
  reason       VARCHAR(500)   NOT NULL COMMENT 'why it was proposed; may be empty',
  proposed_by  VARCHAR(64)    NOT NULL,
  proposed_at  DATETIME(6)    NOT NULL,
  decided_by   VARCHAR(64)    NULL,
  decided_at   DATETIME(6)    NULL,
  CONSTRAINT agreed_figure_uid UNIQUE (uid),
  CONSTRAINT agreed_figure_slot UNIQUE (program_id, partner_id, period_start, kind, slot),
  INDEX agreed_figure_state (state),
  CONSTRAINT agreed_figure_program FOREIGN KEY (program_id) REFERENCES program (id),
  CONSTRAINT agreed_figure_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
