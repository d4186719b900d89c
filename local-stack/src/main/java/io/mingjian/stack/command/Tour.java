package io.mingjian.stack.command;

import io.mingjian.stack.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the tour, which lives with the acceptance tests, as a process of its own. */
final class Tour {
    private static final String MAIN = "io.mingjian.acceptance.tour.Tour";

    private final Path root;

    Tour(Path root) {
        this.root = root;
    }

    /** The tour's own exit status. */
    int walk(@Nullable Path pictures) {
        Path target = root.resolve("acceptance/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new StackFailure("the tour is not built; ./mingjian builds it by itself");
        }
        try {
            return new ProcessBuilder(command(target, pictures)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackFailure("cannot start the tour: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }

    private List<String> command(Path target, @Nullable Path pictures) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        words.add("-Dmingjian.root=" + root);
        words.addAll(
                List.of(
                        "-cp",
                        target.resolve("classes")
                                + File.pathSeparator
                                + target.resolve("lib")
                                + "/*"));
        words.add(MAIN);
        if (pictures != null) {
            words.addAll(List.of("--pictures", pictures.toAbsolutePath().toString()));
        }
        return words;
    }
}
