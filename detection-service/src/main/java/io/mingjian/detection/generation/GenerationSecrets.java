package io.mingjian.detection.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is kept in the place of prompts and accounts: HMAC-SM3 (GB/T 32905) under a key of this
 * room. The provider's name goes in, so that the same words or the same account with two providers
 * are not seen to be the same.
 */
@ApplicationScoped
class GenerationSecrets {
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    GenerationSecrets(@ConfigProperty(name = "mingjian.secrets.generation-key") String key) {
        this.key = Base64.getDecoder().decode(key);
        if (this.key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "mingjian.secrets.generation-key must be 32 bytes in base64, not "
                            + this.key.length);
        }
    }

    String promptHash(String organisation, GenerationForm form) {
        return hash(
                "prompt",
                organisation,
                String.valueOf(form.prompt()),
                String.valueOf(form.negativePrompt()),
                String.valueOf(form.declaredUse()));
    }

    String accountHash(String organisation, GenerationForm form) {
        return hash("account", organisation, String.valueOf(form.account()));
    }

    /** Of everything that was sent, to know the same request again. */
    String requestHash(String organisation, GenerationForm form) {
        return hash(
                "request",
                promptHash(organisation, form),
                accountHash(organisation, form),
                String.valueOf(form.requestNo()),
                String.valueOf(form.referenceSha256()),
                String.valueOf(form.referencePerceptualHash()));
    }

    /** Each part with its length, so that no two rows of parts read alike. */
    private String hash(String... parts) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (String part : parts) {
            byte[] bytes = (part.length() + ":" + part).getBytes(StandardCharsets.UTF_8);
            mac.update(bytes, 0, bytes.length);
        }
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
