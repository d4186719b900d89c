package io.mingjian.detection.bundle;

import static io.mingjian.detection.bundle.BundleFixture.ends;
import static io.mingjian.detection.bundle.BundleFixture.sample;
import static io.mingjian.detection.bundle.BundleFixture.verify;
import static io.mingjian.detection.bundle.Packed.add;
import static io.mingjian.detection.bundle.Packed.entry;
import static io.mingjian.detection.bundle.Packed.indexOf;
import static io.mingjian.detection.bundle.Packed.inserted;
import static io.mingjian.detection.bundle.Packed.members;
import static io.mingjian.detection.bundle.Packed.repack;
import static io.mingjian.detection.bundle.Packed.rewrite;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be done to the container of a bundle. */
class ContainerFaultsTest {
    @TempDir Path folder;

    @Test
    void cutOffAnywhereIsNotIntact() throws IOException {
        byte[] bytes = Files.readAllBytes(sample().write(file()));
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertThat(verify(file()).state()).isEqualTo(State.NOT_INTACT);
        }
    }

    @Test
    void bytesBeforeBetweenOrBehindAreNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(sample().write(file()));
        Member second = members(bytes).get(1);
        for (int at : new int[] {0, (int) second.offset(), bytes.length}) {
            Files.write(file(), inserted(bytes, at, new byte[] {0}));
            assertThat(verify(file()).flaws())
                    .as("byte put in at %d", at)
                    .anyMatch(flaw -> flaw.kind() == Kind.CONTAINER);
        }
        Files.write(file(), inserted(bytes, bytes.length, new byte[] {1, 2, 3}));
        assertThat(verify(file()).flaws())
                .extracting(Flaw::offset, Flaw::what)
                .contains(tuple((long) bytes.length, "文件末尾多出 3 字节"));
    }

    @Test
    void aCommentIsNoPlaceToHideIn() throws IOException {
        byte[] bytes = Files.readAllBytes(sample().write(file()));
        byte[] commented = inserted(bytes, bytes.length, "hidden".getBytes(UTF_8));
        commented[bytes.length - 2] = 6;
        Files.write(file(), commented);
        assertThat(verify(file()).state()).isEqualTo(State.NOT_INTACT);
    }

    @Test
    void whatAnotherProgramPacksIsNotInTheForm() throws IOException {
        Path bundle = sample().write(file());
        Path repacked = folder.resolve("repacked.zip");
        try (ZipFile zip = new ZipFile(bundle.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(repacked))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(zip.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(verify(repacked).flaws()).anyMatch(flaw -> flaw.kind() == Kind.CONTAINER);
    }

    @Test
    void entriesInAnotherOrderAreNamed() throws IOException {
        Path bundle = sample().with("second").write(file());
        repack(bundle, names -> Collections.swap(names, 0, 3));
        assertThat(verify(bundle).flaws())
                .anyMatch(flaw -> flaw.kind() == Kind.CONTAINER && flaw.what().equals("条目次序与清单不符"));
    }

    @Test
    void swappedContentsAreNamed() throws IOException {
        Path bundle = sample().with("second").write(file());
        String first = "evidence/" + BundleSample.id(0) + "/original.jpeg";
        String second = "evidence/" + BundleSample.id(1) + "/original.jpeg";
        byte[] one = entry(bundle, first);
        byte[] two = entry(bundle, second);
        rewrite(
                bundle,
                (name, bytes) -> name.equals(first) ? two : name.equals(second) ? one : bytes);
        assertThat(verify(bundle).flaws())
                .filteredOn(flaw -> flaw.kind() == Kind.CONTENT)
                .extracting(Flaw::entry)
                .containsExactly(first, second);
    }

    @Test
    void missingAndAdditionalEntriesAreNamed() throws IOException {
        Path bundle = sample().write(file());
        repack(bundle, names -> names.remove(2));
        assertThat(verify(bundle).flaws())
                .anyMatch(flaw -> flaw.kind() == Kind.MISSING && ends(flaw, "analysis.json"));
        Path more = sample().write(folder.resolve("more.zip"));
        add(more, "notes.txt", "x".getBytes(UTF_8));
        assertThat(verify(more).flaws())
                .anyMatch(flaw -> flaw.kind() == Kind.UNEXPECTED && ends(flaw, "notes.txt"));
    }

    @Test
    void oneNameTwiceIsNamed() throws IOException {
        Path bundle = sample().write(file());
        add(bundle, BundleNames.MANIFEST, entry(bundle, BundleNames.MANIFEST));
        assertThat(verify(bundle).flaws()).anyMatch(flaw -> flaw.what().equals("条目名称重复"));
    }

    @Test
    void aNameThatLeavesTheFolderIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(sample().write(file()));
        byte[] from = ("evidence/" + BundleSample.id(0) + "/analysis.json").getBytes(UTF_8);
        byte[] to = ("../../../" + BundleSample.id(0) + "/analysis.json").getBytes(UTF_8);
        for (int at = indexOf(bytes, from); at >= 0; at = indexOf(bytes, from)) {
            System.arraycopy(to, 0, bytes, at, to.length);
        }
        Files.write(file(), bytes);
        assertThat(verify(file()).flaws()).anyMatch(flaw -> flaw.what().equals("条目名称不合规定"));
    }

    @Test
    void noiseIsNotIntactAndNoAccident() throws IOException {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (noise.length > 4 && round % 2 == 0) {
                noise[0] = 'P';
                noise[1] = 'K';
                noise[2] = 3;
                noise[3] = 4;
            }
            Files.write(file(), noise);
            assertThat(verify(file()).state()).isEqualTo(State.NOT_INTACT);
        }
    }

    private Path file() {
        return folder.resolve("bundle.zip");
    }
}
