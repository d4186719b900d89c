package io.mingjian.client.submission;

import io.mingjian.client.attachment.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Idempotency keys that follow from what is sent: whoever lost the journal sends the same content
 * under the same key. The instruction is part of them, because evidence is collected for one.
 */
final class Keys {
    private final String client;
    private final String instruction;
    private final String occasion;

    /**
     * @param occasion empty, or what makes batches others than before: under its old key a request
     *     would get its old answer, refusals and all
     */
    Keys(String client, String instruction, String occasion) {
        this.client = client;
        this.instruction = instruction;
        this.occasion = occasion;
    }

    String ofFile(Hashes file) {
        return key("evidence", (file.sha256() + file.sm3()).getBytes(StandardCharsets.UTF_8));
    }

    String ofBatch(byte[] body) {
        return key("batch" + occasion, body);
    }

    private String key(String kind, byte[] content) {
        MessageDigest digest = Hashes.newSha256();
        for (String part : new String[] {kind, client, instruction}) {
            digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return "mjc1-" + HexFormat.of().formatHex(digest.digest(content));
    }
}
