/**
 * Distributors, dealers and their people: who they are, how they stood over time, who sees whom.
 */
package org.mitra.partners;
