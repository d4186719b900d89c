package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.Orientation;

/** A part of the picture and a part of its turned thumbnail laid over each other. */
final class Overlay {
    private final Orientation turn;
    private final Planes picture;
    private final Planes thumbnail;
    private final Region inPicture;
    private final Region inThumbnail;
    private final double[] pictureCells;
    private final double[] thumbnailCells;
    private final double likeness;

    private Overlay(
            Orientation turn,
            Planes picture,
            Planes thumbnail,
            Region inPicture,
            Region inThumbnail,
            double[] pictureCells,
            double[] thumbnailCells) {
        this.turn = turn;
        this.picture = picture;
        this.thumbnail = thumbnail;
        this.inPicture = inPicture;
        this.inThumbnail = inThumbnail;
        this.pictureCells = pictureCells;
        this.thumbnailCells = thumbnailCells;
        this.likeness = Statistics.correlation(pictureCells, thumbnailCells);
    }

    static Overlay of(
            Orientation turn,
            Planes picture,
            Planes thumbnail,
            Region inPicture,
            Region inThumbnail) {
        return new Overlay(
                turn,
                picture,
                thumbnail,
                inPicture,
                inThumbnail,
                cells(picture, picture, inPicture),
                cells(picture, thumbnail, inThumbnail));
    }

    /** More cells along the picture's longer side. */
    private static double[] cells(Planes picture, Planes planes, Region window) {
        return planes.luma(window, picture.columns(), picture.rows());
    }

    /** The same with another part of the picture. */
    Overlay onPicture(Region window) {
        return new Overlay(
                turn,
                picture,
                thumbnail,
                window,
                inThumbnail,
                cells(picture, picture, window),
                thumbnailCells);
    }

    /** The same with another part of the thumbnail. */
    Overlay onThumbnail(Region window) {
        return new Overlay(
                turn,
                picture,
                thumbnail,
                inPicture,
                window,
                pictureCells,
                cells(picture, thumbnail, window));
    }

    /** How the thumbnail was turned. */
    Orientation turn() {
        return turn;
    }

    Planes picture() {
        return picture;
    }

    Planes thumbnail() {
        return thumbnail;
    }

    Region inPicture() {
        return inPicture;
    }

    Region inThumbnail() {
        return inThumbnail;
    }

    /** Correlation of brightness, -1 to 1. */
    double likeness() {
        return likeness;
    }

    /** Share of the thumbnail without its bars that the picture shows. */
    double shownOfThumbnail() {
        return Math.min(1, area(inThumbnail) / area(Bars.content(thumbnail)));
    }

    /**
     * Share of the picture that the thumbnail shows, of as much as it can show: a thumbnail of
     * another shape may leave out what does not fit into it.
     */
    double shownOfPicture() {
        Region content = Bars.content(thumbnail);
        double aspect = thumbnail.aspect() * content.width() / content.height();
        double ratio = aspect / picture.aspect();
        return Math.min(1, area(inPicture) / Math.min(ratio, 1 / ratio));
    }

    private static double area(Region region) {
        return region.width() * region.height();
    }
}
