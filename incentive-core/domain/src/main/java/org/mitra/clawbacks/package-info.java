/**
 * Money that was paid and came undone: carried, recovered from later payouts, or written off by two
 * people.
 */
package org.mitra.clawbacks;
