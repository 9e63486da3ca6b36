/**
 * Market development money: funds of partners, their lots, and every movement of the money. What
 * partners do with it is in {@code activities}, allocation to many at once in {@code allocations}.
 */
package org.mitra.funds;
