package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.catalog.ProductCost;
import org.mitra.catalog.ProductDetail;
import org.mitra.catalog.ProductSummary;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Creates a product or changes one, also what it costs from a day on. */
@Named
@ViewScoped
public class EditProductPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Products products;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it creates one product. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private int version;
  private String code;
  private String name;
  private String group;
  private String groupNameId;
  private String groupNameEn;
  private String unit = "PCS";
  private boolean serialTracked;
  private boolean active = true;
  private BigDecimal cost;
  private String currency = "IDR";
  private LocalDate costFrom;
  private LocalDate launchedOn;
  private transient ProductDetail product;

  public void open() {
    if (isFresh()) {
      return;
    }
    ProductSummary summary = detail().product();
    version = summary.version();
    code = summary.code();
    name = summary.name();
    group = summary.groupCode();
    groupNameId = summary.groupNameId();
    groupNameEn = summary.groupNameEn();
    unit = summary.unit();
    serialTracked = summary.serialTracked();
    active = summary.active();
    launchedOn = summary.launchedOn();
  }

  private ProductDetail detail() {
    if (product == null) {
      product = products.get(visitor.actor(), Uids.parse(id));
    }
    return product;
  }

  public void save() {
    SaveProduct command =
        new SaveProduct(
            code,
            name,
            group,
            groupNameId,
            groupNameEn,
            unit,
            serialTracked,
            active,
            launchedOn,
            cost,
            currency,
            costFrom);
    if (isFresh()) {
      idempotency.once(
          visitor.actor(),
          key,
          command,
          ProductDetail.class,
          () -> products.create(visitor.actor(), command));
    } else {
      products.change(visitor.actor(), Uids.parse(id), version, command);
    }
    notices.tell("page.saved");
    notices.open("/products");
  }

  public List<String> groupsLike(String part) {
    return products.groups(part);
  }

  /** What it cost so far. */
  public List<ProductCost> getCosts() {
    return isFresh() ? List.of() : detail().costs();
  }

  public boolean isFresh() {
    return id == null || id.isEmpty();
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

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public String getGroupNameId() {
    return groupNameId;
  }

  public void setGroupNameId(String groupNameId) {
    this.groupNameId = groupNameId;
  }

  public String getGroupNameEn() {
    return groupNameEn;
  }

  public void setGroupNameEn(String groupNameEn) {
    this.groupNameEn = groupNameEn;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public boolean isSerialTracked() {
    return serialTracked;
  }

  public void setSerialTracked(boolean serialTracked) {
    this.serialTracked = serialTracked;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public BigDecimal getCost() {
    return cost;
  }

  public void setCost(BigDecimal cost) {
    this.cost = cost;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public LocalDate getLaunchedOn() {
    return launchedOn;
  }

  public void setLaunchedOn(LocalDate launchedOn) {
    this.launchedOn = launchedOn;
  }

  public LocalDate getCostFrom() {
    return costFrom;
  }

  public void setCostFrom(LocalDate costFrom) {
    this.costFrom = costFrom;
  }
}
