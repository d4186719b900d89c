package io.mingjian.registry.listing;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class CandidateLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<CandidateState, CandidateStep> {
        @Override
        protected Lifecycle<CandidateState, CandidateStep> lifecycle() {
            return CandidateLifecycle.TABLE;
        }

        @Override
        protected Set<CandidateState> endsOfRight() {
            return Set.of();
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<CandidateState, CandidateStep> {
        @Override
        protected Lifecycle<CandidateState, CandidateStep> lifecycle() {
            return CandidateLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "名录候选办理流程";
        }

        @Override
        protected String label(Enum<?> value) {
            if (value instanceof CandidateState state) {
                return state.zh();
            }
            return value instanceof CandidateStep step ? step.zh() : ((CandidateLimit) value).zh();
        }
    }
}
