-- Partners and how they stood over time. What counts for a sale is how they stood on its economic date.
CREATE TABLE IF NOT EXISTS partner (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)   NOT NULL,
  code       VARCHAR(64)  NOT NULL COMMENT 'normalised business key',
  name       VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  type       VARCHAR(32)  NOT NULL COMMENT 'DISTRIBUTOR, DEALER',
  currency   CHAR(3)      NOT NULL,
  email      VARCHAR(254) NOT NULL,
  tax_number VARCHAR(32)  NOT NULL,
  joined_on  DATE         NOT NULL,
  active     BOOLEAN      NOT NULL,
  version    INT          NOT NULL,
  CONSTRAINT partner_uid UNIQUE (uid),
  CONSTRAINT partner_code UNIQUE (code),
  INDEX partner_name (name)
);

CREATE TABLE IF NOT EXISTS partner_standing (
  partner_id BIGINT      NOT NULL,
  valid_from DATE        NOT NULL,
  valid_to   DATE        NOT NULL COMMENT 'exclusive; 9999-12-31 while it holds',
  parent_id  BIGINT      NULL,
  level      VARCHAR(32) NOT NULL,
  region     VARCHAR(64) NOT NULL,
  PRIMARY KEY (partner_id, valid_from),
  CONSTRAINT partner_standing_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
  CONSTRAINT partner_standing_parent FOREIGN KEY (parent_id) REFERENCES partner (id)
);

-- Who sees whom, and from when to when: each partner himself for ever, and whoever was below him for that time.
-- Derived from partner_standing, kept by the same transaction.
CREATE TABLE IF NOT EXISTS partner_scope (
  viewer_id  BIGINT NOT NULL,
  partner_id BIGINT NOT NULL,
  valid_from DATE   NOT NULL,
  valid_to   DATE   NOT NULL,
  PRIMARY KEY (viewer_id, partner_id, valid_from),
  INDEX partner_scope_partner (partner_id),
  CONSTRAINT partner_scope_viewer FOREIGN KEY (viewer_id) REFERENCES partner (id),
  CONSTRAINT partner_scope_seen FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- Locked while the hierarchy changes, so that two edits at once cannot close a circle.
CREATE TABLE IF NOT EXISTS hierarchy_lock (
  one TINYINT NOT NULL PRIMARY KEY
);
INSERT INTO hierarchy_lock (one)
SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM hierarchy_lock);

CREATE TABLE IF NOT EXISTS representative (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid        BINARY(16)   NOT NULL,
  partner_id BIGINT       NOT NULL,
  code       VARCHAR(64)  NOT NULL,
  name       VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  active     BOOLEAN      NOT NULL,
  version    INT          NOT NULL,
  CONSTRAINT representative_uid UNIQUE (uid),
  CONSTRAINT representative_code UNIQUE (partner_id, code),
  CONSTRAINT representative_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

SET @add_user_partner = IF(
  (SELECT COUNT(*) FROM information_schema.table_constraints
    WHERE table_schema = DATABASE() AND constraint_name = 'user_account_partner') = 0,
  'ALTER TABLE user_account ADD CONSTRAINT user_account_partner FOREIGN KEY (partner_id) REFERENCES partner (id)',
  'DO 0');
PREPARE add_user_partner FROM @add_user_partner;
EXECUTE add_user_partner;
DEALLOCATE PREPARE add_user_partner;
