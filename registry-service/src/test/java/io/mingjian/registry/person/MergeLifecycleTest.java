package io.mingjian.registry.person;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class MergeLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<MergeState, MergeStep> {
        @Override
        protected Lifecycle<MergeState, MergeStep> lifecycle() {
            return MergeLifecycle.TABLE;
        }

        @Override
        protected Set<MergeState> endsOfRight() {
            return Set.of();
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<MergeState, MergeStep> {
        @Override
        protected Lifecycle<MergeState, MergeStep> lifecycle() {
            return MergeLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "投诉举报人合并与拆分流程";
        }

        @Override
        protected String label(Enum<?> value) {
            return value instanceof MergeState state ? state.zh() : ((MergeStep) value).zh();
        }
    }
}
