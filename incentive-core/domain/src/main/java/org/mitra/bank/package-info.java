/** Where partners are paid: proposed by them, held for some days, approved by finance. */
package org.mitra.bank;
