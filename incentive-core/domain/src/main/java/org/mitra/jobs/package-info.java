/**
 * Long work: imports, calculation runs, settlements. A job is a row, so any node can take it up,
 * one that dies is taken over, and every page can follow it.
 */
package org.mitra.jobs;
