package io.mingjian.client.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Text;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a findings file: an object, or why it is none.
 *
 * @param place line of JSON Lines, record of a CSV file (the header is 1), element of a JSON array;
 *     all from 1
 */
public record Item(int place, @Nullable ObjectNode json, @Nullable Text fault) {
    static Item good(int place, ObjectNode json) {
        return new Item(place, json, null);
    }

    static Item bad(int place, Text fault) {
        return new Item(place, null, fault);
    }
}
