/**
 * Files that people attach as proof: taken only when they are what they say, kept unchanged, given
 * back safely.
 */
package org.mitra.documents;
