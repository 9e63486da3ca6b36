/** What has happened, for those who only listen: audit and notification. */
package org.mitra.event;
