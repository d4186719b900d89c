package io.mingjian.detection.media;

import io.mingjian.detection.media.Member.Content;
import io.mingjian.detection.media.Part.Budget;
import io.mingjian.detection.media.Part.Unpacked;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A document as a carrier of pictures; its text is not read. */
public final class EvidenceDocument {
    /** A document inside the document is opened; one inside that is not. */
    private static final int DEEPEST = 1;

    private final MediaFile mediaFile;

    EvidenceDocument(MediaFile mediaFile) {
        this.mediaFile = mediaFile;
    }

    public MediaFile mediaFile() {
        return mediaFile;
    }

    /**
     * Its pictures, unpacked one by one as the stream is read, so that only one of them is in
     * memory. Never throws for what the bytes hold; what is not looked at is told.
     */
    public Stream<Member> members() {
        AtomicInteger seen = new AtomicInteger();
        Budget budget = new Budget(MediaLimits.UNPACKED_BYTES);
        return members(mediaFile, 0, budget)
                .limit(MediaLimits.MEMBERS + 1L)
                .map(member -> seen.incrementAndGet() > MediaLimits.MEMBERS ? tooMany() : member);
    }

    private static Member tooMany() {
        return new Member(
                "rest",
                "其余嵌入图片",
                new Content.Unread("LIMIT", "文档内嵌图片超过 " + MediaLimits.MEMBERS + " 幅，其余未读取。"));
    }

    private static Stream<Member> members(MediaFile document, int depth, Budget budget) {
        return parts(document).stream().flatMap(part -> members(part, depth, budget));
    }

    private static List<Part> parts(MediaFile document) {
        return document.kind() == MediaKind.PDF
                ? PdfPictures.of(document)
                : OoxmlPictures.of(document);
    }

    private static Stream<Member> members(Part part, int depth, Budget budget) {
        Unpacked unpacked = part.unpacking().apply(budget);
        if (unpacked instanceof Unpacked.Whole whole) {
            return members(part, Intake.of(ByteView.of(whole.bytes())), depth, budget);
        }
        Unpacked.Failed failed = (Unpacked.Failed) unpacked;
        return Stream.of(Member.unread(part, failed.code(), failed.zhReason()));
    }

    private static Stream<Member> members(Part part, Intake intake, int depth, Budget budget) {
        if (intake instanceof Intake.Accepted accepted) {
            boolean affords = budget.affords(accepted.picture());
            return Stream.of(
                    affords
                            ? new Member(
                                    part.place(),
                                    part.zhPlace(),
                                    new Content.Picture(accepted.picture()))
                            : Member.unread(part, "LIMIT", "文档内图片的像素总数超过处理限额，该图未读取。"));
        }
        if (intake instanceof Intake.Document document) {
            return depth < DEEPEST
                    ? parts(document.document().mediaFile()).stream()
                            .map(inner -> inner.inside(part))
                            .flatMap(inner -> members(inner, depth + 1, budget))
                    : Stream.of(Member.unread(part, "LIMIT", "文档内的文档只展开一层，更深处未读取。"));
        }
        if (intake instanceof Intake.Film) {
            return Stream.of(Member.unread(part, "UNSUPPORTED", "文档内嵌视频未读取，请单独提交。"));
        }
        return Stream.of(Member.unread(part, "NOT_TAKEN", ((Intake.Refused) intake).zhDetail()));
    }
}
