package org.mitra.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.identity.SaveUser;
import org.mitra.identity.Users;
import org.mitra.notices.NoticeSummary;
import org.mitra.notices.Notices;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class BankAccountsIT {
  private static final String PASSWORD = "a-long-password-1";

  @Inject private BankAccounts accounts;
  @Inject private Partners partners;
  @Inject private Users users;
  @Inject private Notices notices;
  @Inject private BusinessClock clock;

  private Actor owner;

  @BeforeEach
  void begin(TestInfo test) {
    String code = "B" + (test.getDisplayName().hashCode() & 0xFFFFF);
    Actor admin = staff("admin", Role.ADMINISTRATOR);
    partners.save(
        admin,
        new SavePartner(
            code,
            "Dealer",
            PartnerType.DEALER,
            "IDR",
            "owner@example.com",
            "",
            LocalDate.of(2024, 1, 1),
            true,
            "",
            "",
            "",
            "",
            null));
    users.save(
        admin,
        new SaveUser(
            "o-b" + code.substring(1), "Owner", "", "id", Set.of(Role.PARTNER_OWNER), code, true),
        PASSWORD);
    owner = users.find("o-b" + code.substring(1)).orElseThrow().actor();
  }

  private static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  private static ProposeBankAccount account(String number) {
    return new ProposeBankAccount("IDR", "cenaidja", "Bank Central Asia", number, "PT Maju");
  }

  private BankAccountSummary proposed(String number) {
    return accounts.propose(owner, account(number), PASSWORD, UUID.randomUUID().toString());
  }

  @Test
  void anAccountNeedsThePasswordAnotherPersonAndTime() {
    refused(
        "user.wrong-password",
        403,
        () ->
            accounts.propose(
                owner, account("012-345 6789"), "something-else", UUID.randomUUID().toString()));
    assertThat(accounts.mine(owner)).isEmpty();

    BankAccountSummary proposed = proposed("012-345 6789");
    assertThat(proposed.maskedNumber()).isEqualTo("•••• 6789");
    assertThat(notices.newest(owner, 1))
        .extracting(NoticeSummary::code)
        .containsExactly("bank-account-proposed");
    refused(
        "access.role-missing",
        403,
        () -> accounts.approve(staff("maya", Role.CHANNEL_MANAGER), proposed.uid()));
    refused("access.role-missing", 403, () -> accounts.approve(owner, proposed.uid()));
    refused(
        "access.four-eyes",
        403,
        () -> accounts.approve(staff(owner.username(), Role.FINANCE), proposed.uid()));

    Actor dewi = staff("dewi", Role.FINANCE);
    assertThat(accounts.get(dewi, proposed.uid()).number()).isEqualTo("0123456789");
    assertThat(accounts.get(staff("ratna", Role.AUDITOR), proposed.uid()).number())
        .isEqualTo("•••• 6789");
    accounts.approve(dewi, proposed.uid());
    assertThat(accounts.mine(owner).get(0).current()).as("its waiting time is not over").isFalse();
    clock.at(
        clock.now().plus(Duration.ofDays(accounts.holdDays() + 1L)),
        () -> assertThat(accounts.mine(owner).get(0).current()).isTrue());
    refused("bank-account.decided", 409, () -> accounts.approve(dewi, proposed.uid()));
  }

  @Test
  void aNewerProposalReplacesTheOneThatWaits() {
    BankAccountSummary first = proposed("111111");
    proposed("222222");
    refused(
        "bank-account.decided",
        409,
        () -> accounts.approve(staff("dewi", Role.FINANCE), first.uid()));
    assertThat(accounts.mine(owner))
        .extracting(BankAccountSummary::state)
        .containsExactly(BankAccountState.PROPOSED, BankAccountState.REPLACED);
  }

  @Test
  void oneKeyIsOneProposal() {
    String key = UUID.randomUUID().toString();
    BankAccountSummary once = accounts.propose(owner, account("123456"), PASSWORD, key);
    assertThat(accounts.propose(owner, account("123456"), PASSWORD, key).uid())
        .isEqualTo(once.uid());
    assertThat(accounts.mine(owner)).hasSize(1);
    refused(
        "idempotency.key-reused",
        422,
        () -> accounts.propose(owner, account("654321"), PASSWORD, key));
  }

  @Test
  void numbersAreCheckedBeforeAnythingIsStored() {
    refused("bank-account.number", 400, () -> account("12"));
    refused("bank-account.iban", 400, () -> account("DE89 3704 0044 0532 0130 01"));
    assertThat(account("DE89 3704 0044 0532 0130 00").number()).isEqualTo("DE89370400440532013000");
    refused(
        "bank-account.bic",
        400,
        () -> new ProposeBankAccount("IDR", "BCA", "Bank", "123456", "PT Maju"));
    refused(
        "field.currency",
        400,
        () -> new ProposeBankAccount("Rp", "CENAIDJA", "Bank", "123456", "PT Maju"));
  }

  private static void refused(String code, int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
