package io.mingjian.monitoring;

import io.mingjian.kit.refusal.TooLarge;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Turns bodies away that say that they are too large, before a byte of them is read. */
class AnnouncedBody {
    /** Where {@link CountedBody} finds the limit. */
    static final String MOST = "mingjian.body.most";

    private static final int DIGITS_OF_A_LONG = 18;

    private final BodyBounds bounds;

    AnnouncedBody(BodyBounds bounds) {
        this.bounds = bounds;
    }

    @ServerRequestFilter(nonBlocking = true)
    void check(ContainerRequestContext request) {
        OptionalLong most = bounds.of(request.getUriInfo().getPath());
        if (most.isEmpty()) {
            return;
        }
        if (isOver(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), most.getAsLong())) {
            throw tooLarge(most.getAsLong());
        }
        request.setProperty(MOST, most.getAsLong());
    }

    /** A length that is no number was refused by the server before. */
    private static boolean isOver(@Nullable String length, long most) {
        return length != null
                && (length.length() > DIGITS_OF_A_LONG || Long.parseLong(length) > most);
    }

    static TooLarge tooLarge(long most) {
        return new TooLarge(
                most >= 1 << 20 ? (most >> 20) + " MB" : Math.max(1, most >> 10) + " KB");
    }
}
