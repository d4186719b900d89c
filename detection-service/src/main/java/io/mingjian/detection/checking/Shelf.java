package io.mingjian.detection.checking;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of bytes put aside in a temporary file, so that ten thousand pictures need no more memory
 * than one; the file ends with the process.
 */
final class Shelf implements Closeable {
    private record Place(long from, int length) {}

    private final FileChannel file;
    private final List<Place> places = new ArrayList<>();
    private long end;

    Shelf() throws IOException {
        Path path = Files.createTempFile("mingjian-check", ".shelf");
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Puts a piece behind the others; its number is how many came before. */
    int put(byte[] piece) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            long at = end;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            places.add(new Place(end, piece.length));
            end = at;
            return places.size() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] get(int number) {
        Place place = places.get(number);
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, place.from() + bytes.position()) < 0) {
                    throw new IOException("the temporary file was cut off");
                }
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
