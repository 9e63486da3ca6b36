/**
 * A partner's requests to be paid for units that he sold: drafted, checked against the facts,
 * submitted, reviewed by others than whoever claimed. A unit is in one live claim of a program; a
 * unique key says so.
 */
package org.mitra.claims;
