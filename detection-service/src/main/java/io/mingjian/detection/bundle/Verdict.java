package io.mingjian.detection.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a bundle says. The same file and the same trust give the same verdict, whenever
 * it is asked for.
 *
 * @param flaws the first ones, if there are very many
 * @param manifest absent if there is none that can be read
 * @param signer absent if the seal cannot be read
 * @param time absent if the manifest cannot be read
 * @param heads of the bundle, the newest last; none if they cannot be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        State state,
        List<Flaw> flaws,
        @Nullable Manifest manifest,
        @Nullable Signer signer,
        @Nullable Time time,
        List<Head> heads,
        List<Kept> pieces) {

    private static final int MOST_FLAWS = 200;

    public Verdict {
        flaws = List.copyOf(flaws.subList(0, Math.min(MOST_FLAWS, flaws.size())));
        heads = List.copyOf(heads);
        pieces = List.copyOf(pieces);
    }

    /** Of a bundle at which the check itself failed, which a bundle as it was made never does. */
    public static Verdict failed(RuntimeException failure) {
        String what = "核验中途出错，其余内容无从核对（" + failure.getClass().getSimpleName() + "）";
        return new Verdict(
                State.NOT_INTACT,
                List.of(Flaw.of(Flaw.Kind.CONTAINER, null, what)),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /** The head that covers the whole bundle. */
    public @Nullable Head newest() {
        return heads.isEmpty() ? null : heads.get(heads.size() - 1);
    }

    /** The outcome in one word. */
    public enum State {
        INTACT("核验通过：内容完整，签名人在信任名单内"),
        UNVOUCHED("内容完整，但未提供信任证书，签名人的身份须另行核对"),
        UNPUBLISHED("内容完整，但有链头不在所给的公布链头之中，时间证明须另行核对"),
        NOT_INTACT("核验不通过：下列各处与封存时不一致");

        private final String zhName;

        State(String zhName) {
            this.zhName = zhName;
        }

        public String zhName() {
            return zhName;
        }
    }

    /**
     * Who sealed the bundle.
     *
     * @param sha256 of the certificate
     */
    public record Signer(
            String subject, String serial, String sha256, String algorithm, boolean trusted) {}

    /**
     * When it was made.
     *
     * @param time by the time stamp; absent without one that holds
     * @param trusted its authority is among the trusted
     */
    public record Time(
            Manifest.TimeEvidence evidence,
            @Nullable String time,
            @Nullable String authority,
            boolean trusted) {}

    /** What heads got from elsewhere say of a head. */
    public enum Publication {
        PUBLISHED("与公布的一致"),
        ABSENT("不在所给的公布链头之中"),
        CONTRADICTED("与公布的不一致"),
        NOT_COMPARED("未与公布的链头核对");

        private final String zhName;

        Publication(String zhName) {
            this.zhName = zhName;
        }

        public String zhName() {
            return zhName;
        }
    }

    /** A head of the bundle. */
    public record Head(AuditHead head, Publication publication) {}

    /**
     * A piece of evidence as it lies in the bundle.
     *
     * @param withheld entries of custody that the asker may not read in whole
     * @param keptSince when the first head that covers it was closed
     * @param keptSincePublication whether that head is among the published ones
     */
    public record Kept(
            Manifest.Piece piece,
            Hashes original,
            int custodyEntries,
            long withheld,
            @Nullable String keptSince,
            @Nullable Publication keptSincePublication) {}
}
