CREATE TABLE IF NOT EXISTS product_group (
  id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code    VARCHAR(64)  NOT NULL,
  name_id VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  name_en VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  CONSTRAINT product_group_code UNIQUE (code)
);

CREATE TABLE IF NOT EXISTS product (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid            BINARY(16)   NOT NULL,
  code           VARCHAR(64)  NOT NULL COMMENT 'normalised business key',
  name           VARCHAR(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  group_id       BIGINT       NULL,
  unit           VARCHAR(16)  NOT NULL,
  serial_tracked BOOLEAN      NOT NULL,
  active         BOOLEAN      NOT NULL,
  version        INT          NOT NULL,
  CONSTRAINT product_uid UNIQUE (uid),
  CONSTRAINT product_code UNIQUE (code),
  CONSTRAINT product_group_of FOREIGN KEY (group_id) REFERENCES product_group (id),
  INDEX product_name (name)
);

-- The vendor's cost of one unit, from a day on, in a currency.
CREATE TABLE IF NOT EXISTS product_cost (
  product_id BIGINT         NOT NULL,
  currency   CHAR(3)        NOT NULL,
  valid_from DATE           NOT NULL,
  cost       DECIMAL(19, 4) NOT NULL,
  PRIMARY KEY (product_id, currency, valid_from),
  CONSTRAINT product_cost_product FOREIGN KEY (product_id) REFERENCES product (id)
);
