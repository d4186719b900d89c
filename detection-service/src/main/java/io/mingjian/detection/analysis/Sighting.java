package io.mingjian.detection.analysis;

import io.mingjian.detection.reuse.Fit;
import io.mingjian.detection.reuse.ReuseMatch;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Another piece of evidence that shows the same picture.
 *
 * @param evidenceId the other one
 * @param distance differing bits of the two hashes, 0 to 256, laid as fits best; 0 for equal files
 * @param agreement share of textured parts that agree, 0 to 1
 * @param fit how this picture lies on the other one; empty for equal files and where it was not
 *     kept
 * @param spots where in either of the two, if they are films or documents
 * @param shared how many different pictures they have in common; one where neither has several
 */
public record Sighting(
        UUID evidenceId,
        Kind kind,
        int distance,
        double agreement,
        Optional<Fit> fit,
        Spots spots,
        int shared) {
    /**
     * The very same file is the closest, whatever the hashes say: those of a copy that was saved
     * again differ by nothing either. What is as close stays in its order.
     */
    public static final Comparator<Sighting> CLOSEST_FIRST =
            Comparator.comparing((Sighting sighting) -> sighting.kind != Kind.IDENTICAL_FILE)
                    .thenComparingInt(Sighting::distance);

    /** How alike two pieces of evidence are, the closest first. */
    public enum Kind {
        IDENTICAL_FILE("文件完全相同"),
        SAME_PICTURE("同一图片（可能经重新保存或缩放）"),
        CROPPED("同一图片（经裁剪或加边）"),
        TURNED("同一图片（经旋转或镜像）"),
        TILTED("同一图片（经倾斜或翻拍）");

        private final String zhName;

        Kind(String zhName) {
            this.zhName = zhName;
        }

        public String zhName() {
            return zhName;
        }
    }

    Sighting(UUID evidenceId, Kind kind, int distance, double agreement) {
        this(evidenceId, kind, distance, agreement, Optional.empty(), Spots.NONE, 1);
    }

    /** A file with the very same bytes. */
    public static Sighting copy(UUID evidenceId) {
        return new Sighting(evidenceId, Kind.IDENTICAL_FILE, 0, 1);
    }

    /**
     * A picture that was found and confirmed.
     *
     * @throws IllegalArgumentException if only the background is the same
     */
    public static Sighting of(UUID evidenceId, ReuseMatch match) {
        Kind kind =
                switch (match.kind()) {
                    case SAME_PICTURE -> Kind.SAME_PICTURE;
                    case CROPPED -> Kind.CROPPED;
                    case TURNED -> Kind.TURNED;
                    case TILTED -> Kind.TILTED;
                    case SAME_BACKGROUND ->
                            throw new IllegalArgumentException("not the same picture");
                };
        return new Sighting(
                evidenceId,
                kind,
                match.distance(),
                match.agreement(),
                Optional.of(match.fit()),
                Spots.NONE,
                1);
    }

    /** The same, with where in the two. */
    public Sighting at(Spots found) {
        return new Sighting(evidenceId, kind, distance, agreement, fit, found, shared);
    }

    /** The same, with how many pictures they have in common. */
    Sighting sharing(int pictures) {
        return new Sighting(evidenceId, kind, distance, agreement, fit, spots, pictures);
    }

    /** The same pair, told of the other one. */
    public Sighting reversed(UUID thisId) {
        return new Sighting(
                thisId,
                kind,
                distance,
                agreement,
                fit.map(Fit::reversed),
                spots.reversed(),
                shared);
    }
}
