package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All texts of a picture file and all places that could not be read, in file order. Pixel data is
 * skipped by its length.
 *
 * @param texts what was read
 * @param unread what was not
 */
record Carriers(List<Carrier> texts, List<Unread> unread) {
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";
    private static final String XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENDED_HEAD = "http://ns.adobe.com/xmp/extension/\0";

    Carriers {
        texts = List.copyOf(texts);
        unread = List.copyOf(unread);
    }

    static Carriers of(EvidencePicture picture) {
        return new Walk(picture).run();
    }

    /** An XMP packet that could be parsed, and where it lies. */
    record Packet(Carrier carrier, Xmp xmp) {}

    List<Packet> packets() {
        List<Packet> packets = new ArrayList<>();
        for (Carrier carrier : texts) {
            if (carrier.isXmp() && Xmp.read(carrier.text()) instanceof Xmp.Reading.Read read) {
                packets.add(new Packet(carrier, read.xmp()));
            }
        }
        return packets;
    }

    /** Texts of one place and keyword. */
    List<Carrier> named(String keyword) {
        return texts.stream().filter(c -> !c.isXmp() && c.isNamed(keyword)).toList();
    }

    private static final class Walk {
        private final ByteView file;
        private final Container container;
        private final EvidencePicture picture;
        private final List<Carrier> texts = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private int budget = Limits.METADATA_BYTES;

        private Walk(EvidencePicture picture) {
            this.picture = picture;
            this.file = picture.file();
            this.container = picture.container();
        }

        private Carriers run() {
            for (Block block : container.blocks()) {
                guarded(block);
            }
            extendedXmp();
            exif();
            container
                    .damage()
                    .ifPresent(d -> unread.add(new Unread(d.code(), "CONTAINER", d.offset(), 0)));
            texts.sort(Comparator.comparingInt(Carrier::offset));
            return new Carriers(texts, unread);
        }

        private void guarded(Block block) {
            try {
                switch (container.kind()) {
                    case PNG -> png(block);
                    case JPEG -> jpeg(block);
                    case WEBP -> webp(block);
                }
            } catch (BrokenBytes e) {
                unread.add(new Unread("DAMAGED", block.type(), block.offset(), block.dataLength()));
            }
        }

        /** True when the block may be read; otherwise the refusal is noted. */
        private boolean affords(Block block, int length) {
            budget -= Math.min(length, budget);
            if (length > Limits.PAYLOAD_BYTES || budget <= 0) {
                unread.add(new Unread("LIMIT", block.type(), block.offset(), length));
                return false;
            }
            return true;
        }

        // --- PNG ---------------------------------------------------------------------------

        private void png(Block block) {
            boolean text =
                    switch (block.type()) {
                        case "iTXt", "tEXt", "zTXt" -> true;
                        default -> false;
                    };
            if (!text || !affords(block, block.dataLength())) {
                return;
            }
            int split = file.indexOf(0, block.dataOffset(), block.dataEnd());
            if (split < 0) {
                unread.add(new Unread("DAMAGED", block.type(), block.offset(), block.dataLength()));
                return;
            }
            String keyword = file.latin1(block.dataOffset(), split - block.dataOffset());
            switch (block.type()) {
                case "iTXt" -> international(block, keyword, split + 1);
                case "zTXt" -> inflated(block, keyword, Place.PNG_ZTXT, split + 2);
                default -> plain(block, keyword, Place.PNG_TEXT, split + 1);
            }
        }

        private void international(Block block, String keyword, int at) {
            int flag = file.u8(at);
            int language = file.indexOf(0, at + 2, block.dataEnd());
            int translated = language < 0 ? -1 : file.indexOf(0, language + 1, block.dataEnd());
            if (translated < 0 || flag > 1) {
                unread.add(new Unread("DAMAGED", block.type(), block.offset(), block.dataLength()));
            } else if (flag == 1) {
                inflated(block, keyword, Place.PNG_ITXT, translated + 1);
            } else {
                plain(block, keyword, Place.PNG_ITXT, translated + 1);
            }
        }

        private void plain(Block block, String keyword, Place place, int at) {
            int length = block.dataEnd() - at;
            add(block, keyword, place, at, length, decoded(file.copy(at, Math.max(0, length))));
        }

        private void inflated(Block block, String keyword, Place place, int at) {
            int length = block.dataEnd() - at;
            Inflation inflation = Inflation.of(file.copy(at, Math.max(0, length)));
            if (inflation instanceof Inflation.Whole whole) {
                add(block, keyword, place, at, length, decoded(whole.bytes()));
            } else if (inflation instanceof Inflation.Failed failed) {
                unread.add(new Unread(failed.code(), block.type(), block.offset(), length));
            }
        }

        private void add(
                Block block, String keyword, Place place, int at, int length, String text) {
            List<String> deviations = new ArrayList<>();
            boolean xmp = keyword.equals(XMP_KEYWORD);
            if (place != Place.PNG_ITXT && xmp) {
                deviations.add("XMP_IN_" + block.type().toUpperCase(java.util.Locale.ROOT));
            }
            boolean afterPixels =
                    container.first("IDAT").filter(i -> i.offset() < block.offset()).isPresent();
            if (afterPixels) {
                deviations.add("AFTER_PIXELS");
            }
            texts.add(
                    new Carrier(
                            place,
                            keyword,
                            at,
                            length,
                            file.sha256(at, length),
                            text,
                            xmp,
                            deviations));
        }

        // --- JPEG --------------------------------------------------------------------------

        private void jpeg(Block block) {
            if (block.type().equals("COM")) {
                blob(block, Place.JPEG_COMMENT, "COM");
            } else if (isXmp(block)) {
                packet(block, Place.JPEG_XMP, XMP_HEAD.length());
            } else if (isOtherSegment(block)) {
                blob(block, Place.JPEG_SEGMENT, block.type());
            }
        }

        private boolean isXmp(Block block) {
            return block.type().equals("APP1") && file.has(block.dataOffset(), XMP_HEAD);
        }

        /** Segments with a known binary meaning are no place for a label. */
        private boolean isOtherSegment(Block block) {
            if (!block.type().startsWith("APP")) {
                return false;
            }
            int at = block.dataOffset();
            return !file.has(at, "Exif\0")
                    && !file.has(at, EXTENDED_HEAD)
                    && !file.has(at, "ICC_PROFILE\0")
                    && !file.has(at, "MPF\0")
                    && !(block.type().equals("APP11") && file.has(at, "JP"))
                    && file.indexOf("AIGC", at, block.dataEnd()) >= 0;
        }

        private void packet(Block block, Place place, int head) {
            int length = block.dataLength() - head;
            if (affords(block, length)) {
                int at = block.dataOffset() + head;
                texts.add(
                        new Carrier(
                                place,
                                "XMP",
                                at,
                                length,
                                file.sha256(at, length),
                                decoded(file.copy(at, length)),
                                true,
                                List.of()));
            }
        }

        private void blob(Block block, Place place, String keyword) {
            int at = block.dataOffset();
            int length = block.dataLength();
            if (affords(block, length)) {
                texts.add(
                        new Carrier(
                                place,
                                keyword,
                                at,
                                length,
                                file.sha256(at, length),
                                decoded(file.copy(at, length)),
                                false,
                                List.of("BLOB_IN_SEGMENT")));
            }
        }

        /** Portions of an extended XMP packet, joined by their digest and offset. */
        private void extendedXmp() {
            Map<String, List<Block>> portions = new LinkedHashMap<>();
            container
                    .blocks("APP1")
                    .filter(b -> file.has(b.dataOffset(), EXTENDED_HEAD))
                    .filter(b -> b.dataLength() > EXTENDED_HEAD.length() + 40)
                    .forEach(
                            b ->
                                    portions.computeIfAbsent(
                                                    file.latin1(
                                                            b.dataOffset() + EXTENDED_HEAD.length(),
                                                            32),
                                                    digest -> new ArrayList<>())
                                            .add(b));
            portions.values().forEach(this::joined);
        }

        private void joined(List<Block> portions) {
            int head = EXTENDED_HEAD.length() + 40;
            Block first = portions.get(0);
            int total = portions.stream().mapToInt(b -> b.dataLength() - head).sum();
            if (!affords(first, total)) {
                return;
            }
            ByteBuffer joined = ByteBuffer.allocate(total);
            portions.stream()
                    .sorted(
                            Comparator.comparingLong(
                                    (Block b) -> file.u32(b.dataOffset() + head - 4)))
                    .forEach(
                            b ->
                                    joined.put(
                                            file.copy(
                                                    b.dataOffset() + head, b.dataLength() - head)));
            byte[] bytes = joined.array();
            texts.add(
                    new Carrier(
                            Place.JPEG_EXTENDED_XMP,
                            "XMP",
                            first.dataOffset() + head,
                            total,
                            ByteView.of(bytes).sha256(0, total),
                            decoded(bytes),
                            true,
                            List.of("EXTENDED_XMP")));
        }

        // --- WebP, EXIF --------------------------------------------------------------------

        private void webp(Block block) {
            if (block.type().equals("XMP ")) {
                packet(block, Place.WEBP_XMP, 0);
            }
        }

        private void exif() {
            for (ExifFields.Field field :
                    picture.exif().map(ExifFields::fields).orElse(List.of())) {
                try {
                    exif(field);
                } catch (BrokenBytes e) {
                    unread.add(new Unread("DAMAGED", "EXIF", field.offset(), field.length()));
                }
            }
        }

        private void exif(ExifFields.Field field) {
            boolean comment = field.tag() == ExifFields.USER_COMMENT;
            boolean text = field.type() == 2 || field.tag() == ExifFields.IMAGE_DESCRIPTION;
            if (!comment && !text || field.directory().equals("IFD1") || field.length() == 0) {
                return;
            }
            Block block = new Block("EXIF", field.offset(), field.offset(), field.length());
            if (!affords(block, field.length())) {
                return;
            }
            List<String> deviations = new ArrayList<>();
            String value = comment ? UserComment.text(file, field, deviations) : field.text(file);
            texts.add(
                    new Carrier(
                            Place.EXIF,
                            ExifNames.of(field.tag()),
                            field.offset(),
                            field.length(),
                            file.sha256(field.offset(), field.length()),
                            value,
                            false,
                            deviations));
        }

        /** UTF-8 where it is UTF-8, UTF-16 where a mark says so, Latin-1 otherwise. */
        private static String decoded(byte[] bytes) {
            if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                    || bytes.length >= 2
                            && (bytes[0] & 0xFF) == 0xFF
                            && (bytes[1] & 0xFF) == 0xFE) {
                return new String(bytes, StandardCharsets.UTF_16);
            }
            try {
                return strict(bytes, StandardCharsets.UTF_8);
            } catch (CharacterCodingException e) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }

        private static String strict(byte[] bytes, Charset charset)
                throws CharacterCodingException {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
