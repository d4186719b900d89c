package io.mingjian.monitoring.lead;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class LeadLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<LeadState, LeadStep> {
        @Override
        protected Lifecycle<LeadState, LeadStep> lifecycle() {
            return LeadLifecycle.TABLE;
        }

        @Override
        protected Set<LeadState> endsOfRight() {
            return EnumSet.of(
                    LeadState.UNQUALIFIED, LeadState.DUPLICATE, LeadState.RETURNED_FOR_SUPPLEMENT);
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<LeadState, LeadStep> {
        @Override
        protected Lifecycle<LeadState, LeadStep> lifecycle() {
            return LeadLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "监测线索";
        }

        @Override
        protected String label(Enum<?> value) {
            if (value instanceof LeadState state) {
                return state.zh();
            }
            return value instanceof LeadStep step ? step.zh() : ((LeadLimit) value).zh();
        }
    }
}
