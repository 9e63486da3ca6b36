package org.mitra.identity;

import java.util.Set;
import java.util.UUID;
import org.mitra.access.Role;

/**
 * An account in a list.
 *
 * @param partnerCode empty for the vendor's people
 * @param version to be sent back with a change, so that a change in between is noticed
 */
public record UserSummary(
    UUID uid,
    String username,
    String displayName,
    String email,
    String language,
    Set<Role> roles,
    String partnerCode,
    String partnerName,
    boolean enabled,
    int version) {}
