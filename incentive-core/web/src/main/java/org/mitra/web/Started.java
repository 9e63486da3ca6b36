package org.mitra.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.data.DatabaseProbe;

/**
 * Whether the application has started. The server asks for its health as soon as it knows of it,
 * from a thread that belongs to no application: an entity manager first used there would find no
 * persistence unit, and never look again.
 */
@ApplicationScoped
public class Started {
  private static final Logger LOG = Logger.getLogger(Started.class.getName());

  @Inject private DatabaseProbe database;

  private volatile boolean started;

  boolean isStarted() {
    return started;
  }

  void begin() {
    try {
      database.isMigrated();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "started, and the database does not answer yet", e);
    }
    started = true;
  }

  /** Called by the server when everything is in place. */
  @WebListener
  public static class Listener implements ServletContextListener {
    @Inject private Started application;

    @Override
    public void contextInitialized(ServletContextEvent event) {
      application.begin();
    }
  }
}
