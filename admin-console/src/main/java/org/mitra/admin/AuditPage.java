package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.audit.AuditEvent;
import org.mitra.audit.AuditTrail;
import org.mitra.audit.Verification;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** Who did what, and whether anybody has tampered with it. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient AuditTrail trail;
  @Inject private transient Visitor visitor;

  private String from = "";
  private String until = "";
  private transient LazyList<AuditEvent> list;
  private transient Verification verification;

  @PostConstruct
  void open() {
    list =
        new LazyList<>(
            query ->
                trail.list(visitor.actor(), query.filtered("from", from).filtered("until", until)),
            AuditEvent::id);
  }

  public void verify() {
    verification = trail.verify(visitor.actor());
  }

  public LazyList<AuditEvent> getList() {
    return list;
  }

  public Verification getVerification() {
    return verification;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from == null ? "" : from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until == null ? "" : until;
  }
}
