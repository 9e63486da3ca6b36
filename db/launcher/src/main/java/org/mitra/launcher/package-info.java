/**
 * Starts everything with one command, says what it does meanwhile, and stops everything in good
 * order.
 */
package org.mitra.launcher;
