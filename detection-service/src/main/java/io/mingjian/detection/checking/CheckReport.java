package io.mingjian.detection.checking;

import io.mingjian.detection.finding.Analyzer;
import java.util.List;

/** Takes one file after another. */
interface CheckReport {
    void begin(List<Analyzer> panel);

    void file(Checked checked);

    void end();
}
