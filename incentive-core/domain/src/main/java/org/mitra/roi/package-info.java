/**
 * What programs cost and what they bring: sales before, during and after, costs from the books and
 * typed in, and the return in six steps.
 */
package org.mitra.roi;
