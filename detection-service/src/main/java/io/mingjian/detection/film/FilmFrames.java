package io.mingjian.detection.film;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.film.FrameSeries.Loop;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Motion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a film moves. Codes: {@code FILM_STILL} (one picture from beginning to end), {@code
 * FILM_LOOPED} (a passage shown over and over), {@code FILM_FRAMES_REPEATED} (it stands still for a
 * while, or shows every picture several times).
 */
public final class FilmFrames implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("film-frames", 1);

    /** A film shorter than this many pictures, or than a second, shows nothing by not moving. */
    private static final int LEAST_PICTURES = 8;

    private static final double LEAST_SECONDS = 1;

    /** Share of a film that must be one passage for all of it to be one picture. */
    private static final double WHOLE = 0.95;

    /** A round must last at least half a second: things that turn or flicker are faster. */
    private static final double LEAST_ROUND_SECONDS = 0.5;

    /** From here on pictures were doubled to reach a rate, not shown twice by chance. */
    private static final double DOUBLED = 0.3;

    private static final int MOST_PASSAGES = 10;
    private static final double USUAL_RATE = 25;

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public Set<MediaKind> reads() {
        return MediaKind.FILMS;
    }

    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        return List.of(new NotApplicable(ID, "NO_FILM", "该项只查看视频。"));
    }

    @Override
    public List<Finding> watch(EvidenceFilm film) {
        Motion motion = film.motion();
        if (motion instanceof Motion.Seen seen) {
            return List.of(judged(film, seen));
        }
        Motion.Unread unread = (Motion.Unread) motion;
        return List.of(
                new CouldNotRead(ID, unread.code(), unread.zhReason() + "未能查看视频是否变化。", Map.of()));
    }

    private static Finding judged(EvidenceFilm film, Motion.Seen seen) {
        double rate = rate(film, seen);
        FrameSeries series = new FrameSeries(seen.pictures());
        int second = (int) Math.ceil(Math.max(LEAST_PICTURES, LEAST_SECONDS * rate));
        if (series.length() < second) {
            return new NotApplicable(ID, "TOO_SHORT", "视频不足一秒，无法判断画面是否变化。");
        }
        View view = new View(series, seen, rate);
        List<Passage> frozen = series.frozen(second);
        if (!frozen.isEmpty() && frozen.get(0).length() >= WHOLE * series.length()) {
            return view.still();
        }
        int round = (int) Math.ceil(Math.max(LEAST_PICTURES, LEAST_ROUND_SECONDS * rate));
        Optional<Loop> loop = series.loop(round);
        if (loop.isPresent()) {
            return view.looped(loop.get());
        }
        double repeated = series.repeatedShare();
        if (!frozen.isEmpty() || repeated >= DOUBLED) {
            return view.repeated(frozen, repeated);
        }
        return new NothingFound(ID, "查看了前%s，画面持续变化，未见静止、重复或循环的片段。".formatted(view.zhLength()));
    }

    /** Pictures a second; a film whose head does not tell gets a usual one. */
    private static double rate(EvidenceFilm film, Motion.Seen seen) {
        return film.facts()
                .framesPerSecond()
                .filter(rate -> rate >= 1 && rate <= 240)
                .or(
                        () ->
                                film.facts()
                                        .seconds()
                                        .filter(seconds -> seen.whole() && seconds > 0)
                                        .map(seconds -> seen.pictures().size() / seconds))
                .orElse(USUAL_RATE);
    }

    /** What was compared, and its words. */
    private record View(FrameSeries series, Motion.Seen seen, double rate) {
        private Found still() {
            return new Found(
                    ID,
                    "FILM_STILL",
                    SignalStrength.WEAK,
                    (seen.whole() ? "查看了全部 %s共 %d 帧，画面自始至终" : "查看了前%s共 %d 帧，所查看的部分")
                                    .formatted(zhLength(), series.length())
                            + "没有可见变化，可能由一张静止图片转成视频。",
                    "用支架固定拍摄静止物品、压缩较重的视频、直播中断和课件录屏也会如此；不说明画面内容是否与实物相符。",
                    List.of(),
                    facts());
        }

        private Found looped(Loop loop) {
            Map<String, Object> facts = facts();
            facts.put("roundSeconds", rounded(loop.period() / rate));
            facts.put("roundFrames", loop.period());
            facts.put("differenceFromRoundToRound", rounded(loop.apart()));
            facts.put("differenceWithinRound", rounded(loop.within()));
            return new Found(
                    ID,
                    "FILM_LOOPED",
                    SignalStrength.WEAK,
                    "约 %.1f 秒的片段反复播放：相隔一轮的画面几乎相同，而一轮之内画面有明显变化。".formatted(loop.period() / rate),
                    "动态照片、表情动图、转台和循环播放的屏幕也会如此；剪辑软件可自动循环，不说明原片段的内容不实。",
                    List.of(),
                    facts);
        }

        private Found repeated(List<Passage> frozen, double repeated) {
            Map<String, Object> facts = facts();
            facts.put(
                    "frozenPassages",
                    frozen.stream().limit(MOST_PASSAGES).map(this::passage).toList());
            facts.put("repeatedShare", rounded(repeated));
            return new Found(
                    ID,
                    "FILM_FRAMES_REPEATED",
                    SignalStrength.NEUTRAL,
                    frozen.isEmpty()
                            ? "有 %d%% 的帧与前一帧完全相同。".formatted(Math.round(100 * repeated))
                            : "画面在%s静止不变。".formatted(zhPassages(frozen)),
                    "手机停住不动、剪辑定格、网络卡顿、直播中断以及由低帧率转成高帧率的视频都会如此，不说明内容被改动。",
                    List.of(),
                    facts);
        }

        private Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("frames", series.length());
            facts.put("seconds", rounded(series.length() / rate));
            facts.put("whole", seen.whole());
            facts.put("typicalStep", rounded(series.typicalStep()));
            return facts;
        }

        private Map<String, Object> passage(Passage passage) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("fromSecond", rounded(passage.from() / rate));
            facts.put("toSecond", rounded((passage.to() + 1) / rate));
            return facts;
        }

        private String zhPassages(List<Passage> frozen) {
            String passages =
                    frozen.stream()
                            .limit(3)
                            .map(
                                    p ->
                                            "第 %.1f 至 %.1f 秒"
                                                    .formatted(
                                                            p.from() / rate, (p.to() + 1) / rate))
                            .collect(Collectors.joining("、"));
            return frozen.size() > 3 ? passages + "等处" : passages;
        }

        private String zhLength() {
            return " %.1f 秒".formatted(series.length() / rate);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
