package io.mingjian.detection.reuse;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;

/** The rows of the table: what is done to a picture before it is looked for again. */
enum Changes {
    JPEG_70("saved again, JPEG 70", (image, random) -> Laundering.resaved(image, 0.7)),
    JPEG_30("saved again, JPEG 30", (image, random) -> Laundering.resaved(image, 0.3)),
    HALF_SIZE(
            "half size, JPEG 75",
            (image, random) -> Laundering.resaved(Laundering.resized(image, 0.5), 0.75)),
    TONED("lighter, more contrast", (image, random) -> Laundering.toned(image)),
    DARKENED("darker", (image, random) -> Laundering.darkened(image)),
    SATURATED("stronger colours", (image, random) -> Laundering.saturated(image)),
    MIRRORED("mirrored", (image, random) -> Laundering.mirrored(image)),
    QUARTER("quarter turn", (image, random) -> Laundering.quarterTurned(image)),
    SCREENSHOT("screenshot, trimmed", (image, random) -> Laundering.screenshot(image)),
    PHONE_SCREEN("screenshot of a telephone", Laundering::phoneScreen),
    CROP_90("crop to 90 % of the sides", (i, random) -> Laundering.cropped(i, 0.9, random)),
    CROP_75("crop to 75 %", (i, random) -> Laundering.cropped(i, 0.75, random)),
    CROP_60("crop to 60 %", (i, random) -> Laundering.cropped(i, 0.6, random)),
    WHITE_BORDER("white border", (i, random) -> Laundering.framed(i, 0.08, Color.WHITE)),
    BLACK_BORDER("wide dark border", (i, r) -> Laundering.framed(i, 0.18, new Color(20, 20, 30))),
    CAPTION_BELOW("caption bar below", Laundering::captioned),
    CAPTION_ON("caption bar on the picture", Laundering::writtenOn),
    TILTED_5("tilted by 5 degrees", (image, random) -> Laundering.tilted(image, 5, random)),
    TILTED_15("tilted by 15 degrees", (image, random) -> Laundering.tilted(image, 15, random)),
    RECAPTURED("photographed from a screen (model)", Laundering::recaptured),
    CROP_MIRROR_SAVE(
            "crop to 75 %, mirrored, JPEG 60",
            (image, random) ->
                    Laundering.resaved(
                            Laundering.mirrored(Laundering.cropped(image, 0.75, random)), 0.6));

    private final String told;
    private final Change change;

    private interface Change {
        BufferedImage of(BufferedImage image, Random random);
    }

    Changes(String told, Change change) {
        this.told = told;
        this.change = change;
    }

    String told() {
        return told;
    }

    BufferedImage of(BufferedImage image, Random random) {
        return change.of(image, random);
    }
}
