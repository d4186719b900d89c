package io.mingjian.detection.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server that breaks each connection once so many bytes went along in one direction. */
final class Brook implements AutoCloseable {
    private final ServerSocket door;
    private final int to;
    private final int most;
    private final AtomicInteger cut = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Brook(int to, int most) {
        this.to = to;
        this.most = most;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    int cut() {
        return cut.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                threads.execute(() -> carry(near, far));
                threads.execute(() -> carry(far, near));
            }
        } catch (SocketException closed) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carry(Socket from, Socket into) {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] buffer = new byte[8192];
            int carried = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                carried += n;
                if (carried > most) {
                    cut.incrementAndGet();
                    return;
                }
            }
        } catch (IOException broken) {
            // either end may break first; that is what this is for
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
