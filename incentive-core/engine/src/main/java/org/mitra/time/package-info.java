/**
 * Half-open periods, schedules without drift, and zones that are places. Nothing here asks what
 * time it is.
 */
package org.mitra.time;
