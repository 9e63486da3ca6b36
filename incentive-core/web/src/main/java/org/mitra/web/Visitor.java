package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.identity.SignedIn;
import org.mitra.identity.TokenScope;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

/** Who asks in this request, and in which language he reads. */
@Named
@RequestScoped
public class Visitor {
  static final String LANGUAGE_COOKIE = "mitra_language";

  @Inject private HttpServletRequest request;

  private SignedIn signedIn;
  private TokenScope tokenScope;

  /** Somebody with a session. */
  void is(SignedIn somebody) {
    signedIn = somebody;
  }

  /** A program with a token. */
  void is(SignedIn somebody, TokenScope scope) {
    signedIn = somebody;
    tokenScope = scope;
  }

  /** What his token may be used for; empty for somebody with a session. */
  public Optional<TokenScope> tokenScope() {
    return Optional.ofNullable(tokenScope);
  }

  public Optional<SignedIn> signedIn() {
    return Optional.ofNullable(signedIn);
  }

  public boolean isKnown() {
    return signedIn != null;
  }

  /** Whether he has to choose a password of his own before anything else. */
  public boolean mustChangePassword() {
    return signedIn != null && signedIn.mustChangePassword();
  }

  /**
   * @throws Problem 401 when nobody is signed in
   */
  public Actor actor() {
    if (signedIn == null) {
      throw Problem.of(Problem.Kind.UNAUTHENTICATED, "access.sign-in");
    }
    return signedIn.actor();
  }

  /**
   * His own choice, else that of his browser's cookie or its languages; Indonesian when none of
   * them says English.
   */
  public Locale locale() {
    if (signedIn != null) {
      return Texts.in(Locale.forLanguageTag(signedIn.language())).locale();
    }
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(LANGUAGE_COOKIE)) {
          return Texts.in(Locale.forLanguageTag(cookie.getValue())).locale();
        }
      }
    }
    boolean english =
        request.getHeader("Accept-Language") != null
            && request.getLocale().getLanguage().equals("en");
    return english ? Texts.ENGLISH : Texts.INDONESIAN;
  }

  public Locale getLocale() {
    return locale();
  }

  public String getLanguage() {
    return Texts.isIndonesian(locale()) ? "id" : "en";
  }

  public String getDisplayName() {
    return signedIn == null ? "" : signedIn.actor().displayName();
  }

  /** Code of the partner he works for; empty for the vendor's people. */
  public String getPartnerCode() {
    return signedIn == null ? "" : signedIn.actor().partner().map(p -> p.code()).orElse("");
  }

  /** Whether he may open proofs, so that nobody is shown a link that will be refused. */
  public boolean isProofReader() {
    return Arrays.stream(DocumentsResource.class.getAnnotation(RolesAllowed.class).value())
        .anyMatch(this::isInRole);
  }

  public boolean isInRole(String role) {
    return signedIn != null && signedIn.actor().has(org.mitra.access.Role.valueOf(role));
  }
}
