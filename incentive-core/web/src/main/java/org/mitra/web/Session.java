package org.mitra.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.mitra.identity.SignedIn;

/** All that a session holds: who signed in, and until which epoch of his account it is valid. */
@SessionScoped
public class Session implements Serializable {
  private static final long serialVersionUID = 1L;

  private String username;
  private int epoch;

  /** Begins it, under a new id: one from before the sign-in may be known to somebody else. */
  void begin(SignedIn somebody, HttpServletRequest request) {
    request.getSession();
    request.changeSessionId();
    username = somebody.actor().username();
    epoch = somebody.sessionEpoch();
  }

  String username() {
    return username;
  }

  int epoch() {
    return epoch;
  }
}
