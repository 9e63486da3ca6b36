package org.mitra.event;

import java.util.Map;
import org.mitra.access.Actor;

/**
 * Something that has happened and is remembered. Observed inside the transaction in which it
 * happened.
 *
 * @param actor who did it
 * @param action past participle with its subject, such as {@code claim.submitted}
 * @param subjectType such as {@code claim}
 * @param subject public id or business key
 * @param facts what an auditor wants to know, without secrets
 */
public record DomainEvent(
    Actor actor, String action, String subjectType, String subject, Map<String, String> facts) {
  public DomainEvent {
    facts = Map.copyOf(facts);
  }

  public static DomainEvent of(Actor actor, String action, Object subject, String... facts) {
    Map<String, String> named = new java.util.LinkedHashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      named.put(facts[i], facts[i + 1]);
    }
    return new DomainEvent(
        actor, action, action.substring(0, action.indexOf('.')), subject.toString(), named);
  }
}
