package io.mingjian.monitoring.instruction;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleDocumentCheck;
import io.mingjian.kit.testing.LifecycleLaws;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class InstructionLifecycleTest {
    @Nested
    class InstructionLaws extends LifecycleLaws<InstructionState, InstructionStep> {
        @Override
        protected Lifecycle<InstructionState, InstructionStep> lifecycle() {
            return InstructionLifecycle.INSTRUCTION;
        }

        /**
         * Closing is no refusal; who may do it without reasons is the timer alone, when all is
         * done.
         */
        @Override
        protected Set<InstructionState> endsOfRight() {
            return EnumSet.noneOf(InstructionState.class);
        }
    }

    @Nested
    class InstructionDocument extends LifecycleDocumentCheck<InstructionState, InstructionStep> {
        @Override
        protected Lifecycle<InstructionState, InstructionStep> lifecycle() {
            return InstructionLifecycle.INSTRUCTION;
        }

        @Override
        protected String title() {
            return "监测指令";
        }

        @Override
        protected String label(Enum<?> value) {
            return zh(value);
        }
    }

    @Nested
    class CommissionLaws extends LifecycleLaws<CommissionState, CommissionStep> {
        @Override
        protected Lifecycle<CommissionState, CommissionStep> lifecycle() {
            return InstructionLifecycle.COMMISSION;
        }

        @Override
        protected Set<CommissionState> endsOfRight() {
            return EnumSet.of(CommissionState.DECLINED, CommissionState.WITHDRAWN);
        }
    }

    @Nested
    class CommissionDocument extends LifecycleDocumentCheck<CommissionState, CommissionStep> {
        @Override
        protected Lifecycle<CommissionState, CommissionStep> lifecycle() {
            return InstructionLifecycle.COMMISSION;
        }

        @Override
        protected String title() {
            return "监测机构对指令的办理";
        }

        @Override
        protected String label(Enum<?> value) {
            return zh(value);
        }
    }

    private static String zh(Enum<?> value) {
        if (value instanceof InstructionState state) {
            return state.zh();
        }
        if (value instanceof InstructionStep step) {
            return step.zh();
        }
        if (value instanceof CommissionState state) {
            return state.zh();
        }
        return value instanceof CommissionStep step ? step.zh() : ((InstructionLimit) value).zh();
    }
}
