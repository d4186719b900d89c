package io.mingjian.detection.sets;

import io.mingjian.detection.evidence.ContentState;
import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.kit.time.LegalDay;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the door of this room takes and answers. */
final class SetViews {
    private SetViews() {}

    /**
     * Pieces that belong together.
     *
     * @param reference number or id of the claim or filing
     * @param evidenceIds in the order in which they are to be shown
     */
    record SetRequest(
            @NotNull(message = "请选择证据所属事项的种类。") SubjectKind subjectKind,
            @NotNull(message = "请填写事项的编号。")
                    @Pattern(regexp = "\\S(.{0,98}\\S)?", message = "编号须为 1 至 100 个字符，首尾不留空白。")
                    String reference,
            @NotEmpty(message = "请列出至少一份证据。")
                    List<@NotNull(message = "证据编号不可为空。") UUID> evidenceIds) {}

    /** More pieces for a set. */
    record MembersRequest(
            @NotEmpty(message = "请列出至少一份证据。")
                    List<@NotNull(message = "证据编号不可为空。") UUID> evidenceIds) {}

    /**
     * A set as far as the reader may see its members.
     *
     * @param organisation whose set it is
     */
    record SetView(
            UUID id,
            String organisation,
            SubjectKind subjectKind,
            String reference,
            Summary summary,
            List<Member> members,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            int version) {

        static SetView of(EvidenceSet set, List<Piece> pieces) {
            return new SetView(
                    set.id(),
                    set.organisation(),
                    set.subjectKind(),
                    set.reference(),
                    Summary.of(pieces),
                    IntStream.range(0, pieces.size())
                            .mapToObj(i -> Member.of(i + 1, pieces.get(i)))
                            .toList(),
                    outside(set.createdAt()),
                    outside(set.updatedAt()),
                    set.version());
        }
    }

    /** One piece of a set. */
    record Member(
            int position,
            UUID evidenceId,
            EvidenceState state,
            ContentState contentState,
            String mediaType,
            long sizeBytes,
            int width,
            int height,
            String sha256,
            String sm3,
            OffsetDateTime receivedAt) {

        static Member of(int position, Piece piece) {
            return new Member(
                    position,
                    piece.id(),
                    piece.state(),
                    piece.contentState(),
                    piece.mediaType(),
                    piece.file().sizeBytes(),
                    piece.width(),
                    piece.height(),
                    piece.file().sha256(),
                    piece.file().sm3(),
                    outside(piece.receivedAt()));
        }
    }

    /**
     * The set counted, nothing weighed.
     *
     * @param distinctFiles how many different files the members are; fewer than members where the
     *     same file was handed in more than once
     * @param analyzed how many have an indication
     * @param destroyed how many files are no longer there because their term was over
     */
    record Summary(
            int members,
            int distinctFiles,
            int analyzed,
            int destroyed,
            long sizeBytes,
            OffsetDateTime firstReceivedAt,
            OffsetDateTime lastReceivedAt) {

        static Summary of(List<Piece> pieces) {
            List<Instant> times =
                    pieces.stream()
                            .map(Piece::receivedAt)
                            .sorted(Comparator.naturalOrder())
                            .toList();
            return new Summary(
                    pieces.size(),
                    (int) pieces.stream().map(piece -> piece.file().sha256()).distinct().count(),
                    count(pieces, piece -> piece.state() == EvidenceState.ANALYZED),
                    count(pieces, piece -> piece.contentState() != ContentState.KEPT),
                    pieces.stream().mapToLong(piece -> piece.file().sizeBytes()).sum(),
                    outside(times.get(0)),
                    outside(times.get(times.size() - 1)));
        }

        private static int count(List<Piece> pieces, Predicate<Piece> condition) {
            return (int) pieces.stream().filter(condition).count();
        }
    }

    static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
