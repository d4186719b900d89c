package io.mingjian.detection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListTest {
    @TempDir Path folder;
    private Path claims;
    private Path link;

    @BeforeEach
    void folderAndALinkToIt() throws IOException {
        claims = Files.createDirectories(folder.resolve("claims"));
        Files.createDirectories(claims.resolve("later"));
        Files.writeString(claims.resolve("a.jpg"), "a");
        Files.writeString(claims.resolve("later/b.jpg"), "b");
        link = Files.createSymbolicLink(folder.resolve("link"), claims);
    }

    @Test
    void aFolderThatALinkNamesIsReadUnderTheNameThatWasGiven() {
        assertThat(FileList.of(List.of(link)))
                .containsExactly(link.resolve("a.jpg"), link.resolve("later/b.jpg"));
    }

    @Test
    void aFileThatIsReachedTwiceStandsOnceUnderItsFirstName() throws IOException {
        Path picture = claims.resolve("a.jpg");
        Path linked = Files.createSymbolicLink(folder.resolve("a-link.jpg"), picture);
        assertThat(
                        FileList.of(
                                List.of(
                                        claims,
                                        picture,
                                        linked,
                                        link.resolve("a.jpg"),
                                        link,
                                        claims)))
                .containsExactly(picture, claims.resolve("later/b.jpg"));
        assertThat(FileList.of(List.of(linked, claims)))
                .containsExactly(linked, claims.resolve("later/b.jpg"));
    }

    @Test
    void whatIsGoneIsLeftToWhoeverOpensIt() {
        Path gone = folder.resolve("gone.jpg");
        assertThat(FileList.of(List.of(gone, gone))).containsExactly(gone);
    }

    @Test
    void linksInsideAFolderAreNotFollowed() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(other.resolve("claims"), claims);
        Files.createSymbolicLink(other.resolve("a.jpg"), claims.resolve("a.jpg"));
        assertThat(FileList.of(List.of(other))).isEmpty();
    }
}
