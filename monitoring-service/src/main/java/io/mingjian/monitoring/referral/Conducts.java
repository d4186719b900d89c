package io.mingjian.monitoring.referral;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.CodeTable;
import java.util.List;
import java.util.Optional;

/** The conducts that a referral may name; data of {@code codes/referral-conducts.yaml}. */
final class Conducts {
    static final Conducts SHIPPED =
            new Conducts(CodeTable.read("/codes/referral-conducts.yaml", Conduct.class));

    private final List<Conduct> rows;

    Conducts(List<Conduct> rows) {
        if (rows.stream().map(row -> row.kind() + row.code()).distinct().count() != rows.size()) {
            throw new IllegalStateException("referral-conducts.yaml names a conduct twice");
        }
        this.rows = List.copyOf(rows);
    }

    Optional<Conduct> find(ReferralKind kind, String code) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.code().equals(code))
                .findFirst();
    }

    List<String> codesOf(ReferralKind kind) {
        return rows.stream().filter(row -> row.kind() == kind).map(Conduct::code).toList();
    }

    /** One row of the table. */
    record Conduct(ReferralKind kind, String code, String zh, String basis, LimitStatus status) {}
}
