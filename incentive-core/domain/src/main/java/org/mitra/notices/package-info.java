/** What a partner's people have to know: told in the transaction of what happened. */
package org.mitra.notices;
