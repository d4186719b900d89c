package io.mingjian.monitoring.instruction;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.monitor.AgencyContracts;
import io.mingjian.monitoring.monitor.ContractScope;
import io.mingjian.monitoring.monitor.ContractStanding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether an agency's contract allows what it is instructed to do. An agency without any contract
 * on file may be instructed unless the city's settings forbid it, and is shown as such; one whose
 * contracts are not in force, or do not cover the order, may not.
 *
 * @param required whether a contract must be on file
 * @param asked what is to be watched
 * @param today day of the instruction or of its amendment
 * @param until last day of watching
 */
record ContractRules(boolean required, ContractScope asked, LocalDate today, LocalDate until) {

    /** What is wrong with instructing an agency that has these contracts. */
    Optional<FieldError> problem(String pointer, String agency, AgencyContracts contracts) {
        if (contracts.standingOn(today) == ContractStanding.NONE) {
            return required
                    ? error(pointer, "contract-missing", agency, "没有登记的监测服务合同", "has no contract")
                    : Optional.empty();
        }
        if (contracts.standingOn(today) == ContractStanding.EXPIRED) {
            return error(
                    pointer,
                    "contract-not-in-force",
                    agency,
                    "没有在有效期内的监测服务合同",
                    "has no contract in force");
        }
        if (!contracts.cover(asked, today)) {
            return error(
                    pointer,
                    "contract-not-covering",
                    agency,
                    "的有效合同范围不包括本指令的平台类型、平台或违法类型",
                    "has no contract that covers the order");
        }
        return until.isAfter(today) && !contracts.cover(asked, until)
                ? error(
                        pointer,
                        "contract-ends-earlier",
                        agency,
                        "的合同在监测期限结束（%s）前届满".formatted(until),
                        "has a contract that ends before the period does")
                : Optional.empty();
    }

    private static Optional<FieldError> error(
            String pointer, String code, String agency, String zh, String en) {
        return Optional.of(
                new FieldError(pointer, code, "机构 " + agency + " " + zh, agency + " " + en + "."));
    }
}
