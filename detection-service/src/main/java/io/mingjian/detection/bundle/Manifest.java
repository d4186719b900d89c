package io.mingjian.detection.bundle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds, who asked for it and what for.
 *
 * @param format {@link #FORMAT}
 * @param createdAt in UTC
 * @param items every entry before the manifest, in the order of the container
 */
public record Manifest(
        String format,
        String bundleId,
        String createdAt,
        Request request,
        List<Piece> pieces,
        List<Item> items,
        TimeEvidence time) {
    public static final String FORMAT = "mingjian-preservation-bundle/1";

    public Manifest {
        pieces = List.copyOf(pieces);
        items = List.copyOf(items);
    }

    /** Who asked, and what for. */
    public record Request(String organisation, String purpose) {}

    /**
     * One piece of evidence.
     *
     * @param receivedAt when the service took it, in UTC
     */
    public record Piece(String evidenceId, String mediaType, String receivedAt) {}

    /** An entry of the container. */
    public record Item(String name, Hashes hashes) {}

    /**
     * What shows when the bundle was made.
     *
     * @param authority address of the time stamp authority
     * @param absence why there is no time stamp
     */
    public record TimeEvidence(Kind kind, @Nullable String authority, @Nullable Absence absence) {

        /** The published head is always there; a time stamp may be there too. */
        public enum Kind {
            TIME_STAMP,
            AUDIT_HEAD
        }

        /** Why there is no time stamp. */
        public enum Absence {
            NOT_CONFIGURED("未配置时间戳服务"),
            UNREACHABLE("时间戳服务无法连接"),
            BAD_ANSWER("时间戳服务的答复不可用");

            private final String zhName;

            Absence(String zhName) {
                this.zhName = zhName;
            }

            public String zhName() {
                return zhName;
            }
        }

        public static TimeEvidence stamped(String authority) {
            return new TimeEvidence(Kind.TIME_STAMP, authority, null);
        }

        public static TimeEvidence headOnly(Absence absence) {
            return new TimeEvidence(Kind.AUDIT_HEAD, null, absence);
        }
    }

    /** The names that the entries must have, in their order. */
    List<String> expectedNames() {
        List<String> names = expectedItems();
        names.add(BundleNames.MANIFEST);
        if (time.kind() == TimeEvidence.Kind.TIME_STAMP) {
            names.add(BundleNames.TIME_STAMP);
        }
        names.addAll(List.of(BundleNames.SEAL, BundleNames.CERTIFICATES, BundleNames.SIGNATURE));
        return names;
    }

    List<String> expectedItems() {
        List<String> names = new ArrayList<>();
        for (Piece piece : pieces) {
            names.add(BundleNames.original(piece.evidenceId(), piece.mediaType()));
            names.add(BundleNames.custody(piece.evidenceId()));
            names.add(BundleNames.analysis(piece.evidenceId()));
        }
        names.add(BundleNames.HEAD);
        return names;
    }
}
