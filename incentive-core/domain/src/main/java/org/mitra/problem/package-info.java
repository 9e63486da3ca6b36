/**
 * What can go wrong, said the same way in pages, API and files: a code, a sentence, a next step.
 */
package org.mitra.problem;
