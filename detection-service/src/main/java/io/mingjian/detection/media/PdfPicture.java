package io.mingjian.detection.media;

import io.mingjian.detection.media.Part.Budget;
import io.mingjian.detection.media.Part.Unpacked;
import io.mingjian.detection.media.PdfObjects.Stream;
import io.mingjian.detection.media.PdfValue.Entries;
import io.mingjian.detection.media.PdfValue.Items;
import io.mingjian.detection.media.PdfValue.Name;
import java.util.List;
import java.util.Optional;

/**
 * One picture object as a file of its own: a JPEG as it is; plain samples of grey or three colours
 * as a PNG of the same samples. Nothing is decoded here.
 */
final class PdfPicture {
    private static final int PNG_PREDICTORS = 10;

    private final ByteView file;
    private final PdfObjects objects;
    private final Stream stream;

    PdfPicture(ByteView file, PdfObjects objects, Stream stream) {
        this.file = file;
        this.objects = objects;
        this.stream = stream;
    }

    Unpacked unpack(Budget budget) {
        try {
            byte[] stored = file.copy(stream.data(), stream.length());
            List<String> filters = objects.filters(stream.entries());
            if (filters.equals(List.of("DCTDecode"))) {
                return Inflated.stored(stored, budget);
            }
            if (filters.equals(List.of("FlateDecode", "DCTDecode"))) {
                return Inflated.zlib(stored, budget);
            }
            boolean plain = filters.isEmpty() || filters.equals(List.of("FlateDecode"));
            return plain
                    ? samples(stored, !filters.isEmpty(), budget)
                    : unsupported("编码 " + String.join("、", filters));
        } catch (BrokenBytes e) {
            return Part.DAMAGED;
        }
    }

    private Unpacked samples(byte[] stored, boolean deflated, Budget budget) {
        Entries entries = stream.entries();
        long width = objects.whole(entries, "Width").orElse(0L);
        long height = objects.whole(entries, "Height").orElse(0L);
        boolean bytes = objects.whole(entries, "BitsPerComponent").orElse(0L) == 8;
        int colours = colours(entries.get("ColorSpace"));
        if (width < 1 || height < 1 || width > 100_000 || height > 100_000) {
            return Part.DAMAGED;
        }
        if (width * height > MediaLimits.MAX_PIXELS) {
            return Part.LIMIT;
        }
        if (!bytes || colours == 0) {
            return unsupported("色彩空间或位深");
        }
        PlainPng png = new PlainPng((int) width, (int) height, colours);
        long predictor = predictor(entries);
        if (predictor >= PNG_PREDICTORS && deflated) {
            return png.ofDeflated(stored, budget);
        }
        if (predictor > 1) {
            return unsupported("预测方式");
        }
        return png.ofSamples(stored, deflated, budget);
    }

    private long predictor(Entries entries) {
        return objects.items(entries, "DecodeParms").stream()
                .findFirst()
                .flatMap(objects::entries)
                .flatMap(parameters -> objects.whole(parameters, "Predictor"))
                .orElse(1L);
    }

    /** 1 for grey, 3 for colours, 0 for what is not read. */
    private int colours(Optional<PdfValue> space) {
        Optional<PdfValue> known = space.flatMap(objects::resolved);
        if (known.orElse(null) instanceof Items items && !items.values().isEmpty()) {
            boolean profiled = items.values().get(0).equals(new Name("ICCBased"));
            if (profiled && items.values().size() > 1) {
                long count =
                        objects.entries(items.values().get(1))
                                .flatMap(profile -> objects.whole(profile, "N"))
                                .orElse(0L);
                return count == 1 || count == 3 ? (int) count : 0;
            }
            return named(items.values().get(0));
        }
        return known.map(PdfPicture::named).orElse(0);
    }

    private static int named(PdfValue space) {
        String name = space instanceof Name known ? known.name() : "";
        return switch (name) {
            case "DeviceGray", "CalGray", "G" -> 1;
            case "DeviceRGB", "CalRGB", "RGB" -> 3;
            default -> 0;
        };
    }

    private static Unpacked unsupported(String what) {
        return new Unpacked.Failed("UNSUPPORTED", "嵌入图片的" + what + "不受支持，未读取。");
    }
}
