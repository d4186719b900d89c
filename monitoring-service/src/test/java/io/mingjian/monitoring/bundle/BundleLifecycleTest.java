package io.mingjian.monitoring.bundle;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class BundleLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<BundleState, BundleStep> {
        @Override
        protected Lifecycle<BundleState, BundleStep> lifecycle() {
            return BundleLifecycle.TABLE;
        }

        @Override
        protected Set<BundleState> endsOfRight() {
            return Set.of();
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<BundleState, BundleStep> {
        @Override
        protected Lifecycle<BundleState, BundleStep> lifecycle() {
            return BundleLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "线索文件包流程";
        }

        @Override
        protected String label(Enum<?> value) {
            return value instanceof BundleState state ? state.zh() : ((BundleStep) value).zh();
        }
    }
}
