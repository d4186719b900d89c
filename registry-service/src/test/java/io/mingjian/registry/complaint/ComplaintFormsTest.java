package io.mingjian.registry.complaint;

import io.mingjian.registry.procedure.FormLaw;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ComplaintFormsTest {
    private static final List<Class<?>> DOORS =
            List.of(
                    ComplaintRouting.class,
                    ComplaintDecisions.class,
                    MediationDoor.class,
                    ComplaintClues.class);

    @TestFactory
    Stream<DynamicTest> everyFormAsksForWhatItsDoorReads() {
        List<TerminationGround> grounds = List.of(TerminationGround.values());
        return ComplaintLifecycle.TABLE.rows().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.from() + " " + row.step(),
                                        () ->
                                                FormLaw.holds(
                                                        ComplaintForms.form(row, grounds),
                                                        "/v1/complaints/{id}",
                                                        DOORS)));
    }
}
