package io.mingjian.detection.bundle;

import java.util.regex.Pattern;

/** What the entries of a bundle are called. */
public final class BundleNames {
    public static final String MANIFEST = "manifest.json";
    public static final String HEAD = "audit-head.json";
    public static final String TIME_STAMP = "timestamp.der";
    public static final String SEAL = "seal.json";
    public static final String CERTIFICATES = "certificates.pem";
    public static final String SIGNATURE = "seal.sig";

    private static final Pattern ORIGINAL =
            Pattern.compile("evidence/[0-9a-f-]{36}/original\\.[a-z0-9]{1,16}");

    private BundleNames() {}

    static String original(String evidenceId, String mediaType) {
        String subtype = mediaType.substring(mediaType.lastIndexOf('/') + 1);
        String ending = subtype.replaceAll("[^a-z0-9]", "");
        return folder(evidenceId)
                + "original."
                + (ending.isEmpty() ? "bin" : ending.substring(0, Math.min(16, ending.length())));
    }

    static String custody(String evidenceId) {
        return folder(evidenceId) + "custody.json";
    }

    static String analysis(String evidenceId) {
        return folder(evidenceId) + "analysis.json";
    }

    static boolean isOriginal(String name) {
        return ORIGINAL.matcher(name).matches();
    }

    private static String folder(String evidenceId) {
        return "evidence/" + evidenceId + "/";
    }
}
