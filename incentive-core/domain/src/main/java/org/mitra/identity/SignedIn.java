package org.mitra.identity;

import org.mitra.access.Actor;

/**
 * Somebody who has proved who he is.
 *
 * @param actor who, with today's roles
 * @param language in which he reads
 * @param sessionEpoch a session of an earlier epoch is over
 * @param mustChangePassword whether somebody else has set his password: then the first thing that
 *     he does is to choose his own
 */
public record SignedIn(
    Actor actor, String language, int sessionEpoch, boolean mustChangePassword) {}
