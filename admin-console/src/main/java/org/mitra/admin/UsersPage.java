package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.access.Role;
import org.mitra.identity.UserSummary;
import org.mitra.identity.Users;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** All accounts. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Users users;
  @Inject private transient Visitor visitor;

  private transient LazyList<UserSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> users.list(visitor.actor(), query), UserSummary::username);
  }

  public LazyList<UserSummary> getList() {
    return list;
  }

  public Role[] getRoles() {
    return Role.values();
  }
}
