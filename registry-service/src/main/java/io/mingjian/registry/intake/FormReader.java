package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.code.District;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.ClaimedAmounts;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.ReporterCapacity;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.intake.FilingRequest.RespondentForm;
import io.mingjian.registry.intake.Submission.Agent;
import io.mingjian.registry.intake.Submission.Joint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one form into a {@link Submission} or names everything that is wrong with it. Order 121
 * Arts 8–13, 28–32; number checks by {@code registry.code}.
 */
final class FormReader {
    private static final int MOST_EVIDENCE = 20;

    private final FilingRequest form;
    private final Caller caller;
    private final PlaceRules places;
    private final Instant now;
    private final Faults faults = new Faults();
    private final Warnings warnings = new Warnings();
    private final Fields fields = new Fields(faults);
    private final DistrictReader districts = new DistrictReader(faults, warnings);

    private FormReader(FilingRequest form, Caller caller, PlaceRules places, Instant now) {
        this.form = form;
        this.caller = caller;
        this.places = places;
        this.now = now;
    }

    /**
     * @throws Invalid with a pointer for each fault
     */
    static Submission read(FilingRequest form, Caller caller, PlaceRules places, Instant now) {
        return new FormReader(form, caller, places, now).read();
    }

    private Submission read() {
        Optional<SubmissionKind> kind =
                faults.requiredCode("/kind", SubmissionKind.class, form.kind(), "提交类型");
        HeadReader head = new HeadReader(form, caller, now, faults);
        Optional<Channel> channel = head.channel();
        Optional<String> externalNo = head.externalNo(channel);
        Instant receivedAt = head.receivedAt();
        LocalDate day = LegalDay.of(receivedAt);
        Optional<GivenIdentity> filer = new FilerReader(faults).read(kind, form.filer());
        Optional<Agent> agent =
                new AgentReader(faults, day).read(form.agent(), form.filer(), filer);
        Optional<Joint> joint =
                new JointReader(faults)
                        .read(kind, form.jointComplainants(), form.representatives(), filer);
        Optional<Respondent> respondent =
                new RespondentReader(faults, warnings, districts).read(form.respondent());
        Dispute dispute =
                kind.filter(SubmissionKind::asksForMediation)
                        .map(of -> dispute())
                        .orElse(Dispute.NONE);
        Clue clue = clue(kind.filter(SubmissionKind::givesAClue).isPresent(), kind.isPresent());
        List<UUID> evidence = evidence(agent);
        Placement complaintPlace =
                kind.filter(SubmissionKind::asksForMediation).isPresent()
                        ? place(FilingKind.COMPLAINT, respondent, clue, day)
                        : null;
        Placement reportPlace =
                kind.filter(SubmissionKind::givesAClue).isPresent()
                        ? place(FilingKind.REPORT, respondent, clue, day)
                        : null;
        faults.refuseIfAny();
        return new Submission(
                kind.orElseThrow(),
                channel.orElseThrow(),
                externalNo.orElse(null),
                receivedAt,
                filer,
                agent,
                joint,
                respondent.orElseThrow(),
                dispute.claims(),
                dispute.amounts().orElse(null),
                dispute.facts().orElse(null),
                clue.description().orElse(null),
                clue.basis().orElse(null),
                clue.advertising().orElse(null),
                clue.capacity().orElse(null),
                clue.safetyHarm(),
                evidence,
                Boolean.TRUE.equals(form.consentToPublish()),
                Boolean.TRUE.equals(form.consentToDelegatedMediation()),
                complaintPlace,
                reportPlace,
                warnings.list());
    }

    /** The complaint's part of a form. */
    private record Dispute(
            List<Claim> claims, Optional<ClaimedAmounts> amounts, Optional<DisputeFacts> facts) {
        static final Dispute NONE = new Dispute(List.of(), Optional.empty(), Optional.empty());
    }

    private Dispute dispute() {
        DisputeReader reader = new DisputeReader(faults, warnings);
        List<Claim> claims = reader.claims(form.claims());
        Optional<DisputeFacts> facts = reader.facts(form.disputeFacts(), LegalDay.of(now));
        boolean named = facts.map(DisputeFacts::amount).isPresent();
        return new Dispute(claims, reader.amounts(form.claimedAmounts(), claims, named), facts);
    }

    /** The report's part of a form. */
    private record Clue(
            Optional<String> description,
            Optional<String> basis,
            Optional<Advertising> advertising,
            Optional<String> placeOfAct,
            Optional<ReporterCapacity> capacity,
            boolean safetyHarm) {
        static final Clue NONE =
                new Clue(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
    }

    private Clue clue(boolean given, boolean kindKnown) {
        ClueReader reader = new ClueReader(faults, districts);
        if (!given) {
            if (kindKnown) {
                reader.refuseOnComplaint(form);
            }
            return Clue.NONE;
        }
        return new Clue(
                reader.description(form.clueDescription()),
                reader.basis(form.factualBasis()),
                reader.advertising(form.advertising()),
                reader.placeOfAct(form.actDistrictCode()),
                reader.capacity(form.reporterCapacity()),
                Boolean.TRUE.equals(form.safetyHarm()));
    }

    /** The evidence in its order; the original of a power of attorney is evidence too (Art 11). */
    private List<UUID> evidence(Optional<Agent> agent) {
        List<@Nullable String> given = form.evidenceIds() == null ? List.of() : form.evidenceIds();
        if (given.size() > MOST_EVIDENCE) {
            faults.add(
                    "/evidenceIds",
                    "too-many",
                    "一次最多引用" + MOST_EVIDENCE + "份证据，现有" + given.size() + "份。",
                    "At most " + MOST_EVIDENCE + ".");
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            fields.evidenceId("/evidenceIds/" + i, given.get(i)).ifPresent(ids::add);
        }
        agent.map(known -> known.power().evidenceId()).ifPresent(ids::add);
        return List.copyOf(ids);
    }

    private @Nullable Placement place(
            FilingKind filing, Optional<Respondent> respondent, Clue clue, LocalDate day) {
        if (respondent.isEmpty()) {
            return null;
        }
        Whereabouts where =
                new Whereabouts(
                        filing,
                        respondent.get(),
                        clue.advertising().orElse(null),
                        clue.placeOfAct().orElse(null),
                        caller.isDistrict()
                                ? District.ofOrganisation(caller.organisation())
                                : Optional.empty());
        LocalDate on =
                day.isBefore(HeadReader.ORDER_121_BEGINS) ? HeadReader.ORDER_121_BEGINS : day;
        Optional<Placement> found = places.place(where, on);
        if (found.isEmpty()) {
            nameMissingPlace(where.matter());
        }
        return found.orElse(null);
    }

    /** Only if the place itself is missing: a wrong district code has been named already. */
    private void nameMissingPlace(Matter matter) {
        RespondentForm given = form.respondent();
        switch (matter) {
            case MASS_MEDIA_AD, INTERNET_AD -> {
                if (form.advertising() != null
                        && isBlank(form.advertising().publisherDistrictCode())) {
                    faults.add(
                            "/advertising/publisherDistrictCode",
                            "place-unknown",
                            "无法确定管辖区：请填写广告发布者所在区的区划代码。",
                            "The competent district cannot be told: give the publisher's district.");
                }
            }
            case MERCHANT_WITHOUT_ADDRESS -> {
                if (given != null && !isBlank(given.platform())) {
                    faults.add(
                            isBlank(given.districtCode()) && isBlank(given.publishedAddress())
                                    ? "/respondent/districtCode"
                                    : "/respondent/platform",
                            "place-unknown",
                            "无法确定管辖区：所填平台的住所地未登记，平台内经营者又无可用的公示地址（第十三条）。",
                            "The competent district cannot be told: the platform's domicile is not known.");
                }
            }
            default -> {
                if (given != null && isBlank(given.districtCode()) && !isBlank(given.name())) {
                    faults.add(
                            "/respondent/districtCode",
                            "place-unknown",
                            "无法确定管辖区：请填写经营者所在区的区划代码（所填平台的住所地未登记）。",
                            "The competent district cannot be told: give the district code.");
                }
            }
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
