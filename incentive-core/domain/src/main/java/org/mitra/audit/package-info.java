/**
 * Who did what, in a chain of hashes that tells when a row was changed, removed, added or moved.
 */
package org.mitra.audit;
