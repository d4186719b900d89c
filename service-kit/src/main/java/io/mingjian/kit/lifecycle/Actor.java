package io.mingjian.kit.lifecycle;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what capacity somebody takes a step. One caller has several at once: a reviewer of the city is
 * {@code CITY}, {@code OFFICER} and {@code REVIEWER}. A row asks for one ({@code HANDLER}), for
 * several together ({@code CITY.and(REVIEWER)}) or for alternatives ({@code MONITOR.or(MACHINE)}).
 */
public enum Actor {
    /** Registers and routes, at a bureau. */
    INTAKE("登记人员"),
    /** Handles, at a bureau. */
    HANDLER("经办人"),
    /** Reviews, at a bureau. */
    REVIEWER("审核人"),
    /** Head of a bureau's unit. */
    HEAD("负责人"),
    /** Handler, reviewer or head of a bureau. */
    OFFICER("执法人员"),
    /** Anybody who works at the municipal bureau. */
    CITY("市局"),
    /** Anybody who works at a district bureau. */
    DISTRICT("区局"),
    /** A monitoring agency, person or client. */
    MONITOR("监测机构"),
    /** A platform, person or client. */
    PLATFORM("平台"),
    POLICE("公安机关"),
    MERCHANT("商家"),
    /** The suite itself: timers and events. It never takes a step that needs reasons. */
    MACHINE("系统");

    private static final Role[] PEOPLE = {Role.INTAKE, Role.HANDLER, Role.REVIEWER, Role.HEAD};

    private final String zh;

    Actor(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }

    /** Both capacities together are needed. */
    public By and(Actor other) {
        return By.only(this).and(other);
    }

    /** Either capacity is enough. */
    public By or(Actor other) {
        return or(By.only(other));
    }

    /** This capacity, or what the other one asks for. */
    public By or(By other) {
        return By.only(this).or(other);
    }

    /** All capacities of a caller; none for auditors and administrators, who take no steps. */
    public static Set<Actor> of(Caller caller) {
        if (caller.isMachine()) {
            return EnumSet.of(MACHINE);
        }
        if (caller.isCity() || caller.isDistrict()) {
            return ofBureau(caller);
        }
        return caller.hasAny(PEOPLE) || caller.has(Role.INTEGRATION)
                ? ofPartner(caller.kind())
                : EnumSet.noneOf(Actor.class);
    }

    /**
     * A bureau's own technical client (INTEGRATION alone) has no capacity: bureaus act by people.
     */
    private static Set<Actor> ofBureau(Caller caller) {
        var actors = EnumSet.noneOf(Actor.class);
        for (Role role : PEOPLE) {
            if (caller.has(role)) {
                actors.add(valueOf(role.name()));
            }
        }
        if (!actors.isEmpty()) {
            actors.add(caller.isCity() ? CITY : DISTRICT);
        }
        if (caller.hasAny(Role.HANDLER, Role.REVIEWER, Role.HEAD)) {
            actors.add(OFFICER);
        }
        return actors;
    }

    private static Set<Actor> ofPartner(@Nullable OrganisationKind kind) {
        if (kind == null) {
            return EnumSet.noneOf(Actor.class);
        }
        return switch (kind) {
            case MONITOR -> EnumSet.of(MONITOR);
            case PLATFORM -> EnumSet.of(PLATFORM);
            case POLICE -> EnumSet.of(POLICE);
            case MERCHANT -> EnumSet.of(MERCHANT);
            default -> EnumSet.noneOf(Actor.class);
        };
    }
}
