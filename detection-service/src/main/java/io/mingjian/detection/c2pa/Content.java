package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.ManifestReport.Role;
import java.util.List;
import java.util.Set;

/** What the credentials of a file say about how the picture came about. */
enum Content {
    /** The picture, or the one from which it was made, is called made by a trained model. */
    GENERATED,
    /** A trained model had a part in it. */
    AI_EDITED,
    /** It is called taken by a camera, and no model is named. */
    CAMERA,
    /** None of these. */
    OTHER;

    private static final String MADE_BY_MODEL = "trainedAlgorithmicMedia";
    private static final Set<String> MODEL =
            Set.of(MADE_BY_MODEL, "compositeWithTrainedAlgorithmicMedia");
    private static final Set<String> TAKEN =
            Set.of("digitalCapture", "computationalCapture", "compositeCapture");
    private static final Set<Role> THE_PICTURE_ITSELF = Set.of(Role.ACTIVE, Role.PARENT);

    static Content of(List<ManifestReport> manifests) {
        boolean generated = false;
        boolean edited = false;
        boolean taken = false;
        for (ManifestReport manifest : manifests) {
            boolean itself = THE_PICTURE_ITSELF.contains(manifest.role());
            for (Action action : manifest.actions()) {
                String source = action.digitalSourceType().orElse("");
                boolean created = action.name().equals("c2pa.created");
                generated |= itself && created && source.equals(MADE_BY_MODEL);
                edited |= manifest.role() != Role.UNREFERENCED && MODEL.contains(source);
                taken |= itself && TAKEN.contains(source);
            }
        }
        if (generated) {
            return GENERATED;
        }
        if (edited) {
            return AI_EDITED;
        }
        return taken ? CAMERA : OTHER;
    }
}
