package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.FilePrints.Gap;
import java.nio.file.Path;
import java.util.Map;

/** Takes one compared file after another. */
interface ReuseReport {
    /** Before the first: how many files the index has, and which cannot be searched or not all. */
    void begin(int files, int searchable, Map<Path, Gap> gaps);

    void query(Compared compared);

    void end();
}
