package io.mingjian.detection;

import io.mingjian.detection.evidence.RetentionLaw;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalBasisCheck;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

class LegalBasisTest extends LegalBasisCheck {
    @Override
    protected String service() {
        return "detection";
    }

    @Override
    protected List<Lifecycle<?, ?>> procedures() {
        return List.of();
    }

    @Override
    protected List<LegalTable> tables() {
        return List.of(RetentionLaw.limits());
    }
}
