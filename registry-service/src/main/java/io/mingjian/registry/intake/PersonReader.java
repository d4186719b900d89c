package io.mingjian.registry.intake;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.code.IdNumber;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.code.Phone;
import io.mingjian.registry.filer.GivenIdentity;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one person of a form: filer, joint complainant or agent (Order 121 Arts 10–12). */
final class PersonReader {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private final Faults faults;

    PersonReader(Faults faults) {
        this.faults = faults;
    }

    /** A person as given. */
    record Person(
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String email) {}

    /** What must be there beside name and telephone, and by which article. */
    enum Needs {
        FILER("", "", false, false),
        COMPLAINANT("", "", true, false),
        JOINT_COMPLAINANT("共同投诉人", "（第121号令第十条、第十二条）", true, false),
        AGENT("受托人", "（第121号令第十一条）", false, true);

        private final String who;
        private final String article;
        private final boolean address;
        private final boolean idNumber;

        Needs(String who, String article, boolean address, boolean idNumber) {
            this.who = who;
            this.article = article;
            this.address = address;
            this.idNumber = idNumber;
        }

        String named(String field) {
            return who + field + article;
        }
    }

    /**
     * The identity, or nothing if it is faulty.
     *
     * @param at pointer of the person's object
     */
    Optional<GivenIdentity> read(String at, Person given, Needs needs) {
        Optional<String> name = faults.required(at + "/name", given.name(), 60, needs.named("姓名"));
        Optional<String> phone =
                faults.checked(
                        at + "/phone",
                        faults.required(at + "/phone", given.phone(), 30, needs.named("联系电话"))
                                .map(Phone::normalise),
                        Phone::check,
                        "phone",
                        "联系电话须为手机号码或者带区号的固定电话");
        Optional<String> address =
                needs.address
                        ? faults.required(
                                at + "/address", given.address(), 300, needs.named("通讯地址"))
                        : faults.optional(
                                at + "/address", given.address(), 300, needs.named("通讯地址"));
        Optional<String> email = email(at + "/email", given.email(), needs);
        Optional<IdType> idType =
                faults.code(at + "/idType", IdType.class, given.idType(), needs.named("证件类型"));
        Optional<String> idNumber = idNumber(at, given, idType, needs);
        if (name.isEmpty() || phone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new GivenIdentity(
                        name.get(),
                        idNumber.isPresent() ? idType.orElse(null) : null,
                        idNumber.orElse(null),
                        phone.get(),
                        address.orElse(null),
                        email.orElse(null),
                        null));
    }

    private Optional<String> email(String pointer, @Nullable String given, Needs needs) {
        Optional<String> email = faults.optional(pointer, given, 120, needs.named("电子邮箱"));
        if (email.isPresent() && !EMAIL.matcher(email.get()).matches()) {
            faults.add(pointer, "not-an-email", "电子邮箱格式不正确。", "Not an e-mail address.");
            return Optional.empty();
        }
        return email;
    }

    private Optional<String> idNumber(
            String at, Person given, Optional<IdType> idType, Needs needs) {
        Optional<String> number =
                faults.optional(at + "/idNumber", given.idNumber(), 30, needs.named("证件号码"))
                        .map(IdNumber::normalise);
        boolean typeGiven = isGiven(given.idType());
        boolean numberGiven = isGiven(given.idNumber());
        if (!typeGiven && (numberGiven || needs.idNumber)) {
            faults.add(
                    at + "/idType",
                    "required",
                    needs.idNumber ? "请选择" + needs.named("证件类型") + "。" : "填写证件号码时须选择证件类型。",
                    "The kind of document is required with its number.");
        }
        if (!numberGiven && (typeGiven || needs.idNumber)) {
            faults.add(
                    at + "/idNumber",
                    "required",
                    needs.idNumber ? "请填写" + needs.named("证件号码") + "。" : "选择证件类型时须填写证件号码。",
                    "The number is required with the kind of document.");
        }
        if (idType.isEmpty()) {
            return Optional.empty();
        }
        return faults.checked(
                at + "/idNumber",
                number,
                value -> IdNumber.check(idType.get(), value),
                "id-number",
                idType.get().zh() + "号码有误");
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
