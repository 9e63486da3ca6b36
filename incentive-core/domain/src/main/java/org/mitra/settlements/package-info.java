/**
 * Closing program periods into payouts: one person prepares, another releases, a job does the work
 * in short steps.
 */
package org.mitra.settlements;
