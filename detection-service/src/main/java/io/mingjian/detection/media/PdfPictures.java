package io.mingjian.detection.media;

import io.mingjian.detection.media.PdfObjects.Stream;
import io.mingjian.detection.media.PdfValue.Entries;
import io.mingjian.detection.media.PdfValue.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picture objects of a PDF file, page by page; after them those that no page shows, because an
 * earlier revision or a damaged tree may have shown them. Masks are left out: they are no pictures.
 */
final class PdfPictures {
    private static final int MOST_PAGES = 5_000;
    private static final int MOST_FORMS = 5_000;
    private static final int DEEPEST_FORM = 6;
    private static final Pattern ROOT = Pattern.compile("/Root\\s+(\\d{1,9})\\s+\\d{1,5}\\s+R");

    private final ByteView file;
    private final PdfObjects objects;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();
    private final Set<Integer> masks = new HashSet<>();
    private final Set<Integer> visited = new HashSet<>();
    private boolean complete = true;
    private int page;
    private int onPage;

    private PdfPictures(ByteView file) {
        this.file = file;
        this.objects = PdfObjects.of(file);
    }

    static List<Part> of(MediaFile document) {
        ByteView file = document.bytes();
        if (file.lastIndexOf("/Encrypt", 0, file.length()) >= 0) {
            return List.of(Part.failed("document", "文档", "UNSUPPORTED", "文档已加密，其中的图片未读取。"));
        }
        PdfPictures pictures = new PdfPictures(file);
        pictures.guarded(pictures::pages);
        pictures.rest();
        if (!pictures.complete || !pictures.objects.isComplete()) {
            pictures.parts.add(Part.failed("document", "文档", "DAMAGED", "文档结构不完整或过大，可能有未读取的图片。"));
        }
        return pictures.parts;
    }

    /** A step that breaks off costs itself; once all work is spent none is begun. */
    private void guarded(Runnable step) {
        if (objects.isSpent()) {
            complete = false;
            return;
        }
        try {
            step.run();
        } catch (BrokenBytes e) {
            complete = false;
        }
    }

    private void pages() {
        root().flatMap(root -> objects.entries(new Reference(root)))
                .flatMap(catalog -> catalog.get("Pages"))
                .ifPresent(tree -> pages(tree, Optional.empty(), 0));
    }

    /** The root that the last trailer names. */
    private Optional<Integer> root() {
        int at = file.lastIndexOf("/Root", 0, file.length());
        while (at >= 0) {
            Matcher root = ROOT.matcher(file.latin1(at, Math.min(40, file.length() - at)));
            if (root.lookingAt()) {
                return Optional.of(Integer.parseInt(root.group(1)));
            }
            at = file.lastIndexOf("/Root", 0, at);
        }
        return Optional.empty();
    }

    private void pages(PdfValue node, Optional<PdfValue> inherited, int depth) {
        boolean again = node instanceof Reference known && !visited.add(known.object());
        if (again || depth > MediaLimits.MAX_DEPTH || page >= MOST_PAGES) {
            complete &= again;
            return;
        }
        Optional<Entries> found = objects.entries(node);
        if (found.isEmpty()) {
            return;
        }
        Optional<PdfValue> resources = found.get().get("Resources").or(() -> inherited);
        if (found.get().get("Kids").isPresent()) {
            objects.items(found.get(), "Kids")
                    .forEach(kid -> guarded(() -> pages(kid, resources, depth + 1)));
        } else {
            page++;
            onPage = 0;
            resources.ifPresent(r -> guarded(() -> resources(r, 0)));
        }
    }

    private void resources(PdfValue resources, int depth) {
        objects.entries(resources)
                .flatMap(entries -> objects.entries(entries, "XObject"))
                .ifPresent(
                        named ->
                                named.values()
                                        .values()
                                        .forEach(v -> guarded(() -> shown(v, depth))));
    }

    /** A picture, or a form that shows further ones. */
    private void shown(PdfValue value, int depth) {
        if (!(value instanceof Reference reference)) {
            return;
        }
        Optional<Entries> found = objects.entries(reference);
        if (found.isEmpty()) {
            return;
        }
        if (found.get().is("Subtype", "Image")) {
            picture(
                    reference.object(),
                    "page " + page + ", image " + (onPage + 1),
                    "第 " + page + " 页嵌入图片 " + (onPage + 1));
        } else if (found.get().is("Subtype", "Form") && visited.add(reference.object())) {
            if (depth >= DEEPEST_FORM || visited.size() > MOST_FORMS + MOST_PAGES) {
                complete = false;
                return;
            }
            found.get().get("Resources").ifPresent(inner -> resources(inner, depth + 1));
        }
    }

    private void rest() {
        for (int number : objects.numbers()) {
            if (objects.isSpent()) {
                complete = false;
                return;
            }
            guarded(
                    () -> {
                        boolean picture =
                                objects.looksLikePicture(number)
                                        && objects.stream(number)
                                                .filter(s -> s.entries().is("Subtype", "Image"))
                                                .isPresent();
                        if (picture && !masks.contains(number)) {
                            picture(number, "object " + number, "未在页面中出现的图片（对象 " + number + "）");
                        }
                    });
        }
    }

    private void picture(int number, String place, String zhPlace) {
        Optional<Stream> stream = objects.stream(number);
        if (stream.isEmpty() || !told.add(number)) {
            return;
        }
        Entries entries = stream.get().entries();
        mask(entries, "SMask");
        mask(entries, "Mask");
        if (entries.get("ImageMask").isPresent()) {
            return;
        }
        onPage++;
        PdfPicture picture = new PdfPicture(file, objects, stream.get());
        parts.add(new Part(place, zhPlace, picture::unpack));
    }

    private void mask(Entries entries, String key) {
        if (entries.get(key).orElse(null) instanceof Reference mask) {
            masks.add(mask.object());
        }
    }
}
