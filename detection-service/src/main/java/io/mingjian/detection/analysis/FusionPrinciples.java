package io.mingjian.detection.analysis;

import static io.mingjian.contracts.IndicationBand.DECLARED_OR_REUSED;
import static io.mingjian.contracts.IndicationBand.NO_SIGN;
import static io.mingjian.contracts.IndicationBand.SOME_SIGNS;

/** What no version may break, whatever its numbers are. */
final class FusionPrinciples {
    private FusionPrinciples() {}

    static void check(FusionRules rules) {
        require(rules.someFrom() > 1, "the lowest band begins above 1");
        require(rules.strongFrom() > rules.someFrom(), "bands follow each other");
        require(rules.declaresFrom() > rules.strongFrom(), "bands follow each other");
        rules.rows().forEach(row -> check(row, rules));
    }

    private static void check(RuleRow row, FusionRules rules) {
        String code = row.code();
        require(row.ratio() >= 1 && row.cap() >= 1, code + ": nothing vouches for a picture");
        require(
                row.counts() == (row.ceiling() != NO_SIGN),
                code + ": a ceiling above no sign belongs to what counts");
        require(!row.basis().isBlank(), code + ": a row says what it stands on");
        require(!row.innocent().isBlank(), code + ": a row names ordinary causes");
        require(
                row.status() != RuleStatus.MEASURED
                        || row.errors().isPresent() && !row.source().isBlank(),
                code + ": what is measured names figures and their place");
        require(
                row.group() != SignalGroup.PIXELS || row.ceiling().compareTo(SOME_SIGNS) <= 0,
                code + ": pixels end at some signs");
        require(
                row.ceiling() != DECLARED_OR_REUSED
                        || row.weight() >= rules.declaresFrom()
                                && (row.group() == SignalGroup.LABEL
                                        || row.group() == SignalGroup.REUSE),
                code + ": the top band is for declarations and reuse");
        require(
                row.weight() < rules.declaresFrom() || row.ceiling() == DECLARED_OR_REUSED,
                code + ": what stands for itself reaches the top band");
        rules.rows().stream()
                .filter(other -> other.group() == row.group())
                .forEach(
                        other ->
                                require(
                                        other.weight() <= row.weight()
                                                || other.ceiling().compareTo(row.ceiling()) >= 0,
                                        code + ": in one group the weightier leads higher"));
    }

    private static void require(boolean kept, String principle) {
        if (!kept) {
            throw new IllegalArgumentException(principle);
        }
    }
}
