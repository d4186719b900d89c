package io.mingjian.gateway.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The pages before and after a login; they are open and say nothing about anybody. */
@Path("/")
@NonBlocking
@Produces("text/html; charset=UTF-8")
public class LandingDesk {

    @GET
    public TemplateInstance root() {
        return Pages.landing("");
    }

    /** The address that people are given. */
    @GET
    @Path("/console")
    public TemplateInstance console() {
        return Pages.landing("");
    }

    /** After a logout. */
    @GET
    @Path("/bye")
    public TemplateInstance bye() {
        return Pages.landing(Wording.text("bye"));
    }

    /** Closed to strangers: to come here is to log in. */
    @GET
    @Path("/login")
    public Response login() {
        return Response.seeOther(URI.create("/queue")).build();
    }
}
