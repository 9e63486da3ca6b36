/**
 * What partners do with fund money: requested, pre-approved, executed, claimed with proof,
 * reimbursed.
 */
package org.mitra.funds.activities;
