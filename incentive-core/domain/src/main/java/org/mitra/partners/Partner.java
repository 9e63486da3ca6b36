package org.mitra.partners;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.data.UuidConverter;

@Entity
@Table(name = "partner")
class Partner {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Convert(converter = UuidConverter.class)
  @Column(nullable = false, updatable = false)
  private UUID uid;

  @Column(nullable = false, updatable = false)
  private String code;

  @Column(nullable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private PartnerType type;

  @Column(nullable = false)
  private String currency;

  @Column(nullable = false)
  private String email;

  @Column(name = "tax_number", nullable = false)
  private String taxNumber;

  @Column(name = "joined_on", nullable = false)
  private LocalDate joinedOn;

  @Column(nullable = false)
  private boolean active;

  @Version private int version;

  protected Partner() {}

  Partner(UUID uid, SavePartner command) {
    this.uid = uid;
    this.code = command.code();
    this.type = command.type();
    this.joinedOn = command.joinedOn();
    change(command);
  }

  boolean says(SavePartner command) {
    return name.equals(command.name())
        && currency.equals(command.currency())
        && email.equals(command.email())
        && taxNumber.equals(command.taxNumber())
        && active == command.active();
  }

  /** Code, type and joining date stay: they are part of facts that were judged by them. */
  final void change(SavePartner command) {
    this.name = command.name();
    this.currency = command.currency();
    this.email = command.email();
    this.taxNumber = command.taxNumber();
    this.active = command.active();
  }

  Long id() {
    return id;
  }

  UUID uid() {
    return uid;
  }

  String code() {
    return code;
  }

  PartnerType type() {
    return type;
  }

  LocalDate joinedOn() {
    return joinedOn;
  }

  int version() {
    return version;
  }
}
