package io.mingjian.detection.media;

import io.mingjian.detection.media.Part.Budget;
import io.mingjian.detection.media.Part.Unpacked;
import java.util.ArrayList;
import java.util.List;

/** Media and embedded documents of Word, Excel and PowerPoint files, in the order of the file. */
final class OoxmlPictures {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;

    private OoxmlPictures() {}

    static List<Part> of(MediaFile document) {
        List<Part> parts = new ArrayList<>();
        for (Block member : document.container().blocks()) {
            String name = member.type();
            boolean picture = name.contains("/media/");
            if (picture || name.contains("/embeddings/")) {
                parts.add(
                        new Part(
                                name,
                                (picture ? "嵌入图片 " : "嵌入文件 ") + name,
                                budget -> unpack(document.bytes(), member, budget)));
            }
        }
        document.container()
                .damage()
                .ifPresent(
                        damage ->
                                parts.add(
                                        Part.failed(
                                                "ZIP",
                                                "文件目录",
                                                damage.code(),
                                                "文档的目录不完整，可能有未读取的嵌入图片。")));
        return parts;
    }

    private static Unpacked unpack(ByteView file, Block member, Budget budget) {
        try {
            int flags = file.u16le(member.offset() + 6);
            int method = file.u16le(member.offset() + 8);
            byte[] stored = file.copy(member.dataOffset(), member.dataLength());
            if ((flags & ENCRYPTED) != 0 || method != STORED && method != DEFLATED) {
                return new Unpacked.Failed("UNSUPPORTED", "嵌入内容已加密或压缩方式不受支持，未读取。");
            }
            return method == STORED
                    ? Inflated.stored(stored, budget)
                    : Inflated.raw(stored, budget);
        } catch (BrokenBytes e) {
            return Part.DAMAGED;
        }
    }
}
