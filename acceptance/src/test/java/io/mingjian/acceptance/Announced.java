package io.mingjian.acceptance;

import io.mingjian.acceptance.actor.Answer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;

/**
 * The answer to the head of a request alone. What the head announces is never sent: a client of the
 * JDK sends all of it before it listens, and 5 GB are too many for a test.
 */
record Announced(URI uri, int statusCode, HttpHeaders headers, byte[] body)
        implements HttpResponse<byte[]> {
    private static final int PATIENCE_MS = 20_000;

    static Answer post(URI uri, String token, String type, long length) {
        String head =
                "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(uri.getRawPath(), uri.getAuthority(), token, type, length);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new Answer(
                    "POST " + uri.getRawPath(),
                    read(uri, new BufferedInputStream(socket.getInputStream())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Announced read(URI uri, InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
        }
        int length = Integer.parseInt(fields.get("Content-Length").get(0));
        return new Announced(
                uri, status, HttpHeaders.of(fields, (name, value) -> true), in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("cut off after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public HttpRequest request() {
        return HttpRequest.newBuilder(uri).build();
    }

    @Override
    public Optional<HttpResponse<byte[]>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }
}
