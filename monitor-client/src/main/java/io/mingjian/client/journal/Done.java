package io.mingjian.client.journal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What became of one finding.
 *
 * @param content SHA-256 of the finding as it stood in the file then
 * @param status 201 taken, 200 there already, anything else refused
 * @param lead id of the lead, if it was taken
 * @param problem why it was refused
 */
public record Done(
        String findingNo,
        String content,
        int status,
        @Nullable String lead,
        @Nullable JsonNode problem) {

    public boolean accepted() {
        return status == 200 || status == 201;
    }
}
