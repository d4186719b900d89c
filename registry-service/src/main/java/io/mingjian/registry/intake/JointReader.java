package io.mingjian.registry.intake;

import static io.mingjian.registry.form.JointComplaint.MOST_REPRESENTATIVES;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.form.JointComplaint;
import io.mingjian.registry.intake.FilingRequest.CoComplainantForm;
import io.mingjian.registry.intake.PersonReader.Needs;
import io.mingjian.registry.intake.PersonReader.Person;
import io.mingjian.registry.intake.Submission.Joint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who complains together with the first complainant, and who represents them (Art 12). */
final class JointReader {
    private static final String OTHERS = "/jointComplainants";
    private static final String REPRESENTATIVES = "/representatives";
    private static final String ARTICLE = "（第121号令第十二条）";
    private static final int MOST_OTHERS = 50;

    private final Faults faults;

    JointReader(Faults faults) {
        this.faults = faults;
    }

    /** The joint complaint, or nothing if there is none or the form is faulty. */
    Optional<Joint> read(
            Optional<SubmissionKind> kind,
            @Nullable List<@Nullable CoComplainantForm> others,
            @Nullable List<@Nullable Integer> representatives,
            Optional<GivenIdentity> first) {
        List<@Nullable CoComplainantForm> given = others == null ? List.of() : others;
        if (given.isEmpty()) {
            refuseLoneRepresentatives(representatives);
            return Optional.empty();
        }
        if (kind.isPresent() && !kind.get().asksForMediation()) {
            faults.add(
                    OTHERS,
                    "not-a-complaint",
                    "只有投诉可以共同提出" + ARTICLE + "。",
                    "Only complaints can be made jointly (Order 121 Art 12).");
        }
        if (given.size() > MOST_OTHERS) {
            faults.add(
                    OTHERS,
                    "too-many",
                    "一次最多登记" + MOST_OTHERS + "名其他投诉人，现有" + given.size() + "名。",
                    "At most " + MOST_OTHERS + ".");
            return Optional.empty();
        }
        List<GivenIdentity> persons = persons(given);
        refuseTheSameTwice(first, persons, given.size());
        List<Integer> chosen = representatives(representatives, given.size());
        return persons.size() == given.size()
                ? Optional.of(new Joint(persons, new JointComplaint(given.size() + 1, chosen)))
                : Optional.empty();
    }

    private void refuseLoneRepresentatives(@Nullable List<@Nullable Integer> representatives) {
        if (representatives != null && !representatives.isEmpty()) {
            faults.add(
                    REPRESENTATIVES,
                    "not-joint",
                    "只有二人以上共同投诉才推选代表人" + ARTICLE + "。",
                    "Representatives are for joint complaints only (Order 121 Art 12).");
        }
    }

    private List<GivenIdentity> persons(List<@Nullable CoComplainantForm> given) {
        List<GivenIdentity> persons = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = OTHERS + "/" + i;
            CoComplainantForm form = given.get(i);
            if (form == null) {
                faults.add(at, "required", "请填写共同投诉人信息。", "A complainant is required.");
                continue;
            }
            new PersonReader(faults)
                    .read(at, person(form), Needs.JOINT_COMPLAINANT)
                    .ifPresent(persons::add);
            if (!Boolean.TRUE.equals(form.consent())) {
                faults.add(
                        at + "/consent",
                        "consent-missing",
                        "共同投诉须经本人同意" + ARTICLE + "。",
                        "Each joint complainant must have consented (Order 121 Art 12).");
            }
        }
        return List.copyOf(persons);
    }

    private static Person person(CoComplainantForm form) {
        return new Person(
                form.name(),
                form.idType(),
                form.idNumber(),
                form.phone(),
                form.address(),
                form.email());
    }

    /** Compares only if all can be read, so that places on the form are right. */
    private void refuseTheSameTwice(
            Optional<GivenIdentity> first, List<GivenIdentity> persons, int expected) {
        if (persons.size() < expected) {
            return;
        }
        List<GivenIdentity> before = new ArrayList<>(first.stream().toList());
        for (int i = 0; i < persons.size(); i++) {
            GivenIdentity person = persons.get(i);
            if (before.stream().anyMatch(person::isSamePersonAs)) {
                faults.add(
                        OTHERS + "/" + i,
                        "same-person-twice",
                        "同一人重复填写（证件号码或者电话相同）；若确为两人，请填写各自的证件号码" + ARTICLE + "。",
                        "The same person twice; if they are two, give both identity numbers.");
            }
            before.add(person);
        }
    }

    private List<Integer> representatives(@Nullable List<@Nullable Integer> given, int others) {
        List<@Nullable Integer> all = given == null ? List.of() : given;
        if (all.isEmpty() || all.size() > MOST_REPRESENTATIVES) {
            faults.add(
                    REPRESENTATIVES,
                    all.isEmpty() ? "required" : "too-many",
                    "共同投诉须推选一至二名代表人" + ARTICLE + "，现有" + all.size() + "名。",
                    "One or two representatives (Order 121 Art 12).");
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Integer place = all.get(i);
            String at = REPRESENTATIVES + "/" + i;
            if (place == null || place < 0 || place > others) {
                faults.add(
                        at,
                        "not-a-complainant",
                        "代表人须是投诉人：0 为第一投诉人，1 至" + others + "为其他投诉人。",
                        "0 is the first complainant, 1 to " + others + " the others.");
            } else if (!chosen.add(place)) {
                faults.add(at, "same-person-twice", "代表人重复。", "The same person twice.");
            }
        }
        return List.copyOf(chosen);
    }
}
