package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mitra.mappings.FeedKind;

/** Who takes in what. */
@ApplicationScoped
class Receivers {
  @Inject private PartnerReceiver partners;
  @Inject private RepresentativeReceiver representatives;
  @Inject private CertificateReceiver certificates;
  @Inject private RateReceiver rates;
  @Inject private FigureReceiver figures;
  @Inject private ProductReceiver products;
  @Inject private SalesReceiver sales;

  Receiver<?> of(FeedKind kind) {
    return switch (kind) {
      case PARTNERS -> partners;
      case REPRESENTATIVES -> representatives;
      case CERTIFICATES -> certificates;
      case EXCHANGE_RATES -> rates;
      case AGREED_FIGURES -> figures;
      case PRODUCTS -> products;
      case SALES -> sales;
    };
  }
}
