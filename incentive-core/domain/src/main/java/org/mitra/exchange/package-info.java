/** What currencies were worth in each other, day by day. */
package org.mitra.exchange;
