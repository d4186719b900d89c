package io.mingjian.detection.evaluation;

import java.nio.file.Path;
import java.util.Random;

/**
 * One picture of the manifest.
 *
 * @param name its path as the manifest writes it; the seed of all that chance decides about it
 * @param repository where it comes from, without the place in it
 * @param gallery pictures that were published together; twins of both classes are compared in it
 * @param damage shows real damage, as the manifest says; empty when it says nothing
 */
record Sample(
        String name,
        Path file,
        Label label,
        String generator,
        String repository,
        String gallery,
        String split,
        String damage) {

    /** What the manifest says that a picture is. */
    enum Label {
        REAL,
        AI,
        /** A camera picture, changed by hand or in part by a model. */
        EDITED
    }

    boolean isReal() {
        return label == Label.REAL;
    }

    /** By what it is reported: generated pictures by generator, camera pictures by source. */
    String group() {
        return isReal() ? repository + " (" + generator + ")" : generator;
    }

    /** Chance that depends on the seed and on this picture, not on the order of the work. */
    Random random(long seed, String use) {
        return new Random(seed * 1_000_003 + (name + "|" + use).hashCode() * 65_599L);
    }
}
