package org.mitra.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.identity.ApiTokens;
import org.mitra.identity.SignIns;
import org.mitra.identity.TokenScope;
import org.mitra.identity.TokenSummary;

/** One's own password and tokens. */
@Named
@ViewScoped
public class AccountPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Visitor visitor;
  @Inject private transient SignIns signIns;
  @Inject private transient ApiTokens tokens;
  @Inject private transient Session session;
  @Inject private transient HttpServletRequest request;
  @Inject private transient Notices notices;

  private String oldPassword;
  private String newPassword;
  private String tokenName;
  private TokenScope tokenScope = TokenScope.READ;
  private int tokenDays = 90;
  private String issuedToken;
  private transient List<TokenSummary> mine;

  public void changePassword() {
    session.begin(signIns.changePassword(visitor.actor(), oldPassword, newPassword), request);
    notices.tell("account.password-changed");
    notices.open("/account");
  }

  /** Whether he is here because he has to choose a password of his own. */
  public boolean isAsked() {
    return visitor.mustChangePassword();
  }

  public void issueToken() {
    issuedToken = tokens.issue(visitor.actor(), tokenName, tokenScope, tokenDays).token();
    tokenName = null;
    mine = null;
  }

  public void revokeToken(UUID uid) {
    tokens.revoke(visitor.actor(), uid);
    mine = null;
  }

  public List<TokenSummary> getTokens() {
    if (mine == null) {
      mine = tokens.mine(visitor.actor());
    }
    return mine;
  }

  public TokenScope[] getScopes() {
    return TokenScope.values();
  }

  public String getOldPassword() {
    return oldPassword;
  }

  public void setOldPassword(String oldPassword) {
    this.oldPassword = oldPassword;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }

  public String getTokenName() {
    return tokenName;
  }

  public void setTokenName(String tokenName) {
    this.tokenName = tokenName;
  }

  public TokenScope getTokenScope() {
    return tokenScope;
  }

  public void setTokenScope(TokenScope tokenScope) {
    this.tokenScope = tokenScope;
  }

  public int getTokenDays() {
    return tokenDays;
  }

  public void setTokenDays(int tokenDays) {
    this.tokenDays = tokenDays;
  }

  public String getIssuedToken() {
    return issuedToken;
  }
}
