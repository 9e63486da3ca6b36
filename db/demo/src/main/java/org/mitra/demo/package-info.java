/**
 * The demo channel: an Indonesian vendor of power tools, told through the product's own front
 * doors.
 */
package org.mitra.demo;
