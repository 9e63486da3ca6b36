-- Who signs in, with what, and how fast. Times are UTC.
CREATE TABLE IF NOT EXISTS user_account (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid           BINARY(16)   NOT NULL,
  username      VARCHAR(64)  NOT NULL,
  display_name  VARCHAR(128) NOT NULL,
  email         VARCHAR(254) NOT NULL,
  password_hash VARCHAR(512) NOT NULL,
  language      CHAR(2)      NOT NULL,
  partner_id    BIGINT       NULL COMMENT 'set for partner users, who see their own organisation only',
  enabled       BOOLEAN      NOT NULL,
  session_epoch INT          NOT NULL COMMENT 'raised to end all sessions of the user',
  created_at    DATETIME(6)  NOT NULL,
  version       INT          NOT NULL,
  CONSTRAINT user_account_uid UNIQUE (uid),
  CONSTRAINT user_account_username UNIQUE (username)
);

CREATE TABLE IF NOT EXISTS user_role (
  user_id BIGINT      NOT NULL,
  role    VARCHAR(32) NOT NULL,
  PRIMARY KEY (user_id, role),
  CONSTRAINT user_role_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);

-- Failures by user name and by address: guessing gets slower, nobody is locked out for ever.
CREATE TABLE IF NOT EXISTS sign_in_throttle (
  subject       VARCHAR(160) NOT NULL PRIMARY KEY,
  failures      INT          NOT NULL,
  blocked_until DATETIME(6)  NOT NULL
);

CREATE TABLE IF NOT EXISTS api_token (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)   NOT NULL,
  user_id      BIGINT       NOT NULL,
  name         VARCHAR(64)  NOT NULL,
  token_hash   BINARY(32)   NOT NULL,
  scopes       VARCHAR(255) NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  revoked_at   DATETIME(6)  NULL,
  last_used_on DATE         NULL,
  CONSTRAINT api_token_uid UNIQUE (uid),
  CONSTRAINT api_token_hash UNIQUE (token_hash),
  CONSTRAINT api_token_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);

-- One answer per key: the row is written in the transaction of the effect that it stands for.
CREATE TABLE IF NOT EXISTS idempotency_record (
  actor        VARCHAR(64)  NOT NULL,
  idem_key     VARCHAR(128) NOT NULL,
  request_hash BINARY(32)   NOT NULL,
  answer       MEDIUMTEXT   NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (actor, idem_key)
);

CREATE TABLE IF NOT EXISTS audit_event (
  id           BIGINT       NOT NULL PRIMARY KEY COMMENT 'without gaps',
  recorded_at  DATETIME(6)  NOT NULL,
  actor        VARCHAR(64)  NOT NULL,
  action       VARCHAR(64)  NOT NULL,
  subject_type VARCHAR(32)  NOT NULL,
  subject      VARCHAR(128) NOT NULL,
  facts        TEXT         NOT NULL,
  previous     BINARY(32)   NOT NULL COMMENT 'hash of the event before',
  hash         BINARY(32)   NOT NULL
);

-- The end of the chain of audit events; locked while one is added.
CREATE TABLE IF NOT EXISTS audit_head (
  one  TINYINT    NOT NULL PRIMARY KEY,
  last BIGINT     NOT NULL,
  hash BINARY(32) NOT NULL
);
INSERT INTO audit_head (one, last, hash)
SELECT 1, 0, REPEAT(CHAR(0), 32) FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM audit_head);

-- Long work: a row each, so that any node can take it up and every page can follow it.
CREATE TABLE IF NOT EXISTS job (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid          BINARY(16)    NOT NULL,
  kind         VARCHAR(32)   NOT NULL,
  subject      VARCHAR(128)  NOT NULL COMMENT 'what it works on',
  argument     TEXT          NOT NULL COMMENT 'JSON',
  unique_key   VARCHAR(160)  NOT NULL COMMENT 'asked for twice, done once',
  state        VARCHAR(16)   NOT NULL COMMENT 'QUEUED, RUNNING, DONE, FAILED',
  done         BIGINT        NOT NULL,
  total        BIGINT        NOT NULL COMMENT '0 while unknown',
  message      TEXT          NOT NULL COMMENT 'problem as JSON when FAILED, result as JSON when DONE',
  requested_by VARCHAR(64)   NOT NULL,
  requested_at DATETIME(6)   NOT NULL,
  started_at   DATETIME(6)   NULL,
  finished_at  DATETIME(6)   NULL,
  lease_holder VARCHAR(64)   NOT NULL,
  lease_until  DATETIME(6)   NOT NULL,
  attempts     INT           NOT NULL,
  CONSTRAINT job_uid UNIQUE (uid),
  CONSTRAINT job_key UNIQUE (kind, unique_key),
  INDEX job_state (state, lease_until)
);
