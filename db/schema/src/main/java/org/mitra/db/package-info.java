/**
 * The database: migrations and grants ({@link org.mitra.db.Schema}), and the embedded server that
 * the demo and the tests start ({@link org.mitra.db.EmbeddedServer}).
 */
package org.mitra.db;
