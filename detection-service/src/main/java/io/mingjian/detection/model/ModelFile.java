package io.mingjian.detection.model;

import ai.onnxruntime.OrtException;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model with its card, the one checked against the other. */
public final class ModelFile {
    static final String CARD = "pixel-model.json";
    static final String MODEL = "pixel-model.onnx";

    /**
     * A folder with another model and its card, instead of the shipped one; empty for none at all.
     */
    private static final String ELSEWHERE = "MINGJIAN_PIXEL_MODEL";

    private final Card card;
    private final byte[] model;

    private ModelFile(Card card, byte[] model) {
        this.card = card;
        this.model = model;
    }

    /** What came of looking for a model. */
    public sealed interface Search {
        /** There is one and it fits its card. */
        record Ready(ModelFile file) implements Search {}

        /** No card lies there, so there is no model. */
        record None() implements Search {}

        /** There is a card, and it cannot be used. */
        record Refused(String reason) implements Search {}
    }

    /** The folder that {@code MINGJIAN_PIXEL_MODEL} names, otherwise what is shipped. */
    public static Search configured() {
        return configured(System.getenv(ELSEWHERE));
    }

    static Search configured(@Nullable String folder) {
        if (folder == null) {
            return shipped();
        }
        return folder.isBlank() ? new Search.None() : at(Path.of(folder));
    }

    static Search shipped() {
        byte[] card = resource(CARD);
        return card == null ? new Search.None() : checked(card, resource(MODEL));
    }

    static Search at(Path folder) {
        Path card = folder.resolve(CARD);
        Path model = folder.resolve(MODEL);
        if (!Files.exists(card)) {
            return new Search.None();
        }
        try {
            return checked(
                    Files.readAllBytes(card),
                    Files.exists(model) ? Files.readAllBytes(model) : null);
        } catch (IOException e) {
            return new Search.Refused("the model cannot be read: " + e.getMessage());
        }
    }

    private static Search checked(byte[] cardBytes, byte @Nullable [] model) {
        try {
            Card card = Card.parse(cardBytes);
            if (model == null) {
                return new Search.Refused("there is a card and no " + MODEL);
            }
            String sha256 = ByteView.of(model).sha256(0, model.length);
            if (!sha256.equals(card.sha256())) {
                return new Search.Refused("the model's SHA-256 is " + sha256 + ", not the card's");
            }
            return new Search.Ready(new ModelFile(card, model));
        } catch (IllegalArgumentException e) {
            return new Search.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static byte @Nullable [] resource(String name) {
        try (InputStream stream = ModelFile.class.getResourceAsStream(name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Card card() {
        return card;
    }

    /** Size of the network's file; the card is not counted. */
    public int bytes() {
        return model.length;
    }

    /** One thread: the same sums in the same order, and the other cores are for other pictures. */
    Network open() throws OrtException {
        return Network.open(model, 1);
    }
}
