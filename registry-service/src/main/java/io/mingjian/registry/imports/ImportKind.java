package io.mingjian.registry.imports;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the rows of a file are, and who may send such files. */
enum ImportKind {
    FILINGS("投诉举报") {
        /** Those who may enter one filing may enter many. */
        @Override
        boolean admits(Caller caller) {
            return (isBureau(caller) && caller.has(Role.INTAKE))
                    || (caller.kind() == OrganisationKind.PLATFORM && caller.has(Role.INTEGRATION));
        }
    },
    /** Entries of the abnormal-filer list of another district or region. */
    ENTRIES("外来名录") {
        @Override
        boolean admits(Caller caller) {
            return isBureau(caller) && caller.has(Role.REVIEWER);
        }
    };

    private final String zh;

    ImportKind(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    abstract boolean admits(Caller caller);

    /**
     * The kind of this name; filings if none is given.
     *
     * @throws Malformed if there is no such kind
     */
    static ImportKind of(@Nullable String given) {
        for (ImportKind each : values()) {
            if (each.name().equals(given == null ? "FILINGS" : given.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new Malformed(
                new FieldError(
                        "/kind",
                        "unknown-code",
                        "导入种类可用：filings、entries。",
                        "Use filings or entries."));
    }

    private static boolean isBureau(Caller caller) {
        return caller.isCity() || caller.isDistrict();
    }
}
