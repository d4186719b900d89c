package io.mingjian.registry.listing;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class EntryLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<EntryState, EntryStep> {
        @Override
        protected Lifecycle<EntryState, EntryStep> lifecycle() {
            return EntryLifecycle.TABLE;
        }

        @Override
        protected Set<EntryState> endsOfRight() {
            return Set.of(EntryState.LISTED);
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<EntryState, EntryStep> {
        @Override
        protected Lifecycle<EntryState, EntryStep> lifecycle() {
            return EntryLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "投诉举报异常名录办理流程";
        }

        @Override
        protected String label(Enum<?> value) {
            if (value instanceof EntryState state) {
                return state.zh();
            }
            return value instanceof EntryStep step ? step.zh() : ((EntryLimit) value).zh();
        }
    }
}
