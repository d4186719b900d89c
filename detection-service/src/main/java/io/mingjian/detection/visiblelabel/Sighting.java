package io.mingjian.detection.visiblelabel;

import io.mingjian.detection.visiblelabel.Phrases.Match;

/**
 * A label among the lines of a picture.
 *
 * @param line the line, or two of them joined
 * @param height height of one line
 * @param besideText stands in running text, as on a page or a screen
 */
record Sighting(Match match, Line line, double height, boolean besideText) {}
