package io.mingjian.detection.content;

import io.mingjian.kit.testing.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server that speaks S3 over a folder, which can go away and come back under its address.
 *
 * <p>It lives in a class loader of its own: it needs another Guice than the one that the test
 * framework brings along.
 */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "evidence";
    public static final String KEY = "test-only-key";
    public static final String SECRET = "test-only-secret";

    /** The test framework's Guice. */
    private static final String OTHER_GUICE = "-classes.jar";

    private final Path folder;
    private final int port = Ports.free();
    private final Method starter;
    private AutoCloseable running;

    public S3Server(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            starter =
                    new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())
                            .loadClass(S3Starter.class.getName())
                            .getMethod(
                                    "start",
                                    String.class,
                                    String.class,
                                    String.class,
                                    String.class,
                                    String.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no S3 server on the class path", e);
        }
        start();
    }

    public void start() {
        try {
            running =
                    (AutoCloseable)
                            starter.invoke(
                                    null,
                                    folder.toString(),
                                    BUCKET,
                                    address().toString(),
                                    KEY,
                                    SECRET);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the S3 server does not start", e);
        }
    }

    public void stop() {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not end", e);
        }
    }

    /** The names of all objects, without asking over the wire. */
    public List<String> names() {
        Path bucket = folder.resolve(BUCKET);
        try (Stream<Path> objects = Files.walk(bucket)) {
            return objects.filter(Files::isRegularFile)
                    .map(object -> bucket.relativize(object).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all objects away, behind the server's back. */
    void clear() {
        for (String name : names()) {
            try {
                Files.delete(object(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where an object lies. */
    Path object(String key) {
        return folder.resolve(BUCKET).resolve(key);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    S3Settings settings() {
        return settings(address(), SECRET);
    }

    static S3Settings settings(URI address, String secret) {
        return new S3Settings() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.of(address);
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Optional<String> bucket() {
                return Optional.of(BUCKET);
            }

            @Override
            public boolean pathStyle() {
                return true;
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of(KEY);
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of(secret);
            }
        };
    }

    @Override
    public void close() {
        stop();
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.endsWith(OTHER_GUICE))
                .map(S3Server::url)
                .toArray(URL[]::new);
    }

    private static URL url(String part) {
        try {
            return Path.of(part).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
