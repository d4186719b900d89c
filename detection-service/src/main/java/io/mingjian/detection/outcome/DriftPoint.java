package io.mingjian.detection.outcome;

/** A point of the scores that is watched: so many of a hundred pictures score no higher. */
enum DriftPoint {
    MEDIAN("中位数", 50),
    P99("99% 分位数", 99);

    private final String zhName;
    private final int percent;

    DriftPoint(String zhName, int percent) {
        this.zhName = zhName;
        this.percent = percent;
    }

    String zhName() {
        return zhName;
    }

    /** Which of so many sorted scores it is, from 1 on: the nearest rank. */
    int rank(int pictures) {
        return (pictures * percent + 99) / 100;
    }
}
