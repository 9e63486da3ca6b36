package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.catalog.Products;
import org.mitra.data.BusinessClock;
import org.mitra.idempotency.Idempotency;
import org.mitra.partners.Partners;
import org.mitra.partners.RepresentativeSummary;
import org.mitra.sales.ReportSale;
import org.mitra.sales.SaleDetail;
import org.mitra.sales.Sales;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Types one sale in, where there is no feed. */
@Named
@ViewScoped
public class ReportSalePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Sales sales;
  @Inject private transient Products products;
  @Inject private transient Partners partners;
  @Inject private transient Idempotency idempotency;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it is one sale. */
  private final String key = UUID.randomUUID().toString();

  private String document;
  private String line;
  private LocalDate soldOn;
  private String customer;
  private String customerCode;
  private String representative;
  private String product;
  private BigDecimal quantity;
  private BigDecimal unitPrice;
  private String serials;
  private List<RepresentativeSummary> people;

  @PostConstruct
  void open() {
    soldOn = clock.today();
    PartnerScope scope = visitor.actor().requirePartner();
    people =
        partners.get(scope, scope.partner()).representatives().stream()
            .filter(RepresentativeSummary::active)
            .toList();
  }

  public void report() {
    ReportSale command =
        new ReportSale(
            "",
            document,
            line,
            soldOn,
            customer,
            customerCode,
            representative,
            product,
            quantity,
            unitPrice,
            "",
            serialList());
    SaleDetail recorded =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            SaleDetail.class,
            () -> sales.report(visitor.actor(), command));
    notices.tell("sale.reported");
    notices.open("/sale?id=" + recorded.line().uid());
  }

  private List<String> serialList() {
    return serials == null
        ? List.of()
        : Arrays.stream(serials.split("[\\s,;]+")).filter(serial -> !serial.isEmpty()).toList();
  }

  /** Who sells for the partner at present. */
  public List<RepresentativeSummary> getRepresentatives() {
    return people;
  }

  public List<String> productsLike(String part) {
    return products.codesLike(part);
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public String getLine() {
    return line;
  }

  public void setLine(String line) {
    this.line = line;
  }

  public LocalDate getSoldOn() {
    return soldOn;
  }

  public void setSoldOn(LocalDate soldOn) {
    this.soldOn = soldOn;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public String getCustomerCode() {
    return customerCode;
  }

  public void setCustomerCode(String customerCode) {
    this.customerCode = customerCode;
  }

  public String getRepresentative() {
    return representative;
  }

  public void setRepresentative(String representative) {
    this.representative = representative;
  }

  public String getProduct() {
    return product;
  }

  public void setProduct(String product) {
    this.product = product;
  }

  public BigDecimal getQuantity() {
    return quantity;
  }

  public void setQuantity(BigDecimal quantity) {
    this.quantity = quantity;
  }

  public BigDecimal getUnitPrice() {
    return unitPrice;
  }

  public void setUnitPrice(BigDecimal unitPrice) {
    this.unitPrice = unitPrice;
  }

  public String getSerials() {
    return serials;
  }

  public void setSerials(String serials) {
    this.serials = serials;
  }
}
