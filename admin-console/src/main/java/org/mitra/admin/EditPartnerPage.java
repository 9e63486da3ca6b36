package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.partners.PartnerDetail;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.partners.Standing;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Creates a partner or changes one, also his parent, level and region from a day on. */
@Named
@ViewScoped
public class EditPartnerPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Partners partners;
  @Inject private transient Idempotency idempotency;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it creates one partner. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private int version;
  private String code;
  private String name;
  private PartnerType type = PartnerType.DEALER;
  private String currency = "IDR";
  private String email;
  private String taxNumber;
  private LocalDate joinedOn;
  private boolean active = true;
  private String parent;
  private String level;
  private String region;
  private String territory;
  private LocalDate standingFrom;

  public void open() {
    if (isFresh()) {
      joinedOn = clock.today();
      return;
    }
    PartnerDetail partner = partners.get(visitor.actor().scope(), Uids.parse(id));
    version = partner.version();
    code = partner.code();
    name = partner.name();
    type = partner.type();
    currency = partner.currency();
    email = partner.email();
    taxNumber = partner.taxNumber();
    joinedOn = partner.joinedOn();
    active = partner.active();
    Standing standing = partner.standing();
    parent = standing.parent();
    level = standing.level();
    region = standing.region();
    territory = standing.territory();
  }

  public void save() {
    SavePartner command =
        new SavePartner(
            code,
            name,
            type,
            currency,
            email,
            taxNumber,
            joinedOn,
            active,
            parent,
            level,
            region,
            "",
            standingFrom);
    PartnerDetail saved =
        isFresh()
            ? idempotency.once(
                visitor.actor(),
                key,
                command,
                PartnerDetail.class,
                () -> partners.create(visitor.actor(), command))
            : partners.change(visitor.actor(), Uids.parse(id), version, command);
    notices.tell("page.saved");
    notices.open("/partner?id=" + saved.uid());
  }

  /** Codes of partners that contain what was typed. */
  public List<String> partnersLike(String part) {
    return partners
        .list(visitor.actor().scope(), new ListQuery(0, 15, "code", false, Map.of("code", part)))
        .rows()
        .stream()
        .map(PartnerSummary::code)
        .toList();
  }

  public boolean isFresh() {
    return id == null || id.isEmpty();
  }

  public PartnerType[] getTypes() {
    return PartnerType.values();
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

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public PartnerType getType() {
    return type;
  }

  public void setType(PartnerType type) {
    this.type = type;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getTaxNumber() {
    return taxNumber;
  }

  public void setTaxNumber(String taxNumber) {
    this.taxNumber = taxNumber;
  }

  public LocalDate getJoinedOn() {
    return joinedOn;
  }

  public void setJoinedOn(LocalDate joinedOn) {
    this.joinedOn = joinedOn;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public String getParent() {
    return parent;
  }

  public void setParent(String parent) {
    this.parent = parent;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public String getTerritory() {
    return territory;
  }

  public void setTerritory(String territory) {
    this.territory = territory;
  }

  public LocalDate getStandingFrom() {
    return standingFrom;
  }

  public void setStandingFrom(LocalDate standingFrom) {
    this.standingFrom = standingFrom;
  }
}
