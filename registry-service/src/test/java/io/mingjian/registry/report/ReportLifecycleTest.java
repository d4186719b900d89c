package io.mingjian.registry.report;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class ReportLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<ReportState, ReportStep> {
        @Override
        protected Lifecycle<ReportState, ReportStep> lifecycle() {
            return ReportLifecycle.TABLE;
        }

        @Override
        protected Set<ReportState> endsOfRight() {
            return Set.of(
                    ReportState.NO_CASE,
                    ReportState.NO_AUTHORITY,
                    ReportState.DUPLICATE_NOT_HANDLED,
                    ReportState.MERGED,
                    ReportState.TRANSFERRED_AGENCY,
                    ReportState.TRANSFERRED_POLICE);
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<ReportState, ReportStep> {
        @Override
        protected Lifecycle<ReportState, ReportStep> lifecycle() {
            return ReportLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "举报办理流程";
        }

        @Override
        protected String label(Enum<?> value) {
            if (value instanceof ReportState state) {
                return state.zh();
            }
            if (value instanceof ReportStep step) {
                return step.zh();
            }
            return value instanceof ReportLimit limit ? limit.zh() : ((ResultLimit) value).zh();
        }
    }
}
