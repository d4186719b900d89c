package io.mingjian.detection.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was done to the picture, as the signer states it.
 *
 * @param name such as {@code c2pa.created}
 * @param digitalSourceType last word of the IPTC source type, such as {@code
 *     trainedAlgorithmicMedia}
 * @param softwareAgent program that did it
 */
public record Action(
        String name, Optional<String> digitalSourceType, Optional<String> softwareAgent) {
    private static final int MOST = 100;

    static List<Action> of(Manifest manifest) {
        List<Action> actions = new ArrayList<>();
        for (Jumbf assertion : manifest.assertions("c2pa.actions")) {
            assertion.cbor().map(fields -> fields.list("actions")).orElse(List.of()).stream()
                    .limit(MOST)
                    .map(Action::of)
                    .forEach(actions::add);
        }
        return List.copyOf(actions);
    }

    private static Action of(Cbor action) {
        Optional<String> agent =
                action.text("softwareAgent")
                        .or(() -> action.get("softwareAgent").flatMap(a -> a.text("name")));
        return new Action(
                Limits.bounded(action.text("action").orElse("")),
                action.text("digitalSourceType").map(Action::lastWord),
                agent.map(Limits::bounded));
    }

    private static String lastWord(String uri) {
        String plain = uri.strip();
        return Limits.bounded(plain.substring(plain.lastIndexOf('/') + 1));
    }
}
