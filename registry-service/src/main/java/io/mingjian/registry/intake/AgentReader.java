package io.mingjian.registry.intake;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.form.PowerOfAttorney;
import io.mingjian.registry.intake.FilingRequest.AgentForm;
import io.mingjian.registry.intake.FilingRequest.FilerForm;
import io.mingjian.registry.intake.FilingRequest.PowerForm;
import io.mingjian.registry.intake.PersonReader.Needs;
import io.mingjian.registry.intake.PersonReader.Person;
import io.mingjian.registry.intake.Submission.Agent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who files for the filer, and by which power (Order 121 Art 11). */
final class AgentReader {
    private static final String AT = "/agent";
    private static final String POWER = AT + "/powerOfAttorney";
    private static final String ARTICLE = "（第121号令第十一条）";

    private final Faults faults;
    private final Fields fields;
    private final LocalDate receivedOn;

    AgentReader(Faults faults, LocalDate receivedOn) {
        this.faults = faults;
        this.fields = new Fields(faults);
        this.receivedOn = receivedOn;
    }

    /** The agent, or nothing if there is none or the form is faulty. */
    Optional<Agent> read(
            @Nullable AgentForm given,
            @Nullable FilerForm filer,
            Optional<GivenIdentity> principal) {
        if (given == null) {
            return Optional.empty();
        }
        if (filer != null && Boolean.TRUE.equals(filer.anonymous())) {
            faults.add(
                    AT,
                    "agent-of-nobody",
                    "匿名举报不得委托他人代为提出：授权委托书须有委托人姓名" + ARTICLE + "。",
                    "An anonymous reporter cannot have an agent.");
        }
        Optional<GivenIdentity> person =
                new PersonReader(faults).read(AT, person(given), Needs.AGENT);
        Optional<PowerOfAttorney> power = power(given.powerOfAttorney());
        if (person.isPresent() && principal.filter(person.get()::isSamePersonAs).isPresent()) {
            faults.add(
                    AT,
                    "agent-is-filer",
                    "受托人与投诉举报人是同一人，无须委托" + ARTICLE + "；若确为两人，请填写各自的证件号码。",
                    "The agent and the filer are the same person.");
        }
        return person.flatMap(who -> power.map(by -> new Agent(who, by)));
    }

    private static Person person(AgentForm given) {
        return new Person(
                given.name(), given.idType(), given.idNumber(), given.phone(), null, null);
    }

    private Optional<PowerOfAttorney> power(@Nullable PowerForm given) {
        if (given == null) {
            faults.add(
                    POWER,
                    "required",
                    "委托他人的，须提交授权委托书" + ARTICLE + "。",
                    "A power of attorney is required (Order 121 Art 11).");
            return Optional.empty();
        }
        Optional<String> matters =
                faults.required(POWER + "/matters", given.matters(), 500, "委托事项" + ARTICLE);
        Optional<String> powers =
                faults.required(POWER + "/powers", given.powers(), 500, "委托权限" + ARTICLE);
        Optional<LocalDate> from =
                fields.requiredDay(POWER + "/validFrom", given.validFrom(), "委托期限起日" + ARTICLE);
        Optional<LocalDate> to =
                fields.requiredDay(POWER + "/validTo", given.validTo(), "委托期限止日" + ARTICLE);
        Optional<UUID> original = original(given.evidenceId());
        if (from.isPresent() && to.isPresent()) {
            checkTerm(from.get(), to.get());
        }
        if (matters.isEmpty()
                || powers.isEmpty()
                || from.isEmpty()
                || to.isEmpty()
                || original.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PowerOfAttorney(
                        matters.get(), powers.get(), from.get(), to.get(), original.get()));
    }

    private Optional<UUID> original(@Nullable String given) {
        if (given == null || given.isBlank()) {
            faults.add(
                    POWER + "/evidenceId",
                    "required",
                    "请上传授权委托书原件并填写其证据编号" + ARTICLE + "。",
                    "The signed original is required (Order 121 Art 11).");
            return Optional.empty();
        }
        return fields.evidenceId(POWER + "/evidenceId", given);
    }

    private void checkTerm(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            faults.add(
                    POWER + "/validTo",
                    "ends-before-it-begins",
                    "委托期限止日早于起日。",
                    "The term ends before it begins.");
        } else if (to.isBefore(receivedOn)) {
            faults.add(
                    POWER + "/validTo",
                    "power-expired",
                    "授权委托书已于" + to + "到期，收到投诉举报之日（" + receivedOn + "）已无代理权" + ARTICLE + "。",
                    "The power had expired on the day of receipt.");
        } else if (from.isAfter(receivedOn)) {
            faults.add(
                    POWER + "/validFrom",
                    "power-not-begun",
                    "授权委托书自" + from + "起生效，收到投诉举报之日（" + receivedOn + "）尚无代理权" + ARTICLE + "。",
                    "The power had not begun on the day of receipt.");
        }
    }
}
