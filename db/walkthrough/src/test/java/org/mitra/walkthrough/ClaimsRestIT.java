package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/** Programs claim and decide as people do. */
class ClaimsRestIT {
  private final Api budi = Api.as("/partner", "budi");
  private final Api agus = Api.as("/partner", "agus");
  private final Api maya = Api.as("/admin", "maya");

  @Test
  void aClaimIsMadeSubmittedAndApprovedOnce() {
    String proof = upload(ClaimsWalkIT.picture()).is(201).uid();
    String claim = claim("BOR-4-0004", proof);
    assertThat(budi.post("/claims", claim, "").status()).as("without a key").isEqualTo(400);
    String key = UUID.randomUUID().toString();
    Answer made = budi.post("/claims", claim, key).is(201);
    assertThat(budi.post("/claims", claim, key).is(201).uid()).isEqualTo(made.uid());
    budi.post("/claims", claim("BOR-4-0003", proof), key).is(422);
    String path = "/claims/" + made.uid();
    agus.get(path).is(404);

    String seen = "{\"version\": " + made.json().getInt("version") + ", \"text\": \"\"}";
    String once = UUID.randomUUID().toString();
    Answer submitted = budi.post(path + "/submit", seen, once).is(200);
    assertThat(budi.post(path + "/submit", seen, once).is(200).body()).isEqualTo(submitted.body());
    assertThat(budi.post(path + "/submit", seen).is(409).code()).isEqualTo("claim.state");
    agus.get(path).is(200);
    agus.post(path + "/withdraw", seen).is(404);
    assertThat(agus.get("/documents/" + proof + "/content").is(200).header("Content-Disposition"))
        .startsWith("attachment");

    int version = maya.get(path).is(200).json().getJsonObject("summary").getInt("version");
    assertThat(maya.post(path + "/approve", decision(version - 1)).is(409).code())
        .isEqualTo("stale");
    maya.post(path + "/approve", "{}").is(400);
    Api.as("/admin", "dewi").post(path + "/approve", decision(version)).is(403);
    String agreed = UUID.randomUUID().toString();
    Answer approved = maya.post(path + "/approve", decision(version), agreed).is(200);
    assertThat(approved.json().getString("state")).isEqualTo("APPROVED");
    assertThat(maya.post(path + "/approve", decision(version), agreed).is(200).body())
        .isEqualTo(approved.body());
    assertThat(budi.get(path + "/items").is(200).body()).contains("BOR-4-0004", "APPROVED");
  }

  @Test
  void whatIsNoClaimIsTold() {
    String claim = claim("BOR-4-0002", UUID.randomUUID().toString());
    assertThat(budi.post("/claims", claim).is(422).code()).isEqualTo("claim.document-unknown");
    budi.post("/claims", claim.replace("\"remark\"", "\"state\": \"APPROVED\", \"remark\""))
        .is(400);
    assertThat(upload("<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8)).is(400).code())
        .isEqualTo("document.type");
    String shortened = claim("1.23457E+17", UUID.randomUUID().toString());
    assertThat(budi.post("/claims", shortened).is(400).code()).isEqualTo("claim.serial-shortened");
    assertThat(budi.get("/claims/programs").is(200).body()).contains("SPIFF-BOR");
  }

  private static String claim(String serial, String proof) {
    return """
        {"program": "SPIFF-BOR", "remark": "", "serials": ["%s"], "lines": [],
          "documents": ["%s"], "version": null}
        """
        .formatted(serial, proof);
  }

  private static String decision(int version) {
    return "{\"version\": " + version + ", \"remark\": \"\", \"rejections\": []}";
  }

  private Answer upload(byte[] content) {
    return budi.upload(
        "/documents", "faktur.png", "image/png", content, UUID.randomUUID().toString());
  }
}
