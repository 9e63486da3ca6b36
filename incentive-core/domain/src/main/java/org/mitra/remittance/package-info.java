/** Files that tell the bank to pay: made once, kept as they left. */
package org.mitra.remittance;
