/**
 * What people read, in Indonesian and English: sentences with facts in them, amounts, days and
 * times.
 */
package org.mitra.text;
