package io.mingjian.monitoring.finding;

import static io.mingjian.monitoring.finding.FindingRule.*;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.Yuan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine's check of one finding: immediate, complete (all problems at once), and about form
 * and circumstances only. Monitoring loop, step "format or hash check fails → refused". What each
 * check says and whether it refuses is {@link FindingRules} data.
 */
public final class FindingCheck {
    private static final Pattern FINDING_NO = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final Pattern DISTRICT = Pattern.compile("[1-9]\\d{5}");
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(LegalDay.ZONE);
    private static final int SHORT_TEXT = 200;
    private static final int LONG_TEXT = 4000;

    private final Ground ground;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    private FindingCheck(Ground ground) {
        this.ground = ground;
    }

    /**
     * What a finding is checked against.
     *
     * @param demands what the instruction asks for
     * @param known what is known beside the finding
     */
    public record Ground(
            FindingRules rules,
            ViolationTypes violationTypes,
            Platforms platforms,
            Demands demands,
            Known known,
            Instant now) {
        /** With the tables that ship with the service. */
        public static Ground shipped(Demands demands, Known known, Instant now) {
            return new Ground(
                    FindingRules.SHIPPED,
                    ViolationTypes.SHIPPED,
                    Platforms.SHIPPED,
                    demands,
                    known,
                    now);
        }
    }

    /**
     * What the check found, with JSON pointers from the finding's root.
     *
     * @param errors why it is not taken; empty when it is
     * @param flags what the reviewer should look at
     */
    public record Result(List<FieldError> errors, List<Flag> flags) {}

    /** All that the machine says about a finding. */
    public static Result of(Finding finding, Ground ground) {
        FindingCheck check = new FindingCheck(ground);
        check.identity(finding);
        check.place(finding);
        check.content(finding);
        check.times(finding);
        check.evidence(finding);
        check.outputSpecification(finding);
        return new Result(List.copyOf(check.errors), List.copyOf(check.flags));
    }

    private void identity(Finding finding) {
        if (finding.findingNo() == null || !FINDING_NO.matcher(finding.findingNo()).matches()) {
            report(FINDING_NO_FORM, "/findingNo");
        }
        text("/collectorId", finding.collectorId(), SHORT_TEXT);
        longest("/subjectName", finding.subjectName(), SHORT_TEXT);
        longest("/shopName", finding.shopName(), SHORT_TEXT);
        if (finding.uscc() != null) {
            subject(finding.uscc(), SubjectName.of(finding.subjectName()));
        }
    }

    private void subject(String uscc, String name) {
        if (!CreditCode.isValid(uscc)) {
            report(USCC_FORM, "/uscc");
            return;
        }
        if (!CreditCode.hasSoundOrganisationCode(uscc)) {
            report(USCC_ORGANISATION_CODE, "/uscc");
        }
        if (name.isEmpty()) {
            report(USCC_WITHOUT_NAME, "/subjectName");
            return;
        }
        if (uscc.startsWith("92") && name.endsWith("公司")) {
            report(USCC_CLASS_AND_NAME, "/uscc");
        }
        String before = ground.known().subjectNames().get(uscc);
        if (before != null && !before.equals(name)) {
            report(USCC_OTHER_NAME, "/subjectName");
        }
    }

    private void place(Finding finding) {
        text("/platform", finding.platform(), SHORT_TEXT);
        if (finding.platformType() == null) {
            report(PLATFORM_TYPE, "/platformType");
        }
        url("/pageUrl", finding.pageUrl());
        optionalUrl("/shopUrl", finding.shopUrl());
        optionalUrl("/landingPageUrl", finding.landingPageUrl());
        if (finding.districtCode() != null && !DISTRICT.matcher(finding.districtCode()).matches()) {
            report(DISTRICT_FORM, "/districtCode");
        }
        longest("/publishedAddress", finding.publishedAddress(), SHORT_TEXT);
        scope(finding);
    }

    private void scope(Finding finding) {
        String platform = finding.platform();
        if (platform == null || platform.isBlank() || finding.platformType() == null) {
            return;
        }
        boolean ordered =
                ground.demands().platforms().isEmpty()
                        || ground.demands().platforms().stream()
                                .anyMatch(name -> Platforms.same(name, platform));
        if (!ordered
                && finding.platformType().isOnPlatform()
                && !ground.platforms().knows(platform)) {
            report(PLATFORM_UNKNOWN, "/platform");
        }
        if (!ordered) {
            report(OUTSIDE_SCOPE, "/platform");
        }
    }

    private void content(Finding finding) {
        if (!ground.violationTypes().knows(finding.violationType())) {
            report(VIOLATION_TYPE, "/violationType");
        } else if (!ground.demands().categories().isEmpty()
                && !ground.demands().categories().contains(finding.violationType())) {
            report(OUTSIDE_SCOPE, "/violationType");
        }
        text("/contentSummary", finding.contentSummary(), LONG_TEXT);
        longest("/goodsName", finding.goodsName(), SHORT_TEXT);
        longest("/advertiser", finding.advertiser(), SHORT_TEXT);
        longest("/publisher", finding.publisher(), SHORT_TEXT);
        longest("/medium", finding.medium(), SHORT_TEXT);
        longest("/icpNo", finding.icpNo(), SHORT_TEXT);
        if (finding.price() != null && finding.price().compareTo(BigDecimal.ZERO) < 0) {
            report(NEGATIVE, "/price");
        }
        if (finding.price() != null && !Yuan.Form.fits(finding.price())) {
            report(PRICE_FORM, "/price");
        }
        if (finding.salesVolume() != null && finding.salesVolume() < 0) {
            report(NEGATIVE, "/salesVolume");
        }
        int at = 0;
        for (String provision :
                finding.provisionRefs() == null ? List.<String>of() : finding.provisionRefs()) {
            text("/provisionRefs/" + at++, provision, SHORT_TEXT);
        }
    }

    private void times(Finding finding) {
        OffsetDateTime collectedAt = finding.collectedAt();
        if (collectedAt == null) {
            report(COLLECTED_AT_REQUIRED, "/collectedAt");
            return;
        }
        notInFuture("/collectedAt", collectedAt);
        age("/collectedAt", collectedAt);
        LocalDate day = day(collectedAt);
        LocalDate to = ground.demands().to();
        if (to != null && day.isAfter(to)) {
            report(OUTSIDE_PERIOD, "/collectedAt");
        }
        if (finding.firstSeenAt() != null && finding.firstSeenAt().isAfter(collectedAt)) {
            report(FIRST_SEEN_LATER, "/firstSeenAt");
        }
        onStaff("/collectorId", finding.collectorId(), day);
        if (ground.known().outOfContract().contains(day)) {
            report(CONTRACT_OVER, "/collectedAt");
        }
    }

    private void operators(String pointer, Fixation fixation, LocalDate day) {
        onStaff(pointer + "/operator", fixation.operator(), day);
        onStaff(pointer + "/secondOperator", fixation.secondOperator(), day);
    }

    private void onStaff(String pointer, @Nullable String number, LocalDate day) {
        Set<String> staff = ground.known().staff().get(day);
        if (number != null && staff != null && !staff.contains(number)) {
            report(COLLECTOR_UNKNOWN, pointer);
        }
    }

    private void evidence(Finding finding) {
        List<Fixation> fixations = finding.evidence();
        int most = ground.rules().row(EVIDENCE_TOO_MANY).number();
        if (fixations == null || fixations.isEmpty()) {
            report(EVIDENCE_REQUIRED, "/evidence");
            return;
        }
        if (fixations.size() > most) {
            report(EVIDENCE_TOO_MANY, "/evidence", most);
            return;
        }
        Optional<LocalDate> day = Optional.ofNullable(finding.collectedAt()).map(FindingCheck::day);
        boolean recorded =
                finding.fixations().stream()
                        .anyMatch(each -> each.kind() == EvidenceKind.SCREEN_RECORDING);
        for (int at = 0; at < fixations.size(); at++) {
            Fixation fixation = fixations.get(at);
            if (fixation == null) {
                report(REQUIRED, "/evidence/" + at);
            } else {
                new FixationCheck(this, "/evidence/" + at, fixation, recorded, ground)
                        .all(finding.collectedAt());
                String pointer = "/evidence/" + at;
                day.ifPresent(on -> operators(pointer, fixation, on));
            }
        }
        twice(fixations);
    }

    /** A file is one piece of evidence, also where it is the recording of another's capture. */
    private void twice(List<Fixation> fixations) {
        for (int at = 0; at < fixations.size(); at++) {
            Fixation fixation = fixations.get(at);
            for (int before = 0; fixation != null && before < at; before++) {
                Fixation earlier = fixations.get(before);
                if (earlier != null
                        && fixation.evidenceId() != null
                        && fixation.evidenceId().equals(earlier.evidenceId())) {
                    report(EVIDENCE_TWICE, "/evidence/" + at + "/evidenceId");
                    break;
                }
            }
        }
    }

    private void outputSpecification(Finding finding) {
        for (OutputField field : OutputField.values()) {
            if (ground.demands().fields().contains(field)) {
                field.missingIn(finding)
                        .forEach(pointer -> report(REQUIRED_BY_INSTRUCTION, pointer));
            }
        }
        for (EvidenceKind kind : EvidenceKind.values()) {
            int least = ground.demands().leastEvidence().getOrDefault(kind, 0);
            long given = finding.fixations().stream().filter(each -> each.kind() == kind).count();
            if (given < least) {
                report(EVIDENCE_KIND_TOO_FEW, "/evidence", least, kind.zh());
            }
        }
    }

    void url(String pointer, @Nullable String written) {
        PageUrl.Reading reading = PageUrl.read(written);
        if (reading.page() != null) {
            if (reading.page().isAddress()) {
                report(URL_ADDRESS, pointer);
            }
            return;
        }
        report(
                reading.fault() == PageUrl.Fault.CREDENTIALS
                        ? URL_CREDENTIALS
                        : reading.fault() == PageUrl.Fault.PRIVATE ? URL_PRIVATE : URL_FORM,
                pointer);
    }

    private void optionalUrl(String pointer, @Nullable String written) {
        if (written != null) {
            url(pointer, written);
        }
    }

    /** Clocks of two machines differ a little. */
    void notInFuture(String pointer, @Nullable OffsetDateTime at) {
        Duration tolerance = Duration.ofMinutes(ground.rules().row(IN_FUTURE).number());
        if (at != null && at.toInstant().isAfter(ground.now().plus(tolerance))) {
            report(IN_FUTURE, pointer);
        }
    }

    /** Whether it is too old to be a result of the instruction. */
    void age(String pointer, @Nullable OffsetDateTime at) {
        if (at == null) {
            return;
        }
        Demands demands = ground.demands();
        boolean older = demands.isOlder(at.toInstant());
        if (older && !demands.reachesBack()) {
            report(OLDER_THAN_INSTRUCTION, pointer, issue());
        } else if (demands.isBeforePeriod(day(at))) {
            report(BEFORE_PERIOD, pointer, Objects.requireNonNull(demands.from()));
        } else if (older) {
            report(BEFORE_ISSUE, pointer, issue());
        }
    }

    private String issue() {
        return TO_THE_SECOND.format(Objects.requireNonNull(ground.demands().issuedAt()));
    }

    void text(String pointer, @Nullable String value) {
        text(pointer, value, SHORT_TEXT);
    }

    private void text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            report(REQUIRED, pointer);
        }
        longest(pointer, value, longest);
    }

    void longest(String pointer, @Nullable String value) {
        longest(pointer, value, SHORT_TEXT);
    }

    private void longest(String pointer, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            report(TOO_LONG, pointer, longest);
        }
    }

    void report(FindingRule rule, String pointer, Object... places) {
        FindingRules.Row row = ground.rules().row(rule);
        String zh = places.length == 0 ? row.zh() : String.format(Locale.ROOT, row.zh(), places);
        if (row.severity() == FindingRules.Severity.REFUSE) {
            errors.add(new FieldError(pointer, row.code(), zh));
        } else {
            flags.add(new Flag(rule.name(), pointer, zh));
        }
    }

    private static LocalDate day(OffsetDateTime at) {
        return LegalDay.of(at.toInstant());
    }
}
