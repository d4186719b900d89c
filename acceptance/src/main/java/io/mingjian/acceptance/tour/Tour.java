package io.mingjian.acceptance.tour;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./mingjian tour [--pictures DIR]}: exit status 0 when every step held, else 1. Without a
 * folder the samples are used where {@code MINGJIAN_DATA} names them, otherwise pictures are drawn.
 */
public final class Tour {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Tour() {}

    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path root = Path.of(System.getProperty("mingjian.root", ".")).toAbsolutePath().normalize();
        Addresses addresses =
                Addresses.of(
                        StackOptions.fromEnvironment(root, System.getenv(), Progress.silent()));
        Optional<Path> folder =
                arguments.length > 0 ? folder(arguments) : samples(System.getenv("MINGJIAN_DATA"));
        if (arguments.length > 0 && folder.isEmpty()) {
            out.println(
                    "usage: tour [--pictures DIR], where DIR is a folder of JPEG, PNG or WebP files");
            System.exit(2);
        }
        System.exit(run(addresses, folder, Clock.systemUTC(), out));
    }

    /** Tells the story and gives the exit status. */
    static int run(Addresses addresses, Optional<Path> folder, Clock clock, PrintStream out) {
        try {
            walk(addresses, folder, clock, out);
            return 0;
        } catch (RuntimeException failed) {
            out.println();
            out.println("演示中止：" + failed.getMessage());
            out.println("The tour stopped: " + failed.getMessage());
            return 1;
        }
    }

    /**
     * Tells the story and brings back what was seen.
     *
     * @throws StepFailed where a step does not hold
     */
    public static Seen walk(
            Addresses addresses, Optional<Path> folder, Clock clock, PrintStream out) {
        long number = clock.millis();
        LocalDateTime taken = LocalDateTime.ofInstant(clock.instant(), SHANGHAI).minusHours(3);
        TourPictures pictures =
                folder.map(from -> TourPictures.from(from, number, taken))
                        .orElseGet(() -> TourPictures.drawn(number, taken));
        return new Walk(new Actors(addresses), pictures, new Narrator(out), number, clock).all();
    }

    private static Optional<Path> samples(@Nullable String data) {
        return Optional.ofNullable(data)
                .map(folder -> Path.of(folder).resolve("images"))
                .filter(Files::isDirectory);
    }

    /** Empty where the arguments do not name a folder. */
    private static Optional<Path> folder(String[] arguments) {
        return arguments.length == 2 && arguments[0].equals("--pictures")
                ? Optional.of(Path.of(arguments[1])).filter(Files::isDirectory)
                : Optional.empty();
    }
}
