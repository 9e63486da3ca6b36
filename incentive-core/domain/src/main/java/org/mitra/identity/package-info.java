/** Accounts: how people and feeds prove who they are, and what slows down those who guess. */
package org.mitra.identity;
