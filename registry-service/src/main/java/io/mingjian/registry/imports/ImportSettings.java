package io.mingjian.registry.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sizes and times of imports. */
@ConfigMapping(prefix = "mingjian.imports")
interface ImportSettings extends io.mingjian.kit.imports.ImportSettings {
    /** Of entries of another list. */
    @WithDefault("10000")
    int mostEntries();

    /** Rows that one transaction enters; others wait for its numbers and its audit entries. */
    @WithDefault("50")
    int enteredAtOnce();
}
