package org.mitra.launcher;

/** Who can sign in to the demo. The same table stands in the README. */
final class DemoSignIns {
  static final String TEXT =
      """

        Demo sign-ins, all with the password  mitra-demo-2026

          Partner portal   budi    owner of a dealer        sari    clerk of a dealer
                           agus    owner of a distributor
          Admin console    maya    channel manager          rizal   channel manager
                           dewi    finance                  hendra  finance
                           indra   executive                ratna   auditor
                           admin   administrator
      """;

  private DemoSignIns() {}
}
