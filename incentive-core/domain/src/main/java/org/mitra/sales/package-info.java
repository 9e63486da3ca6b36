/**
 * Facts: lines of sales documents, each in the newest version that was reported, and what returns
 * and corrections undo.
 */
package org.mitra.sales;
