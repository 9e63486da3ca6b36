/** What accruals tell on home pages: earned, running, not credited, to be settled, in the books. */
package org.mitra.accruals.home;
