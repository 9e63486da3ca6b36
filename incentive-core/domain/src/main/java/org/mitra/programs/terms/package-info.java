/** Terms of programs as a document that people and programs exchange, and as sentences. */
package org.mitra.programs.terms;
