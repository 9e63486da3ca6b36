package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.access.Role;
import org.mitra.catalog.ProductSummary;
import org.mitra.catalog.Products;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** The catalogue. */
@Named
@ViewScoped
public class ProductsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Products products;
  @Inject private transient Visitor visitor;

  private transient LazyList<ProductSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> products.list(visitor.actor(), query), ProductSummary::code);
  }

  public LazyList<ProductSummary> getList() {
    return list;
  }

  /** The group's name in the reader's language. */
  public String group(ProductSummary product) {
    return visitor.getLanguage().equals("id") ? product.groupNameId() : product.groupNameEn();
  }

  public boolean isChangeable() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }
}
