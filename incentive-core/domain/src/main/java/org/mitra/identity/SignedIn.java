package org.mitra.identity;

import org.mitra.access.Actor;

/**
 * Somebody who has proved who he is.
 *
 * @param actor who, with today's roles
 * @param language in which he reads
 * @param sessionEpoch a session of an earlier epoch is over
 */
public record SignedIn(Actor actor, String language, int sessionEpoch) {}
