package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mitra.identity.SignIns;
import org.mitra.identity.SignedIn;
import org.mitra.identity.Users;
import org.mitra.text.Texts;

/** Sign in, sign out, choose a language. */
@Named
@RequestScoped
public class SignInPage {
  @Inject private SignIns signIns;
  @Inject private Users users;
  @Inject private Session session;
  @Inject private Visitor visitor;
  @Inject private Routes routes;
  @Inject private FacesContext faces;

  private String username;
  private String password;
  private String to;

  public void signIn() throws IOException {
    HttpServletRequest request = request();
    Optional<SignedIn> somebody =
        signIns.signIn(username, password, request.getRemoteAddr(), routes.roles());
    if (somebody.isEmpty()) {
      Texts texts = Texts.in(visitor.locale());
      faces.addMessage(
          null,
          new FacesMessage(
              FacesMessage.SEVERITY_ERROR,
              texts.get("sign-in.wrong"),
              texts.get("sign-in.wrong.next")));
      return;
    }
    session.begin(somebody.get(), request);
    redirect(target(to));
  }

  public void signOut() throws IOException {
    faces.getExternalContext().invalidateSession();
    redirect("/sign-in");
  }

  /** Remembered with the account, and with the browser for the time before he signs in. */
  public void speak(String language) throws IOException {
    if (visitor.isKnown()) {
      users.speak(visitor.actor(), language);
    }
    Cookie cookie = new Cookie(Visitor.LANGUAGE_COOKIE, language.equals("en") ? "en" : "id");
    cookie.setPath("/");
    cookie.setMaxAge(365 * 24 * 3600);
    cookie.setHttpOnly(true);
    cookie.setSecure(request().isSecure());
    ((HttpServletResponse) faces.getExternalContext().getResponse()).addCookie(cookie);
    redirect(Requests.cameFrom(request()));
  }

  private void redirect(String path) throws IOException {
    faces.getExternalContext().redirect(request().getContextPath() + path);
    faces.responseComplete();
  }

  /** Where he wanted to go; never back to where he signs in. */
  private static String target(String path) {
    String inside = Requests.inside(path);
    return inside.startsWith("/sign-in") ? "/home" : inside;
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) faces.getExternalContext().getRequest();
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
