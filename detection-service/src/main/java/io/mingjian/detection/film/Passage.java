package io.mingjian.detection.film;

/**
 * Pictures of a film one after the other.
 *
 * @param from number of the first, from 0
 * @param to number of the last
 */
record Passage(int from, int to) {
    int length() {
        return to - from + 1;
    }
}
