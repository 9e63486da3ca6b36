package org.mitra.partner;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST beside the pages: the pages can do nothing that programs cannot. */
@ApplicationPath("api")
public class PartnerApi extends Application {}
