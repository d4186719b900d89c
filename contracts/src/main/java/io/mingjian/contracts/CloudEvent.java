package io.mingjian.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message between services: CloudEvents 1.0, structured JSON mode.
 *
 * @param id UUIDv7 of the event; consumers de-duplicate on it
 * @param source the service, as {@code /mingjian/<service>}
 * @param type {@code <aggregate>.<past tense>.v1}
 * @param subject id of the aggregate; also the Kafka key, so that events of one aggregate stay in
 *     order
 * @param time when the fact came about, {@code +08:00}
 * @param traceparent W3C trace context of the request that caused the fact, if there was one
 * @param revision grows from event to event of one aggregate, with gaps; a consumer that keeps only
 *     the newest state ignores lower ones
 * @param data the fact, one of {@link EventData}'s records
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        OffsetDateTime time,
        String datacontenttype,
        @Nullable String traceparent,
        long revision,
        JsonNode data) {

    public static final String SPEC_VERSION = "1.0";
    public static final String MEDIA_TYPE = "application/cloudevents+json";
}
