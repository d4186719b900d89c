package io.mingjian.gateway.upstream;

import java.net.URI;

/**
 * Address of one service.
 *
 * @param host name or literal address
 * @param ssl whether the connection inside is encrypted
 */
public record Upstream(Service service, String host, int port, boolean ssl) {

    /**
     * @throws IllegalArgumentException if the address is not {@code http(s)://host[:port]}
     */
    static Upstream of(Service service, URI address) {
        boolean ssl = "https".equals(address.getScheme());
        boolean bare =
                address.getRawPath() == null
                        || address.getRawPath().isEmpty()
                        || "/".equals(address.getRawPath());
        if (address.getHost() == null || !bare || !(ssl || "http".equals(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "mingjian.upstream."
                            + service.label()
                            + " must be http(s)://host:port but is "
                            + address);
        }
        int port = address.getPort() > 0 ? address.getPort() : ssl ? 443 : 80;
        return new Upstream(service, address.getHost(), port, ssl);
    }
}
