package org.mitra.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** All that a session holds: who signed in, and until which epoch of his account it is valid. */
@SessionScoped
public class Session implements Serializable {
  private static final long serialVersionUID = 1L;

  private String username;
  private int epoch;

  void begin(String name, int sessionEpoch) {
    username = name;
    epoch = sessionEpoch;
  }

  String username() {
    return username;
  }

  int epoch() {
    return epoch;
  }
}
