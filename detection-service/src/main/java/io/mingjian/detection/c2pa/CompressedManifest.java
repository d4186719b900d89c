package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.brotli.dec.BrotliInputStream;

/** A manifest in a box {@code brob}: the type of what was compressed, then a Brotli stream. */
final class CompressedManifest {
    private static final int TYPE = 4;
    private static final int HEAD = 8;

    private CompressedManifest() {}

    /**
     * The manifest itself.
     *
     * @param most bytes that it may have
     */
    static Jumbf open(Jumbf outer, int most) {
        byte[] stored =
                outer.content("brob")
                        .orElseThrow(() -> Unreadable.damaged("compressed manifest is empty"));
        ByteView view = ByteView.of(stored);
        int from = view.has(0, "jumb") ? TYPE : 0;
        Jumbf manifest = JumbfReader.read(whole(inflated(stored, from, most)));
        if (!manifest.label().equals(outer.label()) || manifest.type().equals("c2cm")) {
            throw Unreadable.damaged("compressed manifest is another one");
        }
        return manifest;
    }

    private static byte[] inflated(byte[] stored, int from, int most) {
        byte[] manifest;
        try (BrotliInputStream brotli =
                new BrotliInputStream(
                        new ByteArrayInputStream(stored, from, stored.length - from))) {
            manifest = brotli.readNBytes(most + 1);
        } catch (IOException | RuntimeException e) {
            // The library answers some malformed streams with unchecked exceptions.
            throw Unreadable.damaged("compressed manifest breaks off");
        }
        if (manifest.length > most) {
            throw Unreadable.limit("compressed manifest too long");
        }
        return manifest;
    }

    /** Some writers compress the box with its head, others what is in it. */
    private static byte[] whole(byte[] manifest) {
        if (ByteView.of(manifest).has(TYPE, "jumb")) {
            return manifest;
        }
        return ByteBuffer.allocate(HEAD + manifest.length)
                .putInt(HEAD + manifest.length)
                .put("jumb".getBytes(StandardCharsets.US_ASCII))
                .put(manifest)
                .array();
    }
}
