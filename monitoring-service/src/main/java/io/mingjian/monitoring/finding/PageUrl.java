package io.mingjian.monitoring.finding;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A web address in normal form, so that the same page written in two ways compares equal:
 * lower-case scheme and host (punycode), no default port, no dot segments, upper-case percent
 * escapes, sorted query without campaign parameters, no fragment unless it is a route ({@code #/},
 * {@code #!}) of a page application.
 */
public final class PageUrl {
    private static final int LONGEST = 2048;
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]+");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final List<String> CAMPAIGN =
            List.of("utm_", "spm", "scm", "share_token", "sharesource", "from_source");

    private final String text;

    private PageUrl(String text) {
        this.text = text;
    }

    /**
     * The normal form, or nothing when this is no absolute http(s) address that a browser could
     * open.
     */
    public static Optional<PageUrl> of(@Nullable String written) {
        if (written == null || written.length() > LONGEST || !written.strip().equals(written)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(escaped(written)).parseServerAuthority().normalize();
            return isWebAddress(uri) ? Optional.of(new PageUrl(normal(uri))) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The address without its scheme: http and https show the same page. */
    public String withoutScheme() {
        return text.substring(text.indexOf("://") + 3);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isWebAddress(URI uri) {
        String scheme = uri.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getHost().contains(".");
    }

    /**
     * Browsers show Chinese hosts and paths unescaped; the host becomes punycode, the rest percent
     * escapes.
     */
    private static String escaped(String written) {
        int hostStart = written.indexOf("://") + 3;
        if (hostStart < 3) {
            return written;
        }
        int hostEnd = firstOf(written, "/?#", hostStart);
        String[] hostAndPort = written.substring(hostStart, hostEnd).split(":", 2);
        String host = IDN.toASCII(hostAndPort[0]);
        String port = hostAndPort.length == 2 ? ":" + hostAndPort[1] : "";
        return written.substring(0, hostStart)
                + host
                + port
                + escapedRest(written.substring(hostEnd));
    }

    private static String escapedRest(String rest) {
        return NOT_ASCII
                .matcher(rest)
                .replaceAll(hit -> Matcher.quoteReplacement(percentEscapes(hit.group())));
    }

    private static String percentEscapes(String characters) {
        try {
            return new URI(null, null, "/" + characters, null).toASCIIString().substring(1);
        } catch (URISyntaxException notAPath) {
            throw new IllegalArgumentException(notAPath);
        }
    }

    private static String normal(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return scheme
                + "://"
                + uri.getHost().toLowerCase(Locale.ROOT)
                + port(uri, scheme)
                + upperEscapes(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                + query(uri.getRawQuery())
                + route(uri.getRawFragment());
    }

    private static String port(URI uri, String scheme) {
        boolean usual = uri.getPort() == -1 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
        return usual ? "" : ":" + uri.getPort();
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String kept =
                Arrays.stream(raw.split("&"))
                        .filter(pair -> !pair.isEmpty() && !isCampaign(pair))
                        .map(PageUrl::upperEscapes)
                        .sorted()
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isCampaign(String pair) {
        String name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return CAMPAIGN.stream()
                .anyMatch(
                        known -> known.endsWith("_") ? name.startsWith(known) : name.equals(known));
    }

    private static String route(@Nullable String fragment) {
        return fragment != null && (fragment.startsWith("/") || fragment.startsWith("!"))
                ? "#" + fragment
                : "";
    }

    private static String upperEscapes(String raw) {
        return ESCAPE.matcher(raw).replaceAll(hit -> hit.group().toUpperCase(Locale.ROOT));
    }

    private static int firstOf(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
