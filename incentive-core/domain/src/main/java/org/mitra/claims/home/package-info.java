/** What home pages say about claims. */
package org.mitra.claims.home;
