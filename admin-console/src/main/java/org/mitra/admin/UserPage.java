package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.identity.ApiTokens;
import org.mitra.identity.FirstPassword;
import org.mitra.identity.SaveUser;
import org.mitra.identity.TokenSummary;
import org.mitra.identity.UserSummary;
import org.mitra.identity.Users;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.Partners;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One account: created, changed, disabled, with its password and tokens. */
@Named
@ViewScoped
public class UserPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Users users;
  @Inject private transient ApiTokens tokens;
  @Inject private transient Partners partners;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it creates one account. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private int version;
  private String username;
  private String displayName;
  private String email;
  private String language = "id";
  private Role[] roles = {};
  private String partner;
  private boolean enabled = true;
  private String firstPassword;
  private transient List<TokenSummary> itsTokens;

  public void open() {
    if (!isFresh()) {
      show(users.get(visitor.actor(), Uids.parse(id)));
    }
  }

  private void show(UserSummary user) {
    id = user.uid().toString();
    version = user.version();
    username = user.username();
    displayName = user.displayName();
    email = user.email();
    language = user.language();
    roles = user.roles().toArray(Role[]::new);
    partner = user.partnerCode();
    enabled = user.enabled();
  }

  public void save() {
    SaveUser command =
        new SaveUser(
            username,
            displayName,
            email,
            language,
            Set.copyOf(Arrays.asList(roles)),
            partner,
            enabled);
    if (isFresh()) {
      String fresh = FirstPassword.next();
      show(
          idempotency.once(
              visitor.actor(),
              key,
              command,
              UserSummary.class,
              () -> users.create(visitor.actor(), command, fresh)));
      // Not before: a password of an account that was refused is nobody's.
      firstPassword = fresh;
    } else {
      show(users.change(visitor.actor(), Uids.parse(id), version, command));
    }
    notices.tell("page.saved");
  }

  public void resetPassword() {
    String fresh = FirstPassword.next();
    users.resetPassword(visitor.actor(), Uids.parse(id), fresh);
    firstPassword = fresh;
    show(users.get(visitor.actor(), Uids.parse(id)));
  }

  public void revokeToken(UUID token) {
    tokens.revoke(visitor.actor(), token);
    itsTokens = null;
  }

  public List<TokenSummary> getTokens() {
    if (itsTokens == null) {
      itsTokens = tokens.of(visitor.actor(), Uids.parse(id));
    }
    return itsTokens;
  }

  /** Codes of partners that contain what was typed. */
  public List<String> partnersLike(String part) {
    return partners
        .list(
            visitor.actor().scope(),
            new ListQuery(0, 15, "code", false, java.util.Map.of("code", part)))
        .rows()
        .stream()
        .map(PartnerSummary::code)
        .toList();
  }

  /** Whether there is no such account yet. */
  public boolean isFresh() {
    return id == null || id.isEmpty();
  }

  /** Whether it is his own: nobody takes his own roles or access away. */
  public boolean isOwn() {
    return visitor.actor().username().equals(username);
  }

  public Role[] getAllRoles() {
    return Role.values();
  }

  public String getFirstPassword() {
    return firstPassword;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }
}
