package org.mitra.programs;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.data.UuidConverter;
import org.mitra.problem.Problem;

@Entity
@Table(name = "program")
class Program {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Convert(converter = UuidConverter.class)
  @Column(nullable = false, updatable = false)
  private UUID uid;

  @Column(nullable = false, updatable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ProgramState state;

  @Column(name = "closed_from")
  private LocalDate closedFrom;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Version private int version;

  protected Program() {}

  Program(UUID uid, String code, String createdBy, Instant createdAt) {
    this.uid = uid;
    this.code = code;
    this.state = ProgramState.DRAFT;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  void published() {
    require(ProgramState.DRAFT, ProgramState.PUBLISHED);
    state = ProgramState.PUBLISHED;
  }

  void closed(LocalDate from) {
    require(ProgramState.PUBLISHED);
    state = ProgramState.CLOSED;
    closedFrom = from;
  }

  void discarded() {
    require(ProgramState.DRAFT);
    state = ProgramState.DISCARDED;
  }

  /**
   * @throws Problem 409 in any other state
   */
  void require(ProgramState... allowed) {
    for (ProgramState one : allowed) {
      if (state == one) {
        return;
      }
    }
    throw Problem.conflict("program.state").with("code", code).with("state", state);
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

  ProgramState state() {
    return state;
  }
}
