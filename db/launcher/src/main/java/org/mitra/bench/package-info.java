/**
 * How fast a calculation run is, and whether it is right: a channel of any size out of a seed,
 * programs of all kinds, and the same amounts computed once more by plain SQL.
 */
package org.mitra.bench;
