package io.mingjian.kit.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An answer that can be kept and given again.
 *
 * @param location path of what was created
 * @param body written as JSON
 */
public record Answer(
        int status, @Nullable String location, @Nullable String etag, @Nullable Object body) {

    public static Answer created(String location, long version, Object body) {
        return new Answer(201, location, Etags.of(version), body);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, location, null, body);
    }

    /** It will be done; {@code location} tells how far it has come. */
    public static Answer accepted(String location, Object body) {
        return new Answer(202, location, null, body);
    }

    public static Answer ok(Object body) {
        return new Answer(200, null, null, body);
    }

    public static Answer ok(long version, Object body) {
        return new Answer(200, null, Etags.of(version), body);
    }

    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE);
        if (location != null) {
            response.location(URI.create(location));
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response.entity(body).build();
    }
}
