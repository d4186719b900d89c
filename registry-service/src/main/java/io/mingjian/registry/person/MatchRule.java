package io.mingjian.registry.person;

import static io.mingjian.registry.filer.ContactKind.ACCOUNT;
import static io.mingjian.registry.filer.ContactKind.ADDRESS;
import static io.mingjian.registry.filer.ContactKind.NAME;
import static io.mingjian.registry.filer.ContactKind.PHONE;
import static io.mingjian.registry.person.MatchRule.How.AT_INTAKE;
import static io.mingjian.registry.person.MatchRule.How.BY_PEOPLE;
import static io.mingjian.registry.person.MatchRule.How.PROPOSED;

import io.mingjian.registry.filer.ContactKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who is taken for one person, the strongest rule first. Only what is found at intake is one filer
 * at once; all else is proposed to people with its reasons, and two different documents never are.
 */
enum MatchRule {
    // spotless:off
    SAME_DOCUMENT   (AT_INTAKE, Set.of(),              "证件类型和证件号码相同，登记时即识别为同一人"),
    SAME_CALLER     (AT_INTAKE, Set.of(PHONE, NAME),   "电话和姓名相同，且没有不同的证件号码，登记时即识别为同一人"),
    SAME_ACCOUNT    (PROPOSED,  Set.of(ACCOUNT),       "在同一平台使用同一账号"),
    PHONE_AND_NAME  (PROPOSED,  Set.of(PHONE, NAME),   "曾使用同一电话，且姓名相同"),
    ADDRESS_AND_NAME(PROPOSED,  Set.of(ADDRESS, NAME), "通讯地址相同，且姓名相同"),
    PHONE_ONLY      (PROPOSED,  Set.of(PHONE),         "曾使用同一电话，姓名不同，可能是同一人改用他名，也可能是共用电话"),
    ADDRESS_ONLY    (PROPOSED,  Set.of(ADDRESS),       "通讯地址相同，姓名不同，也可能是家人或者同住的人"),
    BY_HAND         (BY_PEOPLE, Set.of(),              "由工作人员核实认定");
    // spotless:on

    /** Who finds it. */
    enum How {
        AT_INTAKE,
        PROPOSED,
        BY_PEOPLE
    }

    private final How how;
    private final Set<ContactKind> keys;
    private final String zh;

    MatchRule(How how, Set<ContactKind> keys, String zh) {
        this.how = how;
        this.keys = keys;
        this.zh = zh;
    }

    /**
     * The strongest rule by which two filers may be proposed as one.
     *
     * @param agreed what both gave
     * @param documentsDiffer whether both gave a document, and not the same one
     */
    static Optional<MatchRule> proposing(Set<ContactKind> agreed, boolean documentsDiffer) {
        if (documentsDiffer) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(rule -> rule.how == PROPOSED && agreed.containsAll(rule.keys))
                .findFirst();
    }

    How how() {
        return how;
    }

    Set<ContactKind> keys() {
        return keys;
    }

    String zh() {
        return zh;
    }
}
