package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.catalog.Products;
import org.mitra.partners.Partners;
import org.mitra.partners.Representatives;
import org.mitra.tax.TaxRecipient;
import org.mitra.tax.Taxes;

/** Partners, their levels over time, their people, and what there is to sell. */
@ApplicationScoped
class ChannelChapter implements Chapter {
  private static final int FIRST_COST = 100;
  private static final int LATER_COST = 104;

  @Inject private Partners partners;
  @Inject private Representatives representatives;
  @Inject private Products products;
  @Inject private Taxes taxes;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "channel";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    DemoChannel channel = world.channel();
    scenes.at(
        calendar.joined(),
        7,
        () -> {
          products.saveAll(Actor.system(), DemoCatalog.commands(calendar.joined(), FIRST_COST));
          if (partners.find(Actor.system().scope(), "TOKO-MAJU").isEmpty()) {
            partners.saveAll(Actor.system(), channel.partners());
          }
        });
    scenes.at(
        calendar.joined(),
        9,
        () -> {
          for (DemoChannel.Representative person : channel.representatives()) {
            representatives.save(
                teller.actor("maya"), person.dealer(), person.code(), person.name());
          }
          teller.once(
              "dewi",
              "a-trader",
              () -> taxes.treatAs(teller.actor("dewi"), "D-MDN", TaxRecipient.PERSON));
        });
    level(scenes, world, "TOKO-MAJU", "GOLD", -5);
    level(scenes, world, "SBY-02", "GOLD", -3);
    level(scenes, world, "SMG-03", "BRONZE", -2);
    scenes.at(
        calendar.quarter(-4),
        6,
        () ->
            teller.once(
                "maya",
                "costs",
                () ->
                    products.saveAll(
                        teller.actor("maya"),
                        DemoCatalog.commands(calendar.quarter(-4), LATER_COST))));
  }

  private void level(Scenes scenes, DemoWorld world, String dealer, String level, int quarter) {
    DemoCalendar calendar = world.calendar();
    scenes.at(
        calendar.quarter(quarter),
        6,
        () ->
            teller.once(
                "maya",
                "level-" + dealer,
                () ->
                    partners.saveAll(
                        teller.actor("maya"),
                        List.of(
                            world.channel().promoted(dealer, level, calendar.quarter(quarter))))));
  }
}
