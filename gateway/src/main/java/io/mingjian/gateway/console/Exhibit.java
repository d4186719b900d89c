package io.mingjian.gateway.console;

import io.mingjian.gateway.console.AnalysisAnswer.Fit;
import io.mingjian.gateway.console.AnalysisAnswer.Match;
import io.mingjian.gateway.console.AnalysisAnswer.Note;
import io.mingjian.gateway.console.AnalysisAnswer.Region;
import io.mingjian.gateway.console.AnalysisAnswer.Reuse;
import io.mingjian.gateway.console.AnalysisAnswer.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence as the filing page shows it.
 *
 * @param number place in the filing, from 1
 * @param state {@code READY}, {@code WAITING} (analysis under way), {@code HIDDEN} (not the
 *     officer's to see) or {@code AWAY} (the service did not answer)
 * @param reused pieces of evidence elsewhere with the same picture
 * @param atLeast whether there are more of these, which were not counted
 * @param sameNote that there are none, and what was not looked for, in the service's words
 * @param drawable whether there is a picture to mark anything on
 */
record Exhibit(
        int number,
        String id,
        String state,
        Band band,
        String summary,
        String notice,
        String label,
        List<Line> signals,
        List<String> contradictions,
        List<String> askNext,
        List<String> notes,
        int reused,
        boolean atLeast,
        List<Twin> twins,
        String hiddenNote,
        String sameNote,
        boolean drawable,
        List<ExpertView> maps,
        List<Fact> file) {

    /** A band in words; the tone is only a colour beside them. */
    record Band(String words, String tone) {
        static Band of(@Nullable String code, @Nullable String words) {
            String shown = words == null || words.isBlank() ? Wording.of("band", code) : words;
            String tone = code == null ? "none" : code.toLowerCase(Locale.ROOT).replace('_', '-');
            return new Band(shown, tone);
        }
    }

    /**
     * A signal: what it says and what it does not prove, always both.
     *
     * @param regions where in the picture, as {@code x y width height} in fractions
     */
    record Line(
            String strength,
            String supports,
            String doesNotProve,
            List<String> regions,
            List<Fact> facts,
            String by) {}

    /**
     * The same picture elsewhere.
     *
     * @param order whether it came in before this piece or after it; empty where that is not known
     * @param grounds the figures on which the match stands
     */
    record Twin(
            String id,
            String kind,
            String received,
            String organisation,
            String order,
            String grounds) {}

    private static final int SMALLEST_MAPPED = 64;

    /** What experts can have drawn, as the service names it. */
    private static final List<ExpertView> MAPS =
            List.of(
                    new ExpertView("ela", "误差水平图（ELA）"),
                    new ExpertView("jpeg-ghost", "JPEG 鬼影图"),
                    new ExpertView("noise", "噪声水平图"));

    record ExpertView(String key, String title) {}

    /** Of films, documents and tiny pictures there are none. */
    private static boolean canBeMapped(EvidenceAnswer file) {
        return text(file.mediaType()).startsWith("image/")
                && Math.min(file.width(), file.height()) >= SMALLEST_MAPPED;
    }

    /**
     * A picture is shown, and of a film its first one, also where the head tells no size; a
     * document is not, and of one that was analysed before, the places in its pictures are left
     * out.
     */
    private static boolean isShown(EvidenceAnswer file) {
        String type = text(file.mediaType());
        return type.startsWith("image/") || type.startsWith("video/");
    }

    /** A document has none, and of some films it is not known. */
    private static boolean hasSize(EvidenceAnswer file) {
        return file.width() > 0 && file.height() > 0;
    }

    /** A name and a value. */
    record Fact(String name, String value) {}

    boolean shows(UUID evidence) {
        return id.equals(evidence.toString());
    }

    public boolean stands(String wanted) {
        return state.equals(wanted);
    }

    /** Without the service's own words: what the registry heard of it. */
    static Exhibit without(int number, FilingAnswer.Evidence evidence, String state) {
        return new Exhibit(
                number,
                evidence.evidenceId().toString(),
                state,
                Band.of(evidence.band(), null),
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                false,
                List.of(),
                "",
                "",
                false,
                List.of(),
                List.of());
    }

    static Exhibit of(
            int number,
            FilingAnswer.Evidence evidence,
            EvidenceAnswer file,
            AnalysisAnswer analysis) {
        if (analysis.band() == null) {
            Exhibit waiting = without(number, evidence, "WAITING");
            return waiting.with(facts(file), text(analysis.notice()));
        }
        Reuse reuse = analysis.reuse();
        return new Exhibit(
                number,
                evidence.evidenceId().toString(),
                "READY",
                Band.of(analysis.band(), analysis.bandName()),
                text(analysis.summary()),
                text(analysis.notice()),
                Wording.of("label", analysis.labelVerdict()),
                list(analysis.signals()).stream()
                        .map(signal -> line(signal, isShown(file)))
                        .toList(),
                list(analysis.contradictions()),
                list(analysis.askNext()),
                list(analysis.notes()).stream().map(Note::text).filter(Objects::nonNull).toList(),
                reuse == null ? 0 : reuse.total(),
                reuse != null && reuse.atLeast(),
                reuse == null
                        ? List.of()
                        : list(reuse.visible()).stream()
                                .map(match -> twin(match, file.receivedAt()))
                                .toList(),
                reuse == null ? "" : text(reuse.hiddenNote()),
                reuse == null ? "" : text(reuse.note()),
                isShown(file),
                canBeMapped(file) ? MAPS : List.of(),
                facts(file));
    }

    private Exhibit with(List<Fact> facts, String words) {
        return new Exhibit(
                number,
                id,
                state,
                band,
                summary,
                words,
                label,
                signals,
                contradictions,
                askNext,
                notes,
                reused,
                atLeast,
                twins,
                hiddenNote,
                sameNote,
                drawable,
                maps,
                facts);
    }

    private static Line line(Signal signal, boolean shown) {
        String strength =
                signal.strengthName() == null
                        ? Wording.of("strength", signal.strength())
                        : signal.strengthName();
        String limits = text(signal.doesNotProve());
        return new Line(
                strength,
                signal.supports() == null ? signal.code() : signal.supports(),
                limits.isEmpty() ? Wording.text("signal.no-limits") : limits,
                shown ? list(signal.regions()).stream().map(Exhibit::region).toList() : List.of(),
                facts(signal.facts()),
                text(signal.analyzer()) + " v" + signal.version());
    }

    private static String region(Region region) {
        return String.format(
                Locale.ROOT,
                "%.4f %.4f %.4f %.4f",
                region.x(),
                region.y(),
                region.width(),
                region.height());
    }

    private static Twin twin(Match match, @Nullable OffsetDateTime own) {
        OffsetDateTime other = match.receivedAt();
        String order = other == null || own == null ? "" : other.isBefore(own) ? "早于本件" : "不早于本件";
        return new Twin(
                match.evidenceId().toString(),
                text(match.kindName()),
                Times.of(other),
                Wording.of("organisation", match.organisation()),
                order,
                grounds(match));
    }

    private static String grounds(Match match) {
        String grounds =
                (match.distance() == null ? "" : "感知哈希相差 " + match.distance() + " 位（共 256 位）")
                        + about("；本视频约第 ", match.second())
                        + about("；另一视频约第 ", match.otherSecond())
                        + (match.place() == null ? "" : "；本文档中为：" + match.place())
                        + (match.otherPlace() == null ? "" : "；另一文档中为：" + match.otherPlace());
        Fit fit = match.fit();
        return fit == null
                ? grounds
                : grounds
                        + (fit.inliers() == 0 ? "，整幅叠合" : "，吻合的特征点 " + fit.inliers() + " 个")
                        + "，"
                        + text(fit.turnName());
    }

    private static String about(String whose, @Nullable Double second) {
        return second == null
                ? ""
                : whose
                        + BigDecimal.valueOf(second)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " 秒";
    }

    private static List<Fact> facts(@Nullable Map<String, Object> facts) {
        return facts == null
                ? List.of()
                : facts.entrySet().stream()
                        .map(each -> new Fact(each.getKey(), String.valueOf(each.getValue())))
                        .toList();
    }

    private static List<Fact> facts(EvidenceAnswer file) {
        return Stream.of(
                        new Fact("接收时间", Times.of(file.receivedAt())),
                        new Fact("上传单位", Wording.of("organisation", file.organisation())),
                        new Fact(
                                "文件",
                                text(file.mediaType())
                                        + (hasSize(file)
                                                ? " · " + file.width() + "×" + file.height()
                                                : "")
                                        + " · "
                                        + Math.max(1, file.sizeBytes() / 1024)
                                        + " KiB"),
                        new Fact("SHA-256", text(file.sha256())),
                        new Fact("SM3", text(file.sm3())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
