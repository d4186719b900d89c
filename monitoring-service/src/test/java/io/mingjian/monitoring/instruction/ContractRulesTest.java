package io.mingjian.monitoring.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.monitor.AgencyContracts;
import io.mingjian.monitoring.monitor.AgencyContracts.Term;
import io.mingjian.monitoring.monitor.ContractScope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 30);
    private static final ContractScope YOUGOU =
            new ContractScope(List.of(), List.of("yougou"), List.of());

    private final ContractRules rules = new ContractRules(false, YOUGOU, TODAY, UNTIL);

    @Test
    void anAgencyWithoutAnyContractIsInstructedUnlessTheCityForbidsIt() {
        assertThat(codes(rules, AgencyContracts.NONE)).isEmpty();
        assertThat(codes(new ContractRules(true, YOUGOU, TODAY, UNTIL), AgencyContracts.NONE))
                .containsExactly("contract-missing");
    }

    @Test
    void oneWhoseContractIsOverIsNot() {
        assertThat(codes(rules, until(TODAY.minusDays(1), ContractScope.ANYTHING)))
                .containsExactly("contract-not-in-force");
    }

    @Test
    void oneWhoseContractDoesNotCoverItIsNot() {
        assertThat(
                        codes(
                                rules,
                                until(
                                        UNTIL,
                                        new ContractScope(
                                                List.of(), List.of("duoduo"), List.of()))))
                .containsExactly("contract-not-covering");
    }

    @Test
    void oneWhoseContractEndsBeforeTheWatchingDoesIsNot() {
        assertThat(codes(rules, until(UNTIL.minusDays(1), YOUGOU)))
                .containsExactly("contract-ends-earlier");
        assertThat(codes(rules, until(UNTIL, YOUGOU))).isEmpty();
    }

    @Test
    void theProblemNamesTheAgencyAndItsPlace() {
        FieldError error =
                rules.problem(
                                "/agencies/3",
                                "monitor-x",
                                until(TODAY.minusDays(1), ContractScope.ANYTHING))
                        .orElseThrow();
        assertThat(error.pointer()).isEqualTo("/agencies/3");
        assertThat(error.zh()).contains("monitor-x").contains("合同");
    }

    private static AgencyContracts until(LocalDate day, ContractScope scope) {
        return new AgencyContracts(List.of(new Term("HT", day.minusYears(1), day, scope)));
    }

    private static List<String> codes(ContractRules rules, AgencyContracts contracts) {
        return rules.problem("/agencies/0", "monitor-x", contracts).stream()
                .map(FieldError::code)
                .toList();
    }
}
