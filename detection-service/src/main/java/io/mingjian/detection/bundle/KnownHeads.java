package io.mingjian.detection.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjian.detection.bundle.Verdict.Publication;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Heads as whoever checks a bundle has got them from elsewhere: answers of the public door. Without
 * any, heads are not compared; with some, every head of the bundle has to be among them.
 */
public final class KnownHeads {
    private final boolean given;
    private final Map<Long, String> hashes;

    private KnownHeads(boolean given, Map<Long, String> hashes) {
        this.given = given;
        this.hashes = Map.copyOf(hashes);
    }

    public static KnownHeads none() {
        return new KnownHeads(false, Map.of());
    }

    public static KnownHeads read(byte[] answer) throws NotInForm {
        return none().and(answer);
    }

    /** These and those of another answer; the door gives them by pages. */
    public KnownHeads and(byte[] answer) throws NotInForm {
        JsonNode items;
        try {
            items = new JsonMapper().readTree(answer).path("items");
        } catch (IOException e) {
            throw new NotInForm("链头文件不是 JSON", e);
        }
        if (!items.isArray()) {
            throw new NotInForm("链头文件没有 items 列表");
        }
        Map<Long, String> more = new HashMap<>(hashes);
        for (JsonNode item : items) {
            JsonNode number = item.path("number");
            JsonNode hash = item.path("hash");
            if (!number.isIntegralNumber() || !number.canConvertToLong() || !hash.isTextual()) {
                throw new NotInForm("链头文件中有的链头没有编号或者哈希值");
            }
            String other = more.put(number.longValue(), hash.textValue());
            if (other != null && !other.equals(hash.textValue())) {
                throw new NotInForm("所给的链头文件中，第 " + number.longValue() + " 号链头互相矛盾");
            }
        }
        return new KnownHeads(true, more);
    }

    Publication of(AuditHead head) {
        if (!given) {
            return Publication.NOT_COMPARED;
        }
        String hash = hashes.get(head.number());
        if (hash == null) {
            return Publication.ABSENT;
        }
        return hash.equals(head.hash()) ? Publication.PUBLISHED : Publication.CONTRADICTED;
    }
}
