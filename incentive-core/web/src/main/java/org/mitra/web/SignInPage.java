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
        signIns
            .signIn(username, password, request.getRemoteAddr())
            .filter(s -> s.actor().roles().stream().anyMatch(routes.roles()::contains));
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
    // A session id from before the sign-in may be known to somebody else.
    request.getSession();
    request.changeSessionId();
    session.begin(somebody.get().actor().username(), somebody.get().sessionEpoch());
    redirect(safe(to));
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
    String referer = request().getHeader("Referer");
    String own = request().getContextPath() + "/";
    int start = referer == null ? -1 : referer.indexOf(own, "https://".length());
    redirect(start < 0 ? "/home" : safe(referer.substring(start + own.length() - 1)));
  }

  private void redirect(String path) throws IOException {
    faces.getExternalContext().redirect(request().getContextPath() + path);
    faces.responseComplete();
  }

  /** Only a path of this application: nobody is led elsewhere by a link to the sign-in page. */
  static String safe(String path) {
    boolean own =
        path != null
            && path.startsWith("/")
            && !path.startsWith("//")
            && !path.startsWith("/sign-in")
            && path.chars().noneMatch(c -> c == '\\' || c < ' ');
    return own ? path : "/home";
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
