/**
 * What a partner was paid and why: fixed when the payout is released, kept as JSON with its hash,
 * and rendered from nothing else.
 */
package org.mitra.statements;
