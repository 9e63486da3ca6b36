/** Products, their groups, and what a unit cost the vendor over time. */
package org.mitra.catalog;
