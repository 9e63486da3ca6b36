package org.mitra.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sheets of paper that partners hand in, as PDF files with a few lines of text. */
final class Paper {
  private static final int TOP = 780;
  private static final int LINE = 22;

  private Paper() {}

  /** One page. */
  static byte[] of(String... lines) {
    StringBuilder text = new StringBuilder("BT /F1 14 Tf 60 " + TOP + " Td " + LINE + " TL\n");
    for (String line : lines) {
      String plain = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
      text.append('(').append(plain).append(") Tj T*\n");
    }
    text.append("ET");
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    List<Integer> starts = new ArrayList<>();
    for (String object : objects) {
      starts.add(pdf.length());
      pdf.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    for (int start : starts) {
      pdf.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", start));
    }
    pdf.append("trailer << /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
