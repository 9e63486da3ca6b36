/** The files of ISO 20022 that we send, by Prowide's model of the standard. */
package org.mitra.iso20022;
