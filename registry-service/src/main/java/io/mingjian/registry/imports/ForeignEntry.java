package io.mingjian.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.code.IdNumber;
import io.mingjian.registry.code.IdType;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of another agency's list that is fit to be looked into. Says nothing about the person in
 * a log line.
 *
 * @param listedUntil last day; absent if the file does not say
 */
record ForeignEntry(
        String name,
        IdType idType,
        String idNumber,
        String agency,
        String documentNo,
        LocalDate listedOn,
        @Nullable LocalDate listedUntil,
        String reason) {

    /**
     * @throws Invalid naming every fault
     */
    static ForeignEntry read(JsonNode form, LocalDate today) {
        Faults faults = new Faults();
        Optional<String> name = faults.required("/name", text(form, "name"), 60, "姓名");
        Optional<IdType> type =
                faults.requiredCode("/idType", IdType.class, text(form, "idType"), "证件类型");
        Optional<String> number =
                faults.required("/idNumber", text(form, "idNumber"), 30, "证件号码")
                        .map(IdNumber::normalise);
        Optional<String> checked =
                type.isEmpty()
                        ? Optional.empty()
                        : faults.checked(
                                "/idNumber",
                                number,
                                value -> IdNumber.check(type.get(), value),
                                "id-number",
                                type.get().zh() + "号码有误");
        Optional<String> agency =
                faults.required("/sourceAgency", text(form, "sourceAgency"), 100, "来源单位");
        Optional<String> documentNo =
                faults.required("/documentNo", text(form, "documentNo"), 100, "列入文书编号");
        Optional<LocalDate> from =
                faults.required("/listedOn", text(form, "listedOn"), 10, "列入日期")
                        .map(LocalDate::parse);
        Optional<LocalDate> until =
                Optional.ofNullable(text(form, "listedUntil")).map(LocalDate::parse);
        Optional<String> reason = faults.required("/reason", text(form, "reason"), 1000, "列入事由");
        refuseOddDays(from, until, today, faults);
        faults.refuseIfAny();
        return new ForeignEntry(
                name.orElseThrow(),
                type.orElseThrow(),
                checked.orElseThrow(),
                agency.orElseThrow(),
                documentNo.orElseThrow(),
                from.orElseThrow(),
                until.orElse(null),
                reason.orElseThrow());
    }

    private static void refuseOddDays(
            Optional<LocalDate> from, Optional<LocalDate> until, LocalDate today, Faults faults) {
        if (from.filter(day -> day.isAfter(today)).isPresent()) {
            faults.add("/listedOn", "in-the-future", "列入日期不得晚于今天。", "Must not lie ahead.");
        }
        if (until.isEmpty()) {
            return;
        }
        if (from.filter(day -> day.isAfter(until.get())).isPresent()) {
            faults.add(
                    "/listedUntil",
                    "before-first-day",
                    "截止日期不得早于列入日期。",
                    "Must not lie before the first day.");
        } else if (until.get().isBefore(today)) {
            faults.add(
                    "/listedUntil",
                    "has-ended",
                    "该列入已于" + until.get() + "到期，不再导入。",
                    "The entry has ended.");
        }
    }

    private static @Nullable String text(JsonNode form, String field) {
        JsonNode value = form.path(field);
        return value.isMissingNode() ? null : value.asText();
    }

    /** What it says, without the person. */
    ObjectNode inputs() {
        ObjectNode inputs =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sourceAgency", agency)
                        .put("documentNo", documentNo)
                        .put("listedOn", listedOn.toString());
        if (listedUntil != null) {
            inputs.put("listedUntil", listedUntil.toString());
        }
        return inputs.put("reason", reason);
    }

    /** In words that one could show the filer. */
    String explanation() {
        return agency
                + "于"
                + listedOn
                + "以“"
                + documentNo
                + "”将该人列入投诉举报异常名录"
                + (listedUntil == null ? "" : "，至" + listedUntil + "止")
                + "，事由：“"
                + reason
                + "”。外来名录只是候选的来源，是否列入须由本市依法独立核查、由工作人员决定。";
    }

    @Override
    public String toString() {
        return "ForeignEntry[" + documentNo + "]";
    }
}
