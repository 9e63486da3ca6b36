package org.mitra.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.identity.ApiTokens;
import org.mitra.identity.TokenScope;
import org.mitra.identity.TokenSummary;
import org.mitra.identity.Users;

/** One's own password and tokens. */
@Named
@ViewScoped
public class AccountPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Visitor visitor;
  @Inject private transient Users users;
  @Inject private transient ApiTokens tokens;
  @Inject private transient TextsBean texts;

  private String oldPassword;
  private String newPassword;
  private String tokenName;
  private TokenScope tokenScope = TokenScope.READ;
  private int tokenDays = 90;
  private String issuedToken;
  private transient List<TokenSummary> mine;

  public void changePassword() throws IOException {
    users.changePassword(visitor.actor(), oldPassword, newPassword);
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.addMessage(
        null,
        new FacesMessage(FacesMessage.SEVERITY_INFO, texts.get("account.password-changed"), ""));
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
