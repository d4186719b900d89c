package io.mingjian.detection.prompt;

import io.mingjian.detection.prompt.CategoryRule.Line;
import io.mingjian.detection.prompt.Cue.Kind;
import io.mingjian.detection.prompt.Reading.CategoryRisk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs what is seen in a request by {@code rule.yaml}. Pure and thread-safe: the same words get
 * the same reading under the same version.
 */
public final class PromptRule {
    private static final String REFERENCE = "REFERENCE";

    /** Cues that are states of goods, and not the goods themselves. */
    private static final Set<String> DEFECTS = Set.of("DAMAGE", "FLAW", "ROT");

    /** Characters that are read of a text which nobody has limited before. */
    private static final int LONGEST = 8_000;

    private final RuleBook book;
    private final CueSearch search;

    PromptRule(RuleBook book) {
        this.book = book;
        this.search = new CueSearch(book);
    }

    /** The rule that is shipped. */
    public static PromptRule shipped() {
        return new PromptRule(RuleBook.shipped());
    }

    /** Grows with every change of the rule. */
    public String version() {
        return book.version();
    }

    /** What is told with every answer, zh-CN. */
    public String notice() {
        return book.notice();
    }

    public List<LabelDuty> labelDuties() {
        return book.labelDuties();
    }

    /** A category that applies, by which lines, and how heavily. */
    private record Applied(CategoryRule category, List<Line> lines, Risk risk) {}

    public Reading read(PromptRequest request) {
        Map<String, List<Sighting>> seen = new LinkedHashMap<>();
        for (PromptField field : PromptField.values()) {
            for (Sighting sighting : search.in(field, request.text(field))) {
                seen.computeIfAbsent(sighting.cue().code(), code -> new ArrayList<>())
                        .add(sighting);
            }
        }
        if (request.hasReference()) {
            search.cue(REFERENCE)
                    .ifPresent(cue -> seen.put(REFERENCE, List.of(Sighting.unplaced(cue))));
        }
        List<Applied> applied =
                book.categories().stream()
                        .map(category -> apply(category, seen))
                        .flatMap(Optional::stream)
                        .toList();
        return applied.isEmpty()
                ? new Reading(Risk.NONE, List.of(), Set.of(), List.of())
                : reading(applied, seen);
    }

    /** Words in which a text asks for damaged, flawed or rotten things, as they stand in it. */
    public List<String> defects(String prompt) {
        String text = prompt.substring(0, Math.min(prompt.length(), LONGEST));
        return search.in(PromptField.PROMPT, text).stream()
                .filter(sighting -> DEFECTS.contains(sighting.cue().code()))
                .flatMap(sighting -> sighting.words(text).stream())
                .distinct()
                .toList();
    }

    private Optional<Applied> apply(CategoryRule category, Map<String, List<Sighting>> seen) {
        List<Line> lines =
                category.when().stream()
                        .filter(line -> seen.keySet().containsAll(line.all()))
                        .toList();
        int base = lines.stream().mapToInt(Line::weight).max().orElse(0);
        if (base == 0) {
            return Optional.empty();
        }
        Risk risk = book.risk(base + disguise(lines, seen) + context(seen.values()));
        return risk == Risk.NONE
                ? Optional.empty()
                : Optional.of(new Applied(category, lines, risk));
    }

    private int disguise(List<Line> lines, Map<String, List<Sighting>> seen) {
        boolean disguised =
                lines.stream()
                        .flatMap(line -> line.all().stream())
                        .flatMap(code -> seen.getOrDefault(code, List.of()).stream())
                        .anyMatch(Sighting::isDisguised);
        return disguised ? book.evasion() : 0;
    }

    /** What stands around the words that matter, for and against. */
    private static int context(Collection<List<Sighting>> seen) {
        List<Cue> cues = seen.stream().map(each -> each.get(0).cue()).toList();
        int speaksFor =
                cues.stream().filter(cue -> cue.kind() == Kind.CONTEXT).mapToInt(Cue::weight).sum();
        int against =
                cues.stream()
                        .filter(cue -> cue.kind() == Kind.LAWFUL)
                        .mapToInt(Cue::weight)
                        .max()
                        .orElse(0);
        return speaksFor - (cues.stream().anyMatch(Cue::overrides) ? 0 : against);
    }

    private static Reading reading(List<Applied> applied, Map<String, List<Sighting>> seen) {
        Set<String> used = new LinkedHashSet<>();
        applied.stream()
                .flatMap(each -> each.lines().stream())
                .forEach(line -> used.addAll(line.all()));
        Set<Evasion> evasions = EnumSet.noneOf(Evasion.class);
        List<Reason> reasons = new ArrayList<>();
        for (List<Sighting> sightings : seen.values()) {
            Cue cue = sightings.get(0).cue();
            if (cue.kind() != Kind.CORE || used.contains(cue.code())) {
                sightings.forEach(each -> evasions.addAll(each.evasions()));
                sightings.forEach(each -> reasons.add(each.reason()));
            }
        }
        return new Reading(
                applied.stream().map(Applied::risk).max(Risk::compareTo).orElse(Risk.NONE),
                applied.stream()
                        .map(each -> new CategoryRisk(each.category().code(), each.risk()))
                        .sorted(Comparator.comparing(CategoryRisk::category))
                        .toList(),
                evasions,
                reasons);
    }
}
