package io.mingjian.kit.testing;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A person or machine that tests act as. */
public record TestCaller(
        String name,
        String organisation,
        OrganisationKind kind,
        String district,
        String uscc,
        Set<Role> roles) {

    public static TestCaller city(Role... roles) {
        return new TestCaller(
                "city.officer",
                "samr-shanghai",
                OrganisationKind.MUNICIPAL_BUREAU,
                "310000",
                null,
                set(roles));
    }

    public static TestCaller huangpu(Role... roles) {
        return district("huangpu", "310101", roles);
    }

    public static TestCaller pudong(Role... roles) {
        return district("pudong", "310115", roles);
    }

    public static TestCaller district(String pinyin, String code, Role... roles) {
        return new TestCaller(
                pinyin + ".officer",
                "samr-" + pinyin,
                OrganisationKind.DISTRICT_BUREAU,
                code,
                null,
                set(roles));
    }

    public static TestCaller monitor(String id, Role... roles) {
        return new TestCaller(
                id + ".operator",
                "monitor-" + id,
                OrganisationKind.MONITOR,
                null,
                null,
                set(roles));
    }

    public static TestCaller platform(String id, Role... roles) {
        return new TestCaller(
                id + ".client",
                "platform-" + id,
                OrganisationKind.PLATFORM,
                null,
                null,
                set(roles));
    }

    public static TestCaller modelProvider(String id, Role... roles) {
        return new TestCaller(
                id + ".client",
                "provider-" + id,
                OrganisationKind.MODEL_PROVIDER,
                null,
                null,
                set(roles));
    }

    public static TestCaller merchant(String id, String uscc, Role... roles) {
        return new TestCaller(
                id + ".owner", "merchant-" + id, OrganisationKind.MERCHANT, null, uscc, set(roles));
    }

    public static TestCaller police(Role... roles) {
        return new TestCaller(
                "police.officer",
                "police-shanghai",
                OrganisationKind.POLICE,
                "310000",
                null,
                set(roles));
    }

    /** The same organisation, another person. */
    public TestCaller named(String other) {
        return new TestCaller(other, organisation, kind, district, uscc, roles);
    }

    public String bearer() {
        return "Bearer " + Tokens.of(this);
    }

    private static Set<Role> set(Role... roles) {
        EnumSet<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(Arrays.asList(roles));
        return set;
    }
}
