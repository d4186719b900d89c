package io.mingjian.detection.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileStoreTest extends ContentStoreContract {
    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileStore(directory, CLOCK);
    }

    @Override
    ContentStore store() {
        return store;
    }

    @Override
    List<String> names() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .filter(name -> !name.startsWith("incoming/"))
                    .toList();
        }
    }

    @Override
    void swap(Fingerprint file, byte[] bytes) throws IOException {
        Files.write(store.place(file), bytes);
    }

    @Test
    void aStoreWithoutItsShelvesDoesNotAnswer() throws IOException {
        assertThatThrownBy(store::requireAnswer).isInstanceOf(NoSuchFileException.class);
        keep(CONTENT);
        assertThatCode(store::requireAnswer).doesNotThrowAnyException();
    }

    @Test
    void theProbeFailsWhereNothingCanBeWritten() throws IOException {
        Path blocked = Files.createFile(directory.resolve("file"));
        ContentStore broken = new FileStore(blocked, CLOCK);
        assertThatThrownBy(broken::probe).isInstanceOf(IOException.class);
    }
}
