package io.mingjian.detection.evaluation;

import io.mingjian.detection.model.ModelFile;
import io.mingjian.detection.reading.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures scores over a manifest and writes {@code table.csv}, {@code table.md} and {@code
 * table.json}. Exit status: 0 all was measured, whatever the figures are; 1 written, but a picture
 * could not be read or a foreign program failed; 2 the command was not understood, or nothing could
 * be read or written.
 */
final class EvaluateCommand {
    static final int MEASURED = 0;
    static final int INCOMPLETE = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE =
            """
            Usage: mingjian evaluate --manifest CSV --out DIR [options]
            Measures how well scores tell generated from camera pictures, with the controls
            without which such figures mislead (docs/evaluation.md).
              --manifest CSV       columns path,label,generator,source[,split,gallery,damage]
              --out DIR            gets table.csv, table.md and table.json
              --launder STEPS      all, or some of jpeg70,messenger,screenshot,crop75,recapture,
                                   untouched; separated by commas
              --tool NAME=COMMAND  a foreign program that judges the same pictures; may be repeated
              --limit N            at most N pictures of each generator and each real source
              --seed N             for everything that chance decides (default 20261129)
            Exit status: 0 measured, 1 measured with gaps, 2 not understood or nothing measured.
            """;

    private final PrintStream out;
    private final PrintStream err;

    EvaluateCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String... arguments) {
        try {
            return understood(List.of(arguments));
        } catch (IOException | UncheckedIOException e) {
            err.println("mingjian: cannot be read or written: " + e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (InvalidPathException e) {
            err.println("mingjian: not a path: " + e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (Manifest.Malformed e) {
            err.println("mingjian: " + e.getMessage());
            return NOT_UNDERSTOOD;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int understood(List<String> arguments) throws IOException, Manifest.Malformed {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return MEASURED;
        }
        Order order = new Order();
        Optional<String> wrong = order.take(arguments);
        if (wrong.isPresent()) {
            err.println("mingjian: " + wrong.get());
            err.print(USAGE);
            return NOT_UNDERSTOOD;
        }
        Path manifest = Objects.requireNonNull(order.manifest);
        Path folder = Objects.requireNonNull(order.out);
        List<Sample> samples = Manifest.drawn(Manifest.read(manifest), order.limit, order.seed);
        Files.createDirectories(folder);
        Result result = measured(samples, order);
        result.failedTools()
                .forEach((name, why) -> err.println("mingjian: " + name + " failed: " + why));
        result.unread().forEach(name -> err.println("mingjian: not readable: " + name));
        if (result.pictures().isEmpty()) {
            err.println("mingjian: no picture of the manifest can be read; no table is written");
            return NOT_UNDERSTOOD;
        }
        Tables.write(result, folder);
        out.print(Tables.summary(result));
        return result.failedTools().isEmpty() && result.unread().isEmpty() ? MEASURED : INCOMPLETE;
    }

    private Result measured(List<Sample> samples, Order order) throws IOException {
        Path files = Files.createTempDirectory("mingjian-evaluate");
        List<Score> scores = new ArrayList<>(Scores.shipped(ModelFile.configured()));
        try {
            scores.addAll(Scores.tools(order.tools));
            Measuring measuring = new Measuring(scores, order.steps, order.seed, files);
            Progress progress = new Progress(err, samples.size());
            for (Sample sample : samples) {
                measuring.measure(sample);
                progress.next();
            }
            progress.end();
            return new Reckoning(measuring, scores, order.steps, order.seed).result(samples);
        } finally {
            scores.forEach(Score::close);
            Files.delete(files);
        }
    }
}
