package org.mitra.identity;

import java.util.Set;
import java.util.UUID;
import org.mitra.access.Role;

/**
 * An account in a list.
 *
 * @param partnerCode empty for the vendor's people
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
    boolean enabled) {}
