package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.mitra.access.Role;
import org.mitra.data.Uids;
import org.mitra.partners.CertificateSummary;
import org.mitra.partners.Certificates;
import org.mitra.partners.PartnerDetail;
import org.mitra.partners.Partners;
import org.mitra.partners.Representatives;
import org.mitra.partners.SaveCertificate;
import org.mitra.partners.Standing;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One partner: how he stands and stood, what he proved to know, and who sells for him. */
@Named
@ViewScoped
public class PartnerPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Partners partners;
  @Inject private transient Representatives representatives;
  @Inject private transient Certificates certificates;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private String id;
  private String code;
  private String name;
  private String training;
  private LocalDate earnedOn;
  private LocalDate expiresOn;
  private transient PartnerDetail partner;

  public void open() {
    partner = partners.get(visitor.actor().scope(), Uids.parse(id));
  }

  public void saveRepresentative() {
    representatives.save(visitor.actor(), getPartner().code(), code, name);
    code = null;
    name = null;
    partner = null;
    notices.tell("page.saved");
  }

  public void endRepresentative(String which) {
    representatives.end(visitor.actor(), getPartner().code(), which);
    partner = null;
    notices.tell("page.saved");
  }

  public void saveCertificate() {
    certificates.saveAll(
        visitor.actor(),
        List.of(new SaveCertificate(getPartner().code(), training, earnedOn, expiresOn)));
    training = null;
    earnedOn = null;
    expiresOn = null;
    partner = null;
    notices.tell("page.saved");
  }

  public void removeCertificate(CertificateSummary certificate) {
    certificates.remove(
        visitor.actor(), getPartner().code(), certificate.code(), certificate.earnedOn());
    partner = null;
    notices.tell("page.saved");
  }

  public PartnerDetail getPartner() {
    if (partner == null) {
      open();
    }
    return partner;
  }

  /** Whether a standing has no end. */
  public boolean holds(Standing standing) {
    return standing.until().equals(Standing.FOR_EVER);
  }

  public boolean isChangeable() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getTraining() {
    return training;
  }

  public void setTraining(String training) {
    this.training = training;
  }

  public LocalDate getEarnedOn() {
    return earnedOn;
  }

  public void setEarnedOn(LocalDate earnedOn) {
    this.earnedOn = earnedOn;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
