/**
 * What both applications share: who is signed in, texts and formats of his language, problems as
 * JSON and messages.
 */
package org.mitra.web;
