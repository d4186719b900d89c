package io.mingjian.detection.sets;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.sets.EvidenceTraces.Look;
import io.mingjian.detection.sets.SharedViews.Pair;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the pictures of one claim say together: do they share a view, a camera, a way of being
 * written, a time? Statements side by side and no sum: nothing here was measured on claims, so
 * nothing of it is weighed. Whether two pictures show the same damage is for the officer to see;
 * the report says where their common parts lie.
 */
final class Consistency {
    /** Pictures of one claim are mostly taken within a day. */
    private static final Duration CLOSE = Duration.ofHours(24);

    private static final int MOST_PAIRS = 50;

    private Consistency() {}

    /** Empty when there are fewer than two to compare. */
    static List<Line> of(List<Shot> shots) {
        if (shots.size() < 2) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(views(shots));
        lines.addAll(cameras(shots));
        lines.addAll(times(shots));
        forms(shots).ifPresent(lines::add);
        histories(shots).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private static List<Line> views(List<Shot> shots) {
        List<Pair> pairs = SharedViews.of(shots);
        List<Line> lines = new ArrayList<>();
        same(shots, pairs).ifPresent(lines::add);
        shared(pairs).ifPresent(lines::add);
        apart(shots, pairs).ifPresent(lines::add);
        return lines;
    }

    private static Optional<Line> same(List<Shot> shots, List<Pair> pairs) {
        List<Map<String, Object>> told = new ArrayList<>(copies(shots));
        TreeSet<Integer> pictures = new TreeSet<>();
        told.forEach(pair -> pictures.addAll(numbers(pair)));
        for (Pair pair : pairs) {
            boolean copy = told.stream().anyMatch(t -> numbers(t).equals(numbers(pair)));
            if (pair.isSamePicture() && !copy) {
                told.add(facts(pair));
                pictures.addAll(numbers(pair));
            }
        }
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                "SET_SAME_PICTURE",
                                SignalStrength.NEUTRAL,
                                "%s中有重复：同一文件，或同一图片经保存、裁剪、旋转后的副本。".formatted(zh(pictures)),
                                "重复提交、连拍和同时提交整体与局部都很常见；不增加也不减少其余图片的分量。",
                                List.copyOf(pictures),
                                Map.of("pairs", told.stream().limit(MOST_PAIRS).toList())));
    }

    private static List<Map<String, Object>> copies(List<Shot> shots) {
        List<Map<String, Object>> copies = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            for (int j = i + 1; j < shots.size(); j++) {
                if (shots.get(i).sha256().equals(shots.get(j).sha256())) {
                    Map<String, Object> copy = new LinkedHashMap<>();
                    copy.put("one", shots.get(i).position());
                    copy.put("other", shots.get(j).position());
                    copy.put("kind", "IDENTICAL_FILE");
                    copies.add(copy);
                }
            }
        }
        return copies;
    }

    private static Optional<Line> shared(List<Pair> pairs) {
        List<Pair> found = pairs.stream().filter(pair -> !pair.isSamePicture()).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Integer> pictures = new TreeSet<>();
        found.forEach(pair -> pictures.addAll(numbers(pair)));
        return Optional.of(
                new Line(
                        "SET_SHARED_VIEW",
                        SignalStrength.NEUTRAL,
                        "%s含有相同的一部分画面，可能拍自同一处、同一物品或同一背景；相同部分的位置已列出，可并排核对。".formatted(zh(pictures)),
                        "相同部分可能是桌面、包装、印刷图案或界面，不说明其余部分是同一物品，也不说明是同一处损坏。",
                        List.copyOf(pictures),
                        Map.of(
                                "pairs",
                                found.stream().limit(MOST_PAIRS).map(p -> facts(p)).toList())));
    }

    private static Optional<Line> apart(List<Shot> shots, List<Pair> pairs) {
        List<Integer> comparable =
                shots.stream().filter(s -> !s.looks().isEmpty()).map(Shot::position).toList();
        TreeSet<Integer> joined = new TreeSet<>();
        pairs.forEach(pair -> joined.addAll(numbers(pair)));
        List<Integer> alone = comparable.stream().filter(p -> !joined.contains(p)).toList();
        List<Integer> inPart = positions(shots, shot -> shot.leftOut() > 0);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("compared", comparable.size());
        facts.put("comparedInPart", inPart);
        return alone.isEmpty() || comparable.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                "SET_NO_SHARED_VIEW",
                                SignalStrength.NEUTRAL,
                                "%s与组内其他图片没有可识别的相同画面%s，是否为同一物品请人工核对。"
                                        .formatted(zh(alone), onlyInPart(inPart)),
                                "换一面、换一个距离或角度拍摄同一物品即如此，纯色物品也难以比对；不说明是不同物品。",
                                alone,
                                facts));
    }

    private static String onlyInPart(List<Integer> inPart) {
        return inPart.isEmpty() ? "" : "（%s视频或者文档画面较多，只比对了首、中、尾各一幅）".formatted(zh(inPart));
    }

    private static List<Integer> numbers(Pair pair) {
        return List.of(pair.one(), pair.other());
    }

    private static List<Integer> numbers(Map<String, Object> pair) {
        return List.of(number(pair, "one"), number(pair, "other"));
    }

    private static Integer number(Map<String, Object> pair, String which) {
        return (Integer) Objects.requireNonNull(pair.get(which));
    }

    private static Map<String, Object> facts(Pair pair) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("one", pair.one());
        facts.put("other", pair.other());
        facts.put("kind", pair.match().kind().name());
        facts.put("keyPoints", pair.match().inliers());
        facts.put("agreement", Math.round(100 * pair.match().agreement()) / 100.0);
        facts.put("inOne", where(pair.inOne(), pair.match().inStored()));
        facts.put("inOther", where(pair.inOther(), pair.match().inQuery()));
        return facts;
    }

    /** Of a film or a document also which picture of it. */
    private static Map<String, Object> where(Look look, Region region) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (look.second() != null) {
            facts.put("second", look.second());
        }
        if (look.place() != null) {
            facts.put("place", look.place());
        }
        facts.put("x", thousandths(region.x()));
        facts.put("y", thousandths(region.y()));
        facts.put("width", thousandths(region.width()));
        facts.put("height", thousandths(region.height()));
        return facts;
    }

    private static double thousandths(double value) {
        return Math.round(1_000 * value) / 1_000.0;
    }

    private static List<Line> cameras(List<Shot> shots) {
        Map<String, List<Integer>> byCamera = grouped(shots, Shot::camera);
        int told = byCamera.values().stream().mapToInt(List::size).sum();
        if (told < 2) {
            return List.of();
        }
        List<Integer> pictures = byCamera.values().stream().flatMap(List::stream).sorted().toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cameras", groups("camera", byCamera));
        facts.put("withoutCamera", shots.size() - told);
        return byCamera.size() == 1
                ? List.of(
                        new Line(
                                "SET_ONE_CAMERA",
                                SignalStrength.NEUTRAL,
                                "%s载明的拍摄设备型号相同（%s）。"
                                        .formatted(
                                                zh(pictures), byCamera.keySet().iterator().next()),
                                "型号相同不等于同一台设备；拍摄信息可用软件写入或复制。",
                                pictures,
                                facts))
                : List.of(
                        new Line(
                                "SET_SEVERAL_CAMERAS",
                                SignalStrength.NEUTRAL,
                                "%s载明 %d 种拍摄设备型号。".formatted(zh(pictures), byCamera.size()),
                                "家人、同事各自拍摄或更换手机都会如此；请询问由谁、用什么设备拍摄。",
                                pictures,
                                facts));
    }

    private static List<Line> times(List<Shot> shots) {
        List<Shot> timed =
                shots.stream()
                        .filter(shot -> shot.takenAt().isPresent())
                        .sorted(Comparator.comparing(shot -> shot.takenAt().orElseThrow()))
                        .toList();
        if (timed.size() < 2) {
            return List.of();
        }
        LocalDateTime first = timed.get(0).takenAt().orElseThrow();
        LocalDateTime last = timed.get(timed.size() - 1).takenAt().orElseThrow();
        Duration span = Duration.between(first, last);
        List<Integer> order = timed.stream().map(Shot::position).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("first", first.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("last", last.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("spanSeconds", span.toSeconds());
        facts.put("order", order);
        facts.put("inOrderOfTheSet", order.equals(order.stream().sorted().toList()));
        facts.put("withoutTime", shots.size() - timed.size());
        List<Integer> pictures = order.stream().sorted().toList();
        return span.compareTo(CLOSE) <= 0
                ? List.of(
                        new Line(
                                "SET_TIMES_CLOSE",
                                SignalStrength.NEUTRAL,
                                "%s载明的拍摄时间相距 %s。".formatted(zh(pictures), zh(span)),
                                "时间取自设备时钟，可以设错、改写或复制。",
                                pictures,
                                facts))
                : List.of(
                        new Line(
                                "SET_TIMES_APART",
                                SignalStrength.NEUTRAL,
                                "%s载明的拍摄时间相距 %s，请核对与事情经过是否相符。".formatted(zh(pictures), zh(span)),
                                "收货时与使用后分别拍摄、补拍、设备时钟未校准都会如此。",
                                pictures,
                                facts));
    }

    /** Of those whose size is known; tables count among files of one kind that all have some. */
    private static Optional<Line> forms(List<Shot> shots) {
        List<Shot> sized = shots.stream().filter(Shot::hasSize).toList();
        if (sized.size() < 2) {
            return Optional.empty();
        }
        List<Integer> compressed = comparedByTables(sized);
        Map<String, List<Integer>> byForm =
                grouped(
                        sized,
                        shot ->
                                Optional.of(
                                        compressed.contains(shot.position())
                                                ? shot.form() + " " + shot.tables().orElseThrow()
                                                : shot.form()));
        List<Integer> pictures = sized.stream().map(Shot::position).sorted().toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("forms", groups("form", byForm));
        facts.put("families", groups("family", grouped(sized, Shot::family)));
        facts.put("withoutSize", shots.size() - sized.size());
        facts.put("comparedByTables", compressed);
        return Optional.of(
                byForm.size() == 1
                        ? new Line(
                                "SET_ONE_FILE_FORM",
                                SignalStrength.NEUTRAL,
                                "%s的格式%s相同，可能经同一设备或同一软件保存。"
                                        .formatted(
                                                zh(pictures),
                                                compressed.isEmpty() ? "和尺寸" : "、尺寸和压缩参数"),
                                "同一聊天软件或平台转存后，来源不同的图片也会如此。",
                                pictures,
                                facts)
                        : new Line(
                                "SET_SEVERAL_FILE_FORMS",
                                SignalStrength.NEUTRAL,
                                "%s的格式%s有 %d 种，经由的设备、软件或渠道可能不止一种。"
                                        .formatted(
                                                zh(pictures),
                                                orTables(pictures, compressed),
                                                byForm.size()),
                                "横竖裁剪、部分图片经聊天软件转发、手机自动选择压缩程度都会如此，不说明来源不同。",
                                pictures,
                                facts));
    }

    /** Those of a kind of which there are several and all have tables; no other kind hides them. */
    private static List<Integer> comparedByTables(List<Shot> sized) {
        return sized.stream().collect(Collectors.groupingBy(Shot::mediaType)).values().stream()
                .filter(alike -> alike.size() > 1)
                .filter(alike -> alike.stream().allMatch(shot -> shot.tables().isPresent()))
                .flatMap(List::stream)
                .map(Shot::position)
                .sorted()
                .toList();
    }

    private static String orTables(List<Integer> pictures, List<Integer> compressed) {
        if (compressed.isEmpty()) {
            return "或尺寸";
        }
        return compressed.equals(pictures)
                ? "、尺寸或压缩参数"
                : "、尺寸或压缩参数（压缩参数只比对了%s）".formatted(zh(compressed));
    }

    /** Some as a camera writes them and some that went through a program. */
    private static Optional<Line> histories(List<Shot> shots) {
        List<Integer> changed = positions(shots, Shot::hasChangedHands);
        List<Integer> direct =
                positions(shots, shot -> !shot.hasChangedHands() && shot.camera().isPresent());
        if (changed.isEmpty() || direct.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("throughPrograms", changed);
        facts.put("withCameraDataOnly", direct);
        return Optional.of(
                new Line(
                        "SET_MIXED_HISTORY",
                        SignalStrength.NEUTRAL,
                        "%s载明经编辑软件保存或为截屏，%s只有拍摄设备的信息。".formatted(zh(changed), zh(direct)),
                        "裁剪、标注和打码后提交属常见情形；可请提交人补充这些图片的原始文件。",
                        joined(changed, direct),
                        facts));
    }

    private static List<Integer> joined(List<Integer> one, List<Integer> other) {
        TreeSet<Integer> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static List<Integer> positions(List<Shot> shots, Predicate<Shot> which) {
        return shots.stream().filter(which).map(Shot::position).sorted().toList();
    }

    private static Map<String, List<Integer>> grouped(
            List<Shot> shots, Function<Shot, Optional<String>> by) {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (Shot shot : shots) {
            by.apply(shot)
                    .ifPresent(
                            name ->
                                    groups.computeIfAbsent(name, n -> new ArrayList<>())
                                            .add(shot.position()));
        }
        return groups;
    }

    private static List<Map<String, Object>> groups(
            String name, Map<String, List<Integer>> groups) {
        List<Map<String, Object>> told = new ArrayList<>();
        groups.forEach(
                (value, pictures) -> {
                    Map<String, Object> group = new LinkedHashMap<>();
                    group.put(name, value);
                    group.put("pictures", List.copyOf(pictures));
                    told.add(group);
                });
        return told;
    }

    private static String zh(Collection<Integer> pictures) {
        return pictures.stream().map(String::valueOf).collect(Collectors.joining("、", "第 ", " 份"));
    }

    private static String zh(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " 天";
        }
        if (span.toHours() >= 2) {
            return span.toHours() + " 小时";
        }
        return span.toMinutes() >= 2 ? span.toMinutes() + " 分钟" : span.toSeconds() + " 秒";
    }
}
