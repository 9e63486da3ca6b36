-- What the next tier offers may be a rate and a flat amount: 99.999999999999%+123456789012345.6789.
ALTER TABLE accrual MODIFY next_offer VARCHAR(64) NOT NULL;
