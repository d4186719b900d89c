package io.mingjian.detection.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A foreign program that judges the same pictures. It is started once through a shell, gets a
 * file's path per line and answers a line of JSON {@code {"path": …, "score": …}} for each, in the
 * same order; {@code "score": null} when it has nothing to say. What it prints to the other stream
 * goes to ours. After an answer that is none, or none in time, it is asked no more.
 */
final class Tool implements Score {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GONE = "";

    private final String name;
    private final Process process;
    private final BufferedWriter questions;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ObjectMapper json = new ObjectMapper();
    private Optional<String> failure = Optional.empty();
    private long nanos;
    private long peak;

    private Tool(String name, Process process) {
        this.name = name;
        this.process = process;
        this.questions =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(this::readAnswers, "tool-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    static Tool start(String name, String command) throws IOException {
        return new Tool(
                name,
                new ProcessBuilder("/bin/sh", "-c", command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    private void readAnswers() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (!line.isBlank()) {
                    answers.add(line);
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            answers.add(GONE);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }

    @Override
    public Optional<Judgement> of(Shown shown) {
        if (failure.isPresent()) {
            return Optional.empty();
        }
        try {
            questions.write(shown.file() + "\n");
            questions.flush();
            String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            nanos = Math.max(nanos, cpuNanos());
            peak = Math.max(peak, memory());
            if (answer == null || answer.equals(GONE)) {
                return failed(answer == null ? "no answer in time" : "the program ended");
            }
            return judgement(shown, json.readTree(answer));
        } catch (IOException e) {
            return failed("an answer that is no JSON, or a closed pipe: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private Optional<Judgement> judgement(Shown shown, JsonNode answer) {
        if (!answer.path("path").asText().equals(shown.file().toString())) {
            return failed("an answer about another file");
        }
        JsonNode score = answer.path("score");
        return score.isNumber() ? Optional.of(Judgement.of(score.asDouble())) : Optional.empty();
    }

    private Optional<Judgement> failed(String why) {
        failure = Optional.of(why);
        return Optional.empty();
    }

    /** Of the program and of those that it started and that still run. */
    private long cpuNanos() {
        return process.toHandle().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
                + process.descendants()
                        .mapToLong(
                                child ->
                                        child.info()
                                                .totalCpuDuration()
                                                .map(Duration::toNanos)
                                                .orElse(0L))
                        .sum();
    }

    private long memory() {
        return Memory.peakMebibytes(process.pid())
                + process.descendants().mapToLong(c -> Memory.peakMebibytes(c.pid())).sum();
    }

    @Override
    public long foreignNanos() {
        return nanos;
    }

    @Override
    public long foreignMebibytes() {
        return peak;
    }

    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            // It has ended already; there is nothing left to tell it.
            failure = failure.or(() -> Optional.of("the program ended"));
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
