-- Allocations are given one by one: nothing was ever written into these.
DROP TABLE IF EXISTS fund_batch_row;
DROP TABLE IF EXISTS fund_batch;
