package io.mingjian.detection.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Takes containers apart and packs them again. */
final class Packed {
    private Packed() {}

    static List<Member> members(byte[] bytes) throws IOException {
        return new MemberSearch(
                        (at, count) -> Arrays.copyOfRange(bytes, (int) at, (int) at + count),
                        bytes.length)
                .members();
    }

    static byte[] entry(Path bundle, String name) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    interface Change {
        byte[] of(String name, byte[] bytes);
    }

    static List<String> names(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return new ArrayList<>(zip.stream().map(ZipEntry::getName).toList());
        }
    }

    /** Writes the same container, in its form, with other contents. */
    static void rewrite(Path bundle, Change change) throws IOException {
        List<String> names = names(bundle);
        List<byte[]> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(change.of(name, entry(bundle, name)));
        }
        write(bundle, names, contents);
    }

    static void repack(Path bundle, Consumer<List<String>> change) throws IOException {
        List<String> names = names(bundle);
        change.accept(names);
        List<byte[]> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(entry(bundle, name));
        }
        write(bundle, names, contents);
    }

    static void add(Path bundle, String name, byte[] content) throws IOException {
        List<String> names = names(bundle);
        List<byte[]> contents = new ArrayList<>();
        for (String each : names) {
            contents.add(entry(bundle, each));
        }
        names.add(name);
        contents.add(content);
        write(bundle, names, contents);
    }

    static void write(Path bundle, List<String> names, List<byte[]> contents) throws IOException {
        try (ContainerWriter writer = new ContainerWriter(bundle)) {
            for (int i = 0; i < names.size(); i++) {
                writer.add(names.get(i), contents.get(i));
            }
            writer.finish();
        }
    }

    static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
