/**
 * What partners have earned: live figures that follow the facts, runs that post differences to the
 * books, and the explanation of every amount. The engine computes; this package feeds it and keeps
 * what comes out.
 */
package org.mitra.accruals;
