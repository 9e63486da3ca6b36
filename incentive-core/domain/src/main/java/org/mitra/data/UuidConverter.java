package org.mitra.data;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/**
 * UUIDs as {@code BINARY(16)}. Named on each field: EclipseLink has a mapping of its own for UUIDs.
 */
@Converter
public class UuidConverter implements AttributeConverter<UUID, byte[]> {
  @Override
  public byte[] convertToDatabaseColumn(UUID uuid) {
    return uuid == null ? null : Uids.toBytes(uuid);
  }

  @Override
  public UUID convertToEntityAttribute(byte[] bytes) {
    return Uids.fromBytes(bytes);
  }
}
