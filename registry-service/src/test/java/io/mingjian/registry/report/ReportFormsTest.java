package io.mingjian.registry.report;

import io.mingjian.registry.procedure.FormLaw;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReportFormsTest {
    private static final List<Class<?>> DOORS =
            List.of(
                    ReportRouting.class,
                    SameMatterDoor.class,
                    VerificationDoor.class,
                    CaseDoor.class,
                    ReportTransfers.class,
                    ReportResults.class);

    @TestFactory
    Stream<DynamicTest> everyFormAsksForWhatItsDoorReads() {
        return ReportLifecycle.TABLE.rows().stream()
                .filter(row -> row.step() != ReportStep.ABSORB)
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.from() + " " + row.step(),
                                        () ->
                                                FormLaw.holds(
                                                        ReportForms.form(row),
                                                        "/v1/reports/{id}",
                                                        DOORS)));
    }
}
