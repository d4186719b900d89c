package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.Region;
import java.util.List;

/**
 * What differs between a picture and a thumbnail that lies on it, block by block. Brightness is
 * compared after the thumbnail's contrast and level, colour after its common shift: cameras render
 * small pictures a little differently.
 *
 * @param agreement share of the textured blocks that agree
 * @param parts places of the picture where neighbouring blocks differ
 * @param share share of all blocks that lie in such places
 */
record Differences(double agreement, List<Region> parts, double share, Rendering rendering) {

    Differences {
        parts = List.copyOf(parts);
    }

    static Differences of(Overlay overlay, Thresholds thresholds) {
        return new Blocks(overlay, thresholds).compare();
    }
}
