package io.mingjian.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Mediation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleDocumentCheckTest {
    @TempDir Path root;

    @Test
    void aMissingDocumentFailsTheCheck() {
        assertStale(false);
    }

    @Test
    void updatingWritesTheDocumentAndThenTheCheckPasses() throws IOException {
        new Check(root, true).theCommittedDocumentIsWhatTheTableSays();

        new Check(root, false).theCommittedDocumentIsWhatTheTableSays();
        assertThat(root.resolve("docs/lifecycles/mediation.md")).exists();
    }

    @Test
    void aChangedDocumentFailsTheCheck() throws IOException {
        new Check(root, true).theCommittedDocumentIsWhatTheTableSays();
        Path file = root.resolve("docs/lifecycles/mediation.md");
        Files.writeString(file, Files.readString(file).replace("受理", "接收"));

        assertStale(false);
    }

    @Test
    void aLabelThatIsNotChineseFailsTheCheck() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () ->
                                new Check(root, false) {
                                    @Override
                                    protected String label(Enum<?> value) {
                                        return value.name();
                                    }
                                }.everyLabelIsWrittenInChinese());
        new Check(root, false).everyLabelIsWrittenInChinese();
    }

    private void assertStale(boolean updating) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> new Check(root, updating).theCommittedDocumentIsWhatTheTableSays())
                .withMessageContaining("mingjian.update-docs");
    }

    private static class Check extends LifecycleDocumentCheck<Mediation.State, Mediation.Step> {
        private final Path root;
        private final boolean updating;

        Check(Path root, boolean updating) {
            this.root = root;
            this.updating = updating;
        }

        @Override
        protected Lifecycle<Mediation.State, Mediation.Step> lifecycle() {
            return Mediation.TABLE;
        }

        @Override
        protected String title() {
            return "调解";
        }

        @Override
        protected String label(Enum<?> value) {
            return Mediation.label(value);
        }

        @Override
        protected Path root() {
            return root;
        }

        @Override
        protected boolean updating() {
            return updating;
        }
    }
}
