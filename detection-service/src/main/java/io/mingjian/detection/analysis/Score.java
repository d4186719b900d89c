package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.forensics.Channel;
import io.mingjian.detection.media.EvidencePicture;
import java.util.List;

/**
 * How an analyzer scored a picture, whether it told it or not.
 *
 * @param channel how the picture came: scores spread differently in each
 */
record Score(AnalyzerId by, Channel channel, double value) {

    /** Of everyone that has a scale and could judge the picture. */
    static List<Score> of(EvidencePicture picture, List<Finding> findings) {
        Channel channel =
                Channel.of(picture.mediaFile(), Math.max(picture.width(), picture.height()));
        return findings.stream()
                .filter(finding -> finding.score().isPresent())
                .map(finding -> new Score(finding.by(), channel, finding.score().getAsDouble()))
                .toList();
    }
}
