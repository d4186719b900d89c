package io.mingjian.monitoring.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sizes and times of imports. */
@ConfigMapping(prefix = "mingjian.lead-imports")
interface ImportSettings extends io.mingjian.kit.imports.ImportSettings {
    /** Rows that one transaction enters, as many as a batch has. */
    @WithDefault("100")
    int enteredAtOnce();
}
