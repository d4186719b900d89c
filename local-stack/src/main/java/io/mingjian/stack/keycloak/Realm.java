package io.mingjian.stack.keycloak;

import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The realm template with its blanks filled in.
 *
 * <p>Blanks are written {@code @@name@@}: {@code port.gateway}, {@code secret.client.tour}, {@code
 * id.city.intake} (always the same id, so that a realm imported anew names the same persons) and
 * {@code mappers}, the claims that each client puts into its tokens.
 */
public final class Realm {
    public static final String NAME = "mingjian";
    private static final Pattern BLANK = Pattern.compile("@@([a-z0-9.-]+)@@");

    private final UnaryOperator<String> secrets;
    private final int gatewayPort;

    /**
     * @param secrets gives the secret of a name such as {@code user.city.intake}
     */
    public Realm(UnaryOperator<String> secrets, int gatewayPort) {
        this.secrets = secrets;
        this.gatewayPort = gatewayPort;
    }

    /** The JSON that Keycloak imports. */
    public String json() {
        return fill(resource("realm.json"));
    }

    private String fill(String template) {
        return BLANK.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String blank) {
        if (blank.startsWith("secret.")) {
            return secrets.apply(blank.substring("secret.".length()));
        }
        if (blank.startsWith("id.")) {
            byte[] seed = ("mingjian:" + blank).getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(seed).toString();
        }
        return switch (blank) {
            case "port.gateway" -> String.valueOf(gatewayPort);
            case "mappers" -> resource("mappers.json");
            case "profile" -> asJsonString(resource("profile.json"));
            default -> throw new StackFailure("the realm template has an unknown blank: " + blank);
        };
    }

    private static String asJsonString(String json) {
        return json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "");
    }

    private static String resource(String name) {
        try (InputStream stream = Realm.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new StackFailure("missing resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackFailure("cannot read " + name, e);
        }
    }
}
