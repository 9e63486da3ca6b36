/** The partners' side: distributors and dealers. */
package org.mitra.partner;
