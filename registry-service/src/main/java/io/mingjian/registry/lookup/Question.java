package io.mingjian.registry.lookup;

import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.code.IdNumber;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.filer.PersonSearch;
import io.mingjian.registry.lookup.LookupViews.LookupRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A look-up as it was asked and is fit to be answered. Says nothing about the person in a log line.
 *
 * @param asked keyed hash of the document or the entry number
 * @param document absent if an entry was asked for by its number
 * @param operator who asks by way of a machine
 */
record Question(
        byte[] asked,
        @Nullable Document document,
        @Nullable String entryNo,
        Purpose purposeCode,
        String purpose,
        String legalBasis,
        String caseNo,
        @Nullable String operator) {

    /** A document that the person showed. */
    record Document(IdType type, String number, @Nullable String name) {
        @Override
        public String toString() {
            return "Document[…]";
        }
    }

    /**
     * @throws Invalid naming every fault
     */
    static Question read(
            LookupRequest given, Caller caller, Agreement agreement, PersonSearch persons) {
        Faults faults = new Faults();
        Optional<Document> document = document(given, faults);
        Optional<String> entryNo = faults.optional("/entryNo", given.entryNo(), 40, "名录编号");
        refuseBothOrNeither(given, faults);
        Optional<Purpose> code =
                faults.requiredCode("/purposeCode", Purpose.class, given.purposeCode(), "查询用途");
        code.filter(Predicate.not(agreement.terms().purposes()::contains))
                .ifPresent(
                        other ->
                                faults.add(
                                        "/purposeCode",
                                        "not-agreed",
                                        "查询协议不包括“" + other.zh() + "”这一用途。",
                                        "The agreement does not name this purpose."));
        Optional<String> purpose = longEnough("/purpose", given.purpose(), 500, "查询目的", faults);
        Optional<String> basis = longEnough("/legalBasis", given.legalBasis(), 300, "法律依据", faults);
        Optional<String> caseNo = faults.required("/caseNo", given.caseNo(), 100, "案件（事项）编号");
        boolean machine = caller.roles().equals(Set.of(Role.INTEGRATION));
        Optional<String> operator =
                machine
                        ? faults.required("/operator", given.operator(), 60, "实际查询人")
                        : faults.optional("/operator", given.operator(), 60, "实际查询人");
        faults.refuseIfAny();
        return new Question(
                document.map(each -> persons.trace(each.type(), each.number()))
                        .orElseGet(() -> entryTrace(entryNo.orElseThrow())),
                document.orElse(null),
                entryNo.orElse(null),
                code.orElseThrow(),
                purpose.orElseThrow(),
                basis.orElseThrow(),
                caseNo.orElseThrow(),
                operator.orElse(null));
    }

    private static Optional<Document> document(LookupRequest given, Faults faults) {
        Optional<String> number =
                faults.optional("/idNumber", given.idNumber(), 30, "证件号码").map(IdNumber::normalise);
        Optional<IdType> type =
                number.isPresent()
                        ? faults.requiredCode("/idType", IdType.class, given.idType(), "证件类型")
                        : faults.code("/idType", IdType.class, given.idType(), "证件类型");
        Optional<String> name = faults.optional("/name", given.name(), 60, "姓名");
        Optional<String> checked =
                type.isEmpty()
                        ? Optional.empty()
                        : faults.checked(
                                "/idNumber",
                                number,
                                text -> IdNumber.check(type.get(), text),
                                "id-number",
                                type.get().zh() + "号码有误");
        return checked.map(text -> new Document(type.orElseThrow(), text, name.orElse(null)));
    }

    private static void refuseBothOrNeither(LookupRequest given, Faults faults) {
        if (isGiven(given.idNumber()) == isGiven(given.entryNo())) {
            faults.add(
                    "/idNumber",
                    "document-or-entry",
                    "请填写证件类型和证件号码，或者只填写名录编号。",
                    "Give a document or an entry number, not both.");
        }
    }

    /** A purpose or a basis of one word is none. */
    private static Optional<String> longEnough(
            String pointer, @Nullable String text, int longest, String zh, Faults faults) {
        Optional<String> given = faults.required(pointer, text, longest, zh);
        if (given.isPresent() && given.get().length() < 4) {
            faults.add(pointer, "too-short", zh + "须不少于4个字。", "At least 4 characters.");
            return Optional.empty();
        }
        return given;
    }

    private static byte[] entryTrace(String entryNo) {
        return ("ENTRY|" + entryNo).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "Question[" + caseNo + "]";
    }
}
