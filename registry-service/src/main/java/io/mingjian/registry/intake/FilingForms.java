package io.mingjian.registry.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Reads forms that other rooms put together, by the same rules as those that are sent in. */
@ApplicationScoped
public class FilingForms {
    private final ObjectMapper json;
    private final Clock clock;
    private final PlaceRules places = PlaceRules.shipped();

    FilingForms(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param form in the shape of a filing request
     * @throws Invalid with a pointer for each fault
     */
    public Submission read(Caller caller, JsonNode form) {
        try {
            FilingRequest request = json.treeToValue(form, FilingRequest.class);
            return FormReader.read(request, caller, places, clock.instant());
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException("not the shape of a filing request", foreign);
        }
    }
}
