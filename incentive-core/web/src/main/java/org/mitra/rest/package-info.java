/**
 * What the REST resources of both applications share: strict JSON in, checks before each call, and
 * the description of it all.
 */
package org.mitra.rest;
