/**
 * What is withheld from payouts. Each country is a pack: which form, for whom, from what, at which
 * rate from which day on. The rates are data.
 */
package org.mitra.tax;
