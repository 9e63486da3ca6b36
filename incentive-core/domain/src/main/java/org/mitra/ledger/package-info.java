/**
 * The books: double entry, append-only, balanced per currency. They know accounts, parties and
 * subjects, and no business word; whoever posts brings the names.
 */
package org.mitra.ledger;
