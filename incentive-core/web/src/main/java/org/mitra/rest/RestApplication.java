package org.mitra.rest;

import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The settings of both applications. */
public abstract class RestApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    // Described by OpenAPI, to those who are signed in; the server's own description is for
    // everybody.
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
