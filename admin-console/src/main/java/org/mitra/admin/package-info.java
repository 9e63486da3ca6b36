/** The vendor's side: managers, finance, executives, auditors, administrators. */
package org.mitra.admin;
