package io.mingjian.paper;

import java.time.LocalDate;

/** One version of the text of a paper. It is fixed once a paper was made with it. */
public interface TextVersion {
    int version();

    /** First day on which it is used. */
    LocalDate validFrom();
}
