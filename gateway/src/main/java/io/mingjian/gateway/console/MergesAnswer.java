package io.mingjian.gateway.console;

import io.mingjian.gateway.console.DossierAnswer.Face;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was proposed and decided about who is one person. */
record MergesAnswer(@Nullable List<Merge> items) {

    record Merge(
            UUID id,
            int version,
            String stateName,
            String ruleText,
            @Nullable List<Face> filers,
            boolean documentsDiffer,
            @Nullable List<String> openSteps) {}
}
