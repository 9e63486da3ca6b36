/** What somebody should know about terms before anybody relies on them. */
package org.mitra.programs.findings;
