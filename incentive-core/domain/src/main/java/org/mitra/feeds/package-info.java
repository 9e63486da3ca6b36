/**
 * Facts on their way in: files and requests are previewed, taken in chunk by chunk, what cannot be
 * believed waits in quarantine, and control totals show that nothing disappears.
 */
package org.mitra.feeds;
