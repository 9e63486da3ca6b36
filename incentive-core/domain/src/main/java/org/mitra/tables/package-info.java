/**
 * Tables as files, in and out: CSV and XLSX, read row by row in a declared format and written so
 * that nothing in a cell is ever run as a formula. No file needs more memory for a million rows
 * than for a thousand.
 */
package org.mitra.tables;
