package io.mingjian.detection.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.preservation.BundleShelf.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleShelfTest {
    private static final int MOST = 2;

    @TempDir Path parent;
    private BundleShelf shelf;

    @BeforeEach
    void open() {
        shelf = new BundleShelf(MOST, parent, Runnable::run);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void whenAllPlacesAreTakenTheNextIsRefusedUntilOneIsLeft() {
        Place first = shelf.take();
        shelf.take();
        assertThatThrownBy(shelf::take).isInstanceOf(BundlesBusy.class);
        first.leave();
        shelf.take();
        assertThat(shelf.free()).isZero();
    }

    @Test
    void aPlaceIsFreedOnceHoweverOftenItIsLeft() {
        Place place = shelf.take();
        place.leave();
        place.leave();
        assertThat(shelf.free()).isEqualTo(MOST);
    }

    @Test
    void theFileIsThereUntilThePlaceIsLeft() throws IOException {
        Place place = shelf.take();
        Path file = place.write(path -> Files.writeString(path, "bundle"));
        assertThat(file).hasContent("bundle");
        place.leave();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsWrittenForNobodyIsRemovedAsSoonAsItIsWritten() throws IOException {
        Place place = shelf.take();
        Path file =
                place.write(
                        path -> {
                            Files.writeString(path, "half");
                            place.leave();
                            assertThat(shelf.free()).isEqualTo(MOST - 1);
                            Files.writeString(path, "whole");
                        });
        assertThat(file).doesNotExist();
        assertThat(shelf.free()).isEqualTo(MOST);
    }

    @Test
    void whatFailsIsRemovedWhenThePlaceIsLeft() throws IOException {
        Place place = shelf.take();
        assertThatThrownBy(
                        () ->
                                place.write(
                                        path -> {
                                            Files.writeString(path, "half");
                                            throw new IOException("no room");
                                        }))
                .hasMessage("no room");
        place.leave();
        assertThat(files()).isZero();
        assertThat(shelf.free()).isEqualTo(MOST);
    }

    @Test
    void whoHasLeftBeforeGetsNothingWritten() {
        Place place = shelf.take();
        place.leave();
        assertThatThrownBy(() -> place.write(path -> Files.writeString(path, "x")))
                .isInstanceOf(IOException.class);
        assertThat(shelf.free()).isEqualTo(MOST);
    }

    @Test
    void whatTheDeadLeftIsSweptAndWhatTheLivingHoldIsNot() throws IOException {
        Path dead = Files.createDirectory(parent.resolve("mingjian-bundles-123"));
        Files.writeString(dead.resolve("a.zip"), "originals of somebody");
        Files.createFile(parent.resolve("mingjian-bundles-123.lock"));
        Path withoutMark = Files.createDirectory(parent.resolve("mingjian-bundles-124"));
        Path other = Files.createDirectory(parent.resolve("something-else"));
        BundleShelf living = new BundleShelf(MOST, parent, Runnable::run);
        Path theirs = living.take().write(path -> Files.writeString(path, "theirs"));
        Path mine = shelf.take().write(path -> Files.writeString(path, "mine"));
        Path nobodys = Files.writeString(mine.resolveSibling("nobodys.zip"), "x");
        shelf.sweep();
        assertThat(dead).doesNotExist();
        assertThat(parent.resolve("mingjian-bundles-123.lock")).doesNotExist();
        assertThat(withoutMark).doesNotExist();
        assertThat(nobodys).doesNotExist();
        assertThat(other).exists();
        assertThat(theirs).hasContent("theirs");
        assertThat(mine).hasContent("mine");
        living.close();
        assertThat(theirs).doesNotExist();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.filter(path -> path.toString().endsWith(".zip")).count();
        }
    }
}
