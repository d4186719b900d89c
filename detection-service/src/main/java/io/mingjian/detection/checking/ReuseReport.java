package io.mingjian.detection.checking;

import io.mingjian.detection.checking.Compared.Trouble;
import java.nio.file.Path;
import java.util.Map;

/** Takes one compared file after another. */
interface ReuseReport {
    /** Before the first: how many files the index has, and which of them cannot be searched. */
    void begin(int files, int searchable, Map<Path, Trouble> troubles);

    void query(Compared compared);

    void end();
}
