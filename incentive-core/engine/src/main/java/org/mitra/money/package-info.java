/**
 * Money without surprises: exact numbers, rates, currencies with their settlement scale, and the
 * one place where an amount is rounded or shared out. Nothing here uses {@code double}, a default
 * locale or a default scale.
 */
package org.mitra.money;
