package io.mingjian.detection.media;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes films and pictures with the encoders of the shipped ffmpeg, so that none are stored. */
public final class FilmSmith {
    private FilmSmith() {}

    /** False, with a reason, on systems for which no ffmpeg is shipped. */
    public static boolean isHere() {
        boolean here = folder().isPresent();
        if (!here) {
            System.out.println("skipped: no ffmpeg is shipped for this system");
        }
        return here;
    }

    private static Optional<Path> folder() {
        try {
            return FfmpegProgram.folder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One second of red, then one of blue, 160 by 120, ten pictures a second. */
    public static byte[] redThenBlue(String extension, String... coding) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=red:s=160x120:r=10:d=1",
                                "-f",
                                "lavfi",
                                "-i",
                                "color=blue:s=160x120:r=10:d=1",
                                "-filter_complex",
                                "concat=n=2",
                                "-g",
                                "5"));
        arguments.addAll(List.of(coding));
        return made(extension, arguments);
    }

    /** One still picture of one colour. */
    public static byte[] plain(
            String extension, String colour, int width, int height, String... coding) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=%s:s=%dx%d".formatted(colour, width, height),
                                "-frames:v",
                                "1"));
        arguments.addAll(List.of(coding));
        return made(extension, arguments);
    }

    /** The same film with the note that players turn it. */
    public static byte[] turned(byte[] mp4, int degreesLeft) {
        return withFile(
                mp4,
                in ->
                        made(
                                "mp4",
                                List.of(
                                        "-display_rotation",
                                        String.valueOf(degreesLeft),
                                        "-i",
                                        in.toString(),
                                        "-c",
                                        "copy")));
    }

    /** Another film of this one: the same again, coded anew or as it is. */
    public static byte[] remade(byte[] film, List<String> before, String extension, String... out) {
        return withFile(
                film,
                in -> {
                    List<String> arguments = new ArrayList<>(before);
                    arguments.addAll(List.of("-i", in.toString()));
                    arguments.addAll(List.of(out));
                    return made(extension, arguments);
                });
    }

    /** A film of these pictures, each three bytes a pixel, row by row. */
    public static byte[] of(
            Iterable<byte[]> pictures,
            int width,
            int height,
            double rate,
            String extension,
            String... coding) {
        try {
            Path raw = Files.createTempFile("film", ".rgb");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw))) {
                    for (byte[] picture : pictures) {
                        out.write(picture);
                    }
                }
                List<String> arguments = new ArrayList<>(List.of("-f", "rawvideo"));
                arguments.addAll(List.of("-pix_fmt", "rgb24", "-s", width + "x" + height));
                arguments.addAll(List.of("-r", String.valueOf(rate), "-i", raw.toString()));
                arguments.addAll(List.of(coding));
                return made(extension, arguments);
            } finally {
                Files.delete(raw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three bytes a pixel, row by row. */
    public static byte[] rgb(BufferedImage image) {
        int width = image.getWidth();
        byte[] rgb = new byte[3 * width * image.getHeight()];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % width, i / width);
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return rgb;
    }

    /** As the service opens it. */
    public static EvidenceFilm opened(byte[] film) {
        Intake intake = Intake.of(ByteView.of(film));
        if (intake instanceof Intake.Film taken) {
            return taken.film();
        }
        throw new IllegalArgumentException("no film: " + intake);
    }

    private interface Making {
        byte[] from(Path file);
    }

    private static byte[] withFile(byte[] bytes, Making making) {
        try {
            Path file = Files.createTempFile("film", ".in");
            try {
                return making.from(Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made(String extension, List<String> arguments) {
        Path programs = folder().orElseThrow();
        try {
            Path file = Files.createTempFile("film", "." + extension);
            List<String> command = new ArrayList<>();
            command.add(FfmpegProgram.in(programs));
            command.addAll(List.of("-nostdin", "-v", "error", "-y"));
            command.addAll(arguments);
            command.add(file.toString());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LD_LIBRARY_PATH", programs.toString());
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("ffmpeg: " + said);
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
