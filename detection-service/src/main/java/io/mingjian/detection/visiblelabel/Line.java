package io.mingjian.detection.visiblelabel;

/**
 * A line of text as it was read.
 *
 * @param confidence mean certainty of its characters, 0 to 1
 * @param box where it stands, in pixels of the decoded picture
 */
record Line(String text, double confidence, Box box) {}
