package io.mingjian.detection.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ffmpeg program (LGPL build) as the platform artifact of {@code org.bytedeco:ffmpeg} carries
 * it, unpacked once into a folder that only this process can read. Its Java classes are not needed.
 */
final class FfmpegProgram {
    private static final System.Logger LOG = System.getLogger(FfmpegProgram.class.getName());
    private static final String PREFIX = "mingjian-media-";
    private static final String PROGRAM = "ffmpeg";
    private static final List<String> FILES =
            List.of(
                    PROGRAM,
                    "libavcodec.so.62",
                    "libavdevice.so.62",
                    "libavfilter.so.11",
                    "libavformat.so.62",
                    "libavutil.so.60",
                    "libswresample.so.6",
                    "libswscale.so.9",
                    "libva.so.2",
                    "libva-drm.so.2",
                    "libdrm.so.2");

    private static @Nullable Path folder;

    private FfmpegProgram() {}

    /** The folder that holds program and libraries; empty where there is none for this system. */
    static synchronized Optional<Path> folder() throws IOException {
        if (folder == null && FfmpegProgram.class.getResource(resource(PROGRAM)) != null) {
            folder = unpack();
        }
        return Optional.ofNullable(folder);
    }

    static String in(Path folder) {
        return folder.resolve(PROGRAM).toString();
    }

    private static String resource(String name) {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String platform = machine.equals("aarch64") ? "linux-arm64" : "linux-x86_64";
        return "/org/bytedeco/ffmpeg/" + platform + "/" + name;
    }

    private static Path unpack() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path fresh =
                Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
        sweep(temporary, fresh);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(fresh)));
        for (String name : FILES) {
            try (InputStream in = FfmpegProgram.class.getResourceAsStream(resource(name))) {
                if (in == null) {
                    throw new IOException("the decoder's artifact lacks " + name);
                }
                Files.copy(in, fresh.resolve(name));
            }
        }
        if (!fresh.resolve(PROGRAM).toFile().setExecutable(true)) {
            throw new IOException("the decoder cannot be made executable");
        }
        return fresh;
    }

    /**
     * Removes what processes that died have left; in a container all have the same number. What
     * another user has left is none of our business, and what cannot be removed is in nobody's way.
     *
     * @param ours the folder of this process, which stays
     */
    static void sweep(Path temporary, Path ours) {
        try (Stream<Path> files = Files.list(temporary)) {
            UserPrincipal self = Files.getOwner(ours);
            files.filter(file -> !file.equals(ours) && isLeftOver(file) && isOf(self, file))
                    .forEach(FfmpegProgram::remove);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "the temporary folder was not swept: {0}", e.toString());
        }
    }

    private static boolean isOf(UserPrincipal user, Path file) {
        try {
            return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(user);
        } catch (IOException e) {
            // Somebody else removed it in the meantime, or hides it.
            return false;
        }
    }

    private static boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,10}-\\d+")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "{0} was not removed: {1}", folder, e.toString());
        }
    }
}
