package io.mingjian.monitoring.letter;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class LetterLifecycleTest {
    @Nested
    class Laws extends LifecycleLaws<LetterState, LetterStep> {
        @Override
        protected Lifecycle<LetterState, LetterStep> lifecycle() {
            return LetterLifecycle.TABLE;
        }

        @Override
        protected Set<LetterState> endsOfRight() {
            return EnumSet.of(LetterState.WITHDRAWN);
        }
    }

    @Nested
    class Document extends LifecycleDocumentCheck<LetterState, LetterStep> {
        @Override
        protected Lifecycle<LetterState, LetterStep> lifecycle() {
            return LetterLifecycle.TABLE;
        }

        @Override
        protected String title() {
            return "协助函";
        }

        @Override
        protected String label(Enum<?> value) {
            if (value instanceof LetterState state) {
                return state.zh();
            }
            return value instanceof LetterStep step ? step.zh() : ((LetterLimit) value).zh();
        }
    }
}
