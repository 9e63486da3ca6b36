package org.mitra.partner;

import jakarta.ws.rs.ApplicationPath;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.mitra.rest.RestApplication;

/** REST beside the pages: the pages can do nothing that programs cannot. */
@ApplicationPath("api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Mitra Partner Portal",
            version = "1",
            description =
                "What partners' people and programs may do, each within his own organisation."),
    servers = @Server(url = "/partner/api"),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "A token from the page My account.")
public class PartnerApi extends RestApplication {}
