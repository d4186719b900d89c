package io.mingjian.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where tables come from: a file of the table's name in the folder {@code mingjian.tables.folder},
 * or else what ships with the service. Read once, at the start; a replacement is whole, nothing is
 * added to what ships.
 */
public final class Tables {
    /** Those of this service as it runs. */
    public static final Tables INSTALLED = configured(ConfigProvider.getConfig());

    private final @Nullable Path folder;

    Tables(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Those in that folder. */
    public static Tables in(Path folder) {
        return new Tables(folder);
    }

    static Tables configured(Config config) {
        return new Tables(
                config.getOptionalValue("mingjian.tables.folder", String.class)
                        .filter(text -> !text.isBlank())
                        .map(Path::of)
                        .orElse(null));
    }

    /**
     * A table as it is in force.
     *
     * @param source for people: a path, or what ships with the service
     */
    record InForce(String source, String yaml) {
        String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(yaml.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    /**
     * What a room makes of a table.
     *
     * @throws Unusable naming the table and what is wrong with it
     */
    public <T> T make(Table table, Function<String, T> made) {
        InForce found = inForce(table);
        try {
            return made.apply(found.yaml());
        } catch (Unusable another) {
            throw another;
        } catch (RuntimeException wrong) {
            throw new Unusable(found.source(), wrong);
        }
    }

    /** A table that must not be used. */
    static final class Unusable extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Unusable(String source, RuntimeException wrong) {
            super("Table " + source + " cannot be used: " + reason(wrong), wrong);
        }
    }

    InForce inForce(Table table) {
        Path replacement = folder == null ? null : folder.resolve(table.fileName());
        try {
            if (replacement != null && Files.exists(replacement)) {
                return new InForce(replacement.toString(), Files.readString(replacement));
            }
            try (InputStream in = Tables.class.getResourceAsStream(table.shipped())) {
                if (in == null) {
                    throw new IllegalStateException("Missing " + table.shipped());
                }
                return new InForce(
                        "shipped " + table.shipped().substring(1),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Table " + table.fileName(), unreadable);
        }
    }

    /**
     * A misspelt name would silently replace nothing. Names that begin with a dot are of whoever
     * mounts the folder.
     *
     * @throws IllegalStateException if the folder is missing or holds a file of another name
     */
    void requireKnownFiles() {
        if (folder == null) {
            return;
        }
        List<String> known = Arrays.stream(Table.values()).map(Table::fileName).toList();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> unknown =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !known.contains(name))
                            .sorted()
                            .toList();
            if (!unknown.isEmpty()) {
                throw new IllegalStateException(
                        "mingjian.tables.folder "
                                + folder
                                + " holds "
                                + unknown
                                + ", but tables are called "
                                + known);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "mingjian.tables.folder " + folder + " cannot be read", unreadable);
        }
    }

    private static String reason(Throwable wrong) {
        Throwable deepest = wrong;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
