/** Baselines and targets that were agreed with partners, and count once a second person agreed. */
package org.mitra.figures;
