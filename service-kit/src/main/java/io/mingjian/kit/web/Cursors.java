package io.mingjian.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signed cursors: where a list goes on. Bound to the organisation and the filter that it was made
 * for, so that nobody turns one page into another tenant's.
 */
@ApplicationScoped
public class Cursors {
    private static final int TAG_BYTES = 16;
    private static final TypeReference<Map<String, String>> KEYS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final SecretKeySpec secret;

    Cursors(ObjectMapper json, @ConfigProperty(name = "mingjian.secrets.cursor-key") String key) {
        this.json = json;
        this.secret = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    }

    /**
     * A cursor after the row with these keys.
     *
     * @param filter all filters of the list in a fixed form; a cursor does not fit another filter
     */
    public String sign(Caller caller, String filter, Map<String, String> keys) {
        try {
            byte[] body = json.writeValueAsBytes(new TreeMap<>(keys));
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return base64.encodeToString(body)
                    + "."
                    + base64.encodeToString(tag(caller, filter, body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts is always writable", impossible);
        }
    }

    /**
     * The keys inside a cursor.
     *
     * @throws Malformed if it was not made here for this organisation and filter
     */
    public Map<String, String> read(Caller caller, String filter, String cursor) {
        try {
            int dot = cursor.indexOf('.');
            Base64.Decoder base64 = Base64.getUrlDecoder();
            byte[] body = base64.decode(cursor.substring(0, Math.max(dot, 0)));
            byte[] tag = base64.decode(cursor.substring(dot + 1));
            if (MessageDigest.isEqual(tag, tag(caller, filter, body))) {
                return json.readValue(body, KEYS);
            }
        } catch (IllegalArgumentException | IOException notOurs) {
            throw foreign();
        }
        throw foreign();
    }

    private byte[] tag(Caller caller, String filter, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(
                    (caller.organisation() + "\n" + filter + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            byte[] whole = mac.doFinal(body);
            byte[] tag = new byte[TAG_BYTES];
            System.arraycopy(whole, 0, tag, 0, TAG_BYTES);
            return tag;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static Malformed foreign() {
        return new Malformed(
                new FieldError(
                        "/cursor",
                        "foreign-cursor",
                        "翻页游标无效，请从第一页重新查询。",
                        "The cursor does not belong to this list; start again."));
    }
}
