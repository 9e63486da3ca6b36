/**
 * Programs: drafts that people write, submit and approve, versions that hold once they are
 * published, and who takes part.
 */
package org.mitra.programs;
