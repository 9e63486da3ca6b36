package org.mitra.remittance;

/** How a file tells the bank to pay. */
public enum RemittanceFormat {
  /** ISO 20022 customer credit transfer initiation, pain.001.001.09. */
  PAIN_001("xml", "application/xml"),
  /** A table, for banks that take uploads of tables. */
  CSV("csv", "text/csv");

  private final String suffix;
  private final String mediaType;

  RemittanceFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }
}
