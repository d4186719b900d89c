package io.mingjian.detection.media;

import io.mingjian.detection.media.Child.Cause;
import io.mingjian.detection.media.Child.Outcome;
import io.mingjian.detection.media.Child.Outcome.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns files into pixels by the ffmpeg program in a {@link Child}. The demultiplexer is told and
 * not guessed, and no protocol but the open file is allowed, so a file cannot name another one; one
 * thread, because a second one would only take the processor from the service.
 */
final class Ffmpeg {
    private static final long LARGEST_BLOCK = 384L << 20;

    /** The picture laid over a white one of its size. */
    private static final List<String> ON_WHITE =
            List.of(
                    "-filter_complex",
                    "[0:v]format=rgba,split[a][b];[a]lutrgb=r=255:g=255:b=255:a=255[white];"
                            + "[white][b]overlay=format=rgb");

    private static final List<String> COLOURED =
            List.of("-pix_fmt", "rgb24", "-f", "image2pipe", "-c:v", "ppm");
    private static final List<String> PLAIN =
            List.of("-pix_fmt", "gray", "-f", "rawvideo", "-c:v", "rawvideo");
    private static final List<String> SAMPLES =
            List.of("-vn", "-sn", "-dn", "-ac", "1", "-ar", "8000", "-f", "s16le");

    private Ffmpeg() {}

    /**
     * What is asked of the program.
     *
     * @param input options before the file is named
     * @param output options behind it
     * @param pixels most that a picture of the file may turn out to hold
     */
    private record Task<T>(
            List<String> input, List<String> output, long pixels, Child.Output<List<T>> reader) {}

    /**
     * The first picture; every {@code step}-th row and column of it. Tiles of HEIF and AVIF are
     * joined by the program, which then takes no filter from us, so that the thinning is done here.
     *
     * @param pixels most that the file may turn out to hold
     */
    static Outcome<List<Pixels>> still(ByteView file, MediaKind kind, long pixels, int step) {
        // Turned as the container says; what EXIF says is applied by us, for every kind alike.
        boolean turns = kind == MediaKind.HEIF || kind == MediaKind.AVIF;
        return run(
                file,
                kind,
                new Task<>(
                        turns ? List.of() : List.of("-noautorotate"),
                        pictures(1, List.of(), COLOURED),
                        pixels,
                        new Pixmaps(1, pixels, step)));
    }

    /**
     * The first picture of a WebP, on white; every {@code step}-th row and column of it.
     *
     * @param pixels most that the file may turn out to hold
     */
    static Outcome<List<Pixels>> webp(ByteView file, Container container, long pixels, int step) {
        try {
            Optional<WebpStill> still = WebpStill.of(file, container);
            if (still.isEmpty()) {
                return new Failed<>(Cause.DAMAGED);
            }
            return run(
                    still.get().file(),
                    MediaKind.WEBP,
                    new Task<>(
                            List.of("-noautorotate"),
                            pictures(1, still.get().clear() ? ON_WHITE : List.of(), COLOURED),
                            pixels,
                            new Pixmaps(1, pixels, step)));
        } catch (BrokenBytes e) {
            return new Failed<>(Cause.DAMAGED);
        }
    }

    /**
     * Pictures of a film, upright, at least the given time apart, no side longer than {@link
     * MediaLimits#FILM_PICTURE_SIDE}.
     *
     * @param all whether every picture is decoded; otherwise those that need no other to be drawn
     */
    static Outcome<List<Pixels>> film(
            ByteView file, MediaKind kind, double secondsApart, boolean all) {
        int side = MediaLimits.FILM_PICTURE_SIDE;
        String apart = seconds(secondsApart);
        String filter =
                ("select='isnan(prev_selected_t)+gte(t-prev_selected_t,%s)',"
                                + "scale='min(%d,iw)':'min(%d,ih)'"
                                + ":force_original_aspect_ratio=decrease:flags=area")
                        .formatted(apart, side, side);
        return run(
                file,
                kind,
                new Task<>(
                        all ? List.of() : List.of("-skip_frame", "nokey"),
                        pictures(
                                MediaLimits.FILM_PICTURES,
                                List.of("-vf", filter, "-fps_mode", "passthrough"),
                                COLOURED),
                        MediaLimits.of(kind).pixels(),
                        new Pixmaps(MediaLimits.FILM_PICTURES, (long) side * side, 1)));
    }

    /** Every picture of the first seconds, small and grey. */
    static Outcome<List<GreyPicture>> motion(ByteView file, MediaKind kind, double window) {
        int side = GreyPicture.SIDE;
        String filter = "scale=%d:%d:flags=area,format=gray".formatted(side, side);
        int most = MediaLimits.MOTION_PICTURES;
        return run(
                file,
                kind,
                new Task<>(
                        List.of("-t", seconds(window)),
                        pictures(most, List.of("-vf", filter, "-fps_mode", "passthrough"), PLAIN),
                        MediaLimits.of(kind).pixels(),
                        new GreyPictures(most)));
    }

    /** The loudest sample of the first {@link MediaLimits#SOUND_SECONDS} seconds. */
    static Outcome<List<Integer>> loudness(ByteView file, MediaKind kind) {
        return run(
                file,
                kind,
                new Task<>(
                        List.of("-t", String.valueOf(MediaLimits.SOUND_SECONDS)),
                        SAMPLES,
                        MediaLimits.of(kind).pixels(),
                        new Loudness()));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static List<String> pictures(int most, List<String> options, List<String> form) {
        List<String> output = new ArrayList<>(List.of("-an", "-sn", "-dn"));
        output.addAll(List.of("-frames:v", String.valueOf(most)));
        output.addAll(options);
        output.addAll(List.of("-threads", "1"));
        output.addAll(form);
        return output;
    }

    private static <T> Outcome<List<T>> run(ByteView file, MediaKind kind, Task<T> task) {
        try {
            Optional<Path> folder = FfmpegProgram.folder();
            return folder.isEmpty()
                    ? new Failed<>(Cause.NO_DECODER)
                    : run(folder.get(), file, command(folder.get(), kind, task), kind, task);
        } catch (IOException e) {
            return new Failed<>(Cause.NO_DECODER);
        }
    }

    private static <T> Outcome<List<T>> run(
            Path folder, ByteView file, List<String> command, MediaKind kind, Task<T> task)
            throws IOException {
        Path copy = Files.createTempFile(folder, "in", "");
        try {
            file.writeTo(copy);
            Outcome<List<T>> outcome =
                    Child.run(command, folder, copy, MediaLimits.of(kind).child(), task.reader());
            boolean nothing =
                    outcome instanceof Outcome.Ended<List<T>> ended && ended.value().isEmpty();
            return nothing ? new Failed<>(Cause.DAMAGED) : outcome;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static List<String> command(Path folder, MediaKind kind, Task<?> task) {
        List<String> command = new ArrayList<>();
        command.add(FfmpegProgram.in(folder));
        command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "quiet"));
        command.addAll(List.of("-max_alloc", String.valueOf(LARGEST_BLOCK)));
        command.addAll(List.of("-threads", "1", "-filter_threads", "1"));
        command.addAll(List.of("-filter_complex_threads", "1"));
        command.addAll(List.of("-max_pixels", String.valueOf(task.pixels())));
        command.addAll(task.input());
        command.addAll(List.of("-protocol_whitelist", "fd", "-f", demuxer(kind), "-i", "fd:"));
        command.addAll(task.output());
        command.add("pipe:1");
        return command;
    }

    private static String demuxer(MediaKind kind) {
        return switch (kind) {
            case HEIF, AVIF, MP4 -> "mov";
            case MATROSKA -> "matroska";
            case AVI -> "avi";
            case FLV -> "flv";
            case GIF -> "gif";
            case TIFF -> "tiff_pipe";
            case BMP -> "bmp_pipe";
            case WEBP -> "webp_pipe";
            default -> throw new IllegalArgumentException("not decoded in a child: " + kind);
        };
    }
}
