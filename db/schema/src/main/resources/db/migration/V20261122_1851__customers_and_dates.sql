-- Who bought in the end, and when a line was ordered, shipped and paid. What undoes a sale has all of it from the sale.
SET @statement = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'sales_transaction' AND column_name = 'customer_code') = 0,
  'ALTER TABLE sales_transaction
     ADD COLUMN customer_code VARCHAR(64) NULL COMMENT ''normalised code of the end customer; NULL when unknown'' AFTER customer,
     ADD COLUMN ordered_on DATE NULL AFTER counts_at,
     ADD COLUMN shipped_on DATE NULL AFTER ordered_on,
     ADD COLUMN paid_on DATE NULL COMMENT ''paid in full, as the line says'' AFTER shipped_on,
     ADD COLUMN settled_on DATE NULL COMMENT ''of a sale and what undoes it: when linked payments and returns left nothing owed; follows them'' AFTER paid_on,
     ADD INDEX sales_by_customer (customer_code)',
  'DO 0');
PREPARE statement FROM @statement;
EXECUTE statement;
DEALLOCATE PREPARE statement;

CREATE TABLE IF NOT EXISTS customer (
  code          VARCHAR(64) NOT NULL PRIMARY KEY,
  first_sale_id BIGINT      NULL COMMENT 'newest version of the first line ever sold to him, by economic date, document and line; NULL while none is known'
);

-- Payments that are known already: walked in the order of their days, with the returns between them.
UPDATE sales_transaction sale JOIN (
  SELECT walked.origin_id, MIN(walked.sold_on) AS settled_on FROM (
    SELECT t.origin_id, t.sold_on, s.net AS net,
      SUM(CASE WHEN t.kind = 'PAYMENT_RECEIVED' THEN t.net ELSE -t.net END) OVER (PARTITION BY t.origin_id ORDER BY t.sold_on) AS settled,
      SUM(CASE WHEN t.kind = 'PAYMENT_RECEIVED' THEN 1 ELSE 0 END) OVER (PARTITION BY t.origin_id ORDER BY t.sold_on) AS payments
    FROM sales_transaction t JOIN sales_transaction s ON s.id = t.origin_id
    WHERE t.superseded_by IS NULL
  ) walked
  WHERE walked.payments > 0 AND walked.settled >= walked.net GROUP BY walked.origin_id
) done ON done.origin_id = sale.id
SET sale.settled_on = done.settled_on WHERE sale.settled_on IS NULL;
UPDATE sales_transaction t JOIN sales_transaction sale ON sale.id = t.origin_id
SET t.settled_on = sale.settled_on WHERE t.kind <> 'PAYMENT_RECEIVED' AND sale.settled_on IS NOT NULL;
-- What undoes a sale was sold by whoever made the sale.
UPDATE sales_transaction t JOIN sales_transaction sale ON sale.id = t.origin_id
SET t.represented_by = sale.represented_by WHERE t.kind <> 'PAYMENT_RECEIVED' AND t.superseded_by IS NULL;
