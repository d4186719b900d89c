package io.mingjian.registry.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComplaintLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<ComplaintState, ComplaintStep> {
        @Override
        protected Lifecycle<ComplaintState, ComplaintStep> lifecycle() {
            return ComplaintLifecycle.TABLE;
        }

        @Override
        protected Set<ComplaintState> endsOfRight() {
            return Set.of(ComplaintState.NOT_ACCEPTED);
        }

        /** The state has rows of its own that end nothing: to tell of it, to find a clue. */
        @Test
        void mediationIsEndedByAPersonWithReasonsOnly() {
            var endings =
                    ComplaintLifecycle.TABLE.rows().stream()
                            .filter(row -> row.to() == ComplaintState.TERMINATED)
                            .filter(row -> row.from() != ComplaintState.TERMINATED)
                            .toList();
            assertThat(endings).hasSize(ComplaintState.OPEN_TO_MEDIATION.size());
            assertThat(endings)
                    .allMatch(row -> row.needsReasons() && !row.by().admitsMachine())
                    .allMatch(row -> row.step() == ComplaintStep.TERMINATE);
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<ComplaintState, ComplaintStep> {
        @Override
        protected Lifecycle<ComplaintState, ComplaintStep> lifecycle() {
            return ComplaintLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "投诉办理流程";
        }

        @Override
        protected String label(Enum<?> value) {
            if (value instanceof ComplaintState state) {
                return state.zh();
            }
            return value instanceof ComplaintStep step ? step.zh() : ((ComplaintLimit) value).zh();
        }
    }
}
