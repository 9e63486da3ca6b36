/** From what was approved to what was paid: payables, settlements, payouts, remittance files. */
package org.mitra.payouts;
