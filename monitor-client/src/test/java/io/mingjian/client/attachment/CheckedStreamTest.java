package io.mingjian.client.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedStreamTest {
    private static final int PIECE = 32 * 1024;

    @TempDir Path folder;

    @Test
    void hashesAreThoseOfTheStandards() throws IOException {
        Path file = folder.resolve("abc");
        Files.writeString(file, "abc", StandardCharsets.US_ASCII);
        assertThat(Attachments.hash(file))
                .isEqualTo(
                        new Hashes(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7})
    void theFileThatWasCheckedComesThroughWhole(int size) throws IOException {
        byte[] bytes = bytes(size);
        try (CheckedStream stream = stream(bytes, bytes)) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
            assertThat(stream.isChanged()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7})
    void ofAnotherFileTheLastPieceNeverComes(int size) throws IOException {
        byte[] checked = bytes(size);
        byte[] other = checked.clone();
        other[size - 1] ^= 1;
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        assertThatThrownBy(
                        () -> {
                            try (CheckedStream stream = stream(other, checked)) {
                                stream.transferTo(got);
                            }
                        })
                .isInstanceOf(ChangedFile.class);
        assertThat(got.size()).isLessThan(size);
        assertThat(got.toByteArray()).isEqualTo(Arrays.copyOf(other, got.size()));
    }

    @Test
    void linksOutOfTheFolderLeadNowhere() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("secret"), "x");
        Files.createSymbolicLink(inside.resolve("link"), folder.resolve("secret"));
        Files.writeString(inside.resolve("good"), "x");
        Attachments attachments = new Attachments(inside);
        assertThat(attachments.find("good")).isPresent();
        assertThat(attachments.find("link")).isEmpty();
        assertThat(attachments.find("../secret")).isEmpty();
        assertThat(attachments.find(folder.resolve("secret").toString())).isEmpty();
        assertThat(attachments.find("a\0b")).isEmpty();
        assertThat(attachments.find("")).isEmpty();
    }

    private static CheckedStream stream(byte[] real, byte[] checked) throws IOException {
        Hashes.Running running = new Hashes.Running();
        running.update(checked, 0, checked.length);
        return new CheckedStream(new ByteArrayInputStream(real), running.end());
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
