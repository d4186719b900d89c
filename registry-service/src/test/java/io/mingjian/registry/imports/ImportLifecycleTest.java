package io.mingjian.registry.imports;

import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class ImportLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<ImportState, ImportStep> {
        @Override
        protected Lifecycle<ImportState, ImportStep> lifecycle() {
            return ImportLifecycle.TABLE;
        }

        @Override
        protected Set<ImportState> endsOfRight() {
            return Set.of();
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<ImportState, ImportStep> {
        @Override
        protected Lifecycle<ImportState, ImportStep> lifecycle() {
            return ImportLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "批量导入流程";
        }

        @Override
        protected String label(Enum<?> value) {
            return value instanceof ImportState state ? state.zh() : ((ImportStep) value).zh();
        }
    }
}
