/**
 * Home pages: each feature answers the first question of the roles that it serves with a card. This
 * package knows no feature; features know it.
 */
package org.mitra.home;
