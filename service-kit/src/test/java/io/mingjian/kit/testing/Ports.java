package io.mingjian.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that must be told theirs before they open it. The system hands out none of
 * these by itself (Linux begins at 32768) and no stack uses them, so that only another test that
 * draws the same number in the same seconds could take one.
 */
public final class Ports {
    private static final int FIRST = 10_000;
    private static final int END = 20_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** A port of the loopback address that nobody listens at. */
    public static int free() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port found in " + TRIES + " tries");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
