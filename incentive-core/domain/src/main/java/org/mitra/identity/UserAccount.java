package org.mitra.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.UuidConverter;

@Entity
@Table(name = "user_account")
class UserAccount {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Convert(converter = UuidConverter.class)
  @Column(nullable = false, updatable = false)
  private UUID uid;

  @Column(nullable = false, updatable = false)
  private String username;

  @Column(name = "display_name", nullable = false)
  private String displayName;

  @Column(nullable = false)
  private String email;

  @Column(name = "password_hash", nullable = false)
  private String passwordHash;

  @Column(nullable = false)
  private String language;

  @Column(name = "partner_id")
  private Long partnerId;

  private boolean enabled;

  @Column(name = "session_epoch")
  private int sessionEpoch;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  @Version private int version;

  protected UserAccount() {}

  UserAccount(UUID uid, SaveUser command, Long partnerId, String passwordHash, Instant now) {
    this.uid = uid;
    this.username = command.username();
    this.partnerId = partnerId;
    this.passwordHash = passwordHash;
    this.createdAt = now;
    change(command, partnerId);
    this.sessionEpoch = 0;
  }

  /** Whoever is signed in has to sign in again when what he may do changes. */
  final void change(SaveUser command, Long newPartnerId) {
    boolean powerChanged =
        !roles.equals(command.roles())
            || enabled != command.enabled()
            || !java.util.Objects.equals(partnerId, newPartnerId);
    displayName = command.displayName();
    email = command.email();
    language = command.language();
    enabled = command.enabled();
    partnerId = newPartnerId;
    roles.clear();
    roles.addAll(command.roles());
    if (powerChanged) {
      sessionEpoch++;
    }
  }

  /** Chosen by himself. */
  void changePassword(String hash) {
    passwordHash = hash;
    mustChangePassword = false;
    sessionEpoch++;
  }

  /** Chosen by another, who must not know it for long. */
  void resetPassword(String hash) {
    changePassword(hash);
    mustChangePassword = true;
  }

  void speak(String newLanguage) {
    language = newLanguage;
  }

  UUID uid() {
    return uid;
  }

  Long id() {
    return id;
  }

  String username() {
    return username;
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean enabled() {
    return enabled;
  }

  int version() {
    return version;
  }

  Set<Role> roles() {
    return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
  }
}
