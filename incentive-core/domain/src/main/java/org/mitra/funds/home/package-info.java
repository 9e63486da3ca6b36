/** What home pages say about funds. */
package org.mitra.funds.home;
