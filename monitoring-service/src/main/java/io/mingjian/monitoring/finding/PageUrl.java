package io.mingjian.monitoring.finding;

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
    private final boolean address;

    private PageUrl(String text, boolean address) {
        this.text = text;
        this.address = address;
    }

    /** Why a text is no address of a public page. */
    public enum Fault {
        /** No absolute http(s) address that a browser could open. */
        FORM,
        /** It carries a user name or a password. */
        CREDENTIALS,
        /** It leads to a private, local, link-local, metadata or reserved place. */
        PRIVATE
    }

    /** What came of reading: the page in normal form, or why it is none. */
    public record Reading(@Nullable PageUrl page, @Nullable Fault fault) {
        private static Reading failed(Fault fault) {
            return new Reading(null, fault);
        }
    }

    /**
     * The normal form, or nothing when this is no absolute http(s) address that a browser could
     * open.
     */
    public static Optional<PageUrl> of(@Nullable String written) {
        return Optional.ofNullable(read(written).page());
    }

    /** The normal form, or why there is none. */
    public static Reading read(@Nullable String written) {
        if (written == null
                || written.length() > LONGEST
                || !written.strip().equals(written)
                || !isWeb(written)) {
            return Reading.failed(Fault.FORM);
        }
        int hostStart = written.indexOf("://") + 3;
        int hostEnd = firstOf(written, "/?#\\", hostStart);
        String authority = written.substring(hostStart, hostEnd);
        if (authority.indexOf('@') >= 0) {
            return Reading.failed(Fault.CREDENTIALS);
        }
        try {
            return read(written.substring(0, hostStart), authority, written.substring(hostEnd));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Reading.failed(Fault.FORM);
        }
    }

    private static Reading read(String scheme, String authority, String rest)
            throws URISyntaxException {
        int portAt = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        Host host = Host.of(portAt < 0 ? authority : authority.substring(0, portAt));
        if (host.kind() == Host.Kind.NONE) {
            return Reading.failed(Fault.FORM);
        }
        if (host.kind() == Host.Kind.PRIVATE) {
            return Reading.failed(Fault.PRIVATE);
        }
        String port = portAt < 0 ? "" : authority.substring(portAt);
        URI uri =
                new URI(scheme + host.text() + port + escapedRest(rest))
                        .parseServerAuthority()
                        .normalize();
        return isReachable(uri)
                ? new Reading(new PageUrl(normal(uri), host.kind() == Host.Kind.ADDRESS), null)
                : Reading.failed(Fault.FORM);
    }

    private static boolean isWeb(String written) {
        return written.regionMatches(true, 0, "http://", 0, 7)
                || written.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Whether the host is given as a number instead of a name. */
    public boolean isAddress() {
        return address;
    }

    /** The address without its scheme: http and https show the same page. */
    public String withoutScheme() {
        return text.substring(text.indexOf("://") + 3);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isReachable(URI uri) {
        return uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65_535;
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
