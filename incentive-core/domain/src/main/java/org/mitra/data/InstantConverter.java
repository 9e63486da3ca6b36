package org.mitra.data;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Instants as {@code DATETIME} in UTC. By way of a time stamp, which is an instant to the driver: a
 * local date and time would be moved by the offset of the zone in which the server happens to run.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Timestamp> {
  @Override
  public Timestamp convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Timestamp stamp) {
    return stamp == null ? null : stamp.toInstant();
  }
}
