/**
 * How the columns of a file become facts: named, versioned documents that say which column is what,
 * in which format, and what stands in where a file says nothing.
 */
package org.mitra.mappings;
