/** Who acts, in which roles, and whose data he may see. */
package org.mitra.access;
