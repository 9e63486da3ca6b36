/**
 * How rows come and go: the data source, plain SQL inside the running transaction, public ids, and
 * paged lists.
 */
package org.mitra.data;
