package org.mitra.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.bank.BankAccountSummary;
import org.mitra.bank.BankAccounts;
import org.mitra.bank.ProposeBankAccount;
import org.mitra.data.BusinessClock;
import org.mitra.identity.SaveUser;
import org.mitra.identity.Users;

/** Who signs in, and where partners want to be paid. */
@ApplicationScoped
class PeopleChapter implements Chapter {
  private static final String PASSWORD = "mitra-demo-2026";

  /** Somebody with an account; partner is empty for the vendor's people. */
  private record Person(String username, String name, Role role, String partner) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("admin", "Wahyu Hidayat", Role.ADMINISTRATOR, ""),
          new Person("maya", "Maya Kusumawati", Role.CHANNEL_MANAGER, ""),
          new Person("rizal", "Rizal Ramadhan", Role.CHANNEL_MANAGER, ""),
          new Person("dewi", "Dewi Anggraini", Role.FINANCE, ""),
          new Person("hendra", "Hendra Wijaya", Role.FINANCE, ""),
          new Person("indra", "Indra Gunawan", Role.EXECUTIVE, ""),
          new Person("ratna", "Ratna Permatasari", Role.AUDITOR, ""),
          new Person("budi", "Budi Santoso", Role.PARTNER_OWNER, "TOKO-MAJU"),
          new Person("sari", "Sari Utami", Role.PARTNER_USER, "TOKO-MAJU"),
          new Person("agus", "Agus Salim", Role.PARTNER_OWNER, "D-JKT"),
          new Person("yanto", "Yanto Suryadi", Role.PARTNER_OWNER, "D-BDG"),
          new Person("endah", "Endah Lestari", Role.PARTNER_OWNER, "D-SMG"),
          new Person("surya", "Surya Tanuwijaya", Role.PARTNER_OWNER, "D-SBY"),
          new Person("parlin", "Parlin Siregar", Role.PARTNER_OWNER, "D-MDN"),
          new Person("rahmat", "Rahmat Daeng", Role.PARTNER_OWNER, "D-MKS"),
          new Person("lina", "Lina Marlina", Role.PARTNER_OWNER, "JKT-01"),
          new Person("tono", "Tono Hartono", Role.PARTNER_OWNER, "BDG-01"),
          new Person("wati", "Wati Kurniasih", Role.PARTNER_OWNER, "SBY-01"));

  /** Banks that partners use, with their SWIFT codes. */
  private static final List<List<String>> BANKS =
      List.of(
          List.of("CENAIDJA", "Bank Central Asia"),
          List.of("BMRIIDJA", "Bank Mandiri"),
          List.of("BRINIDJA", "Bank Rakyat Indonesia"),
          List.of("BNINIDJA", "Bank Negara Indonesia"));

  @Resource private ManagedExecutorService executor;
  @Inject private Users users;
  @Inject private BankAccounts bankAccounts;
  @Inject private Teller teller;
  @Inject private BusinessClock clock;

  @Override
  public String name() {
    return "people";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    scenes.at(calendar.joined(), 8, () -> together(PEOPLE, this::join));
    List<Person> owners =
        PEOPLE.stream().filter(person -> person.role() == Role.PARTNER_OWNER).toList();
    scenes.at(calendar.quarter(-4), 9, () -> together(owners, person -> account(person, "")));
    scenes.at(calendar.quarter(-4).plusDays(1), 9, () -> owners.forEach(this::approve));
    // A change of the account that is in use waits for a second look.
    Person budi = owners.get(0);
    scenes.at(calendar.today().minusDays(1), 10, () -> account(budi, "-new"));
  }

  /** What one person does. */
  private interface Deed {
    void by(Person person);
  }

  /** Passwords are slow to check, on purpose: so everybody does it at the same time. */
  private void together(List<Person> people, Deed deed) {
    Instant time = clock.now();
    List<Callable<Void>> deeds = new ArrayList<>();
    for (Person person : people) {
      deeds.add(
          () -> {
            clock.at(time, () -> deed.by(person));
            return null;
          });
    }
    try {
      for (Future<Void> done : executor.invokeAll(deeds)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void join(Person person) {
    if (users.find(person.username()).isEmpty()) {
      users.save(
          Actor.system(),
          new SaveUser(
              person.username(),
              person.name(),
              person.username() + "@example.com",
              "id",
              Set.of(person.role()),
              person.partner(),
              true),
          PASSWORD);
    }
  }

  private BankAccountSummary account(Person owner, String suffix) {
    int number = PEOPLE.indexOf(owner) + suffix.length();
    List<String> bank = BANKS.get(number % BANKS.size());
    return bankAccounts.propose(
        teller.actor(owner.username()),
        new ProposeBankAccount(
            "IDR",
            bank.get(0),
            bank.get(1),
            String.format(Locale.ROOT, "%d", 5_210_030_045L + 7_919L * number),
            owner.name()),
        PASSWORD,
        "demo:account" + suffix);
  }

  private void approve(Person owner) {
    teller.once(
        "hendra",
        "account-of-" + owner.username(),
        () ->
            bankAccounts.mine(teller.actor(owner.username())).stream()
                .map(BankAccountSummary::uid)
                .forEach(account -> bankAccounts.approve(teller.actor("hendra"), account)));
  }
}
