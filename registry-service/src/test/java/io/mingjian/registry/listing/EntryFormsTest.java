package io.mingjian.registry.listing;

import io.mingjian.registry.procedure.FormLaw;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EntryFormsTest {
    private static final List<Class<?>> DOORS =
            List.of(
                    EntryDoor.class,
                    HearingDoor.class,
                    ResolutionDoor.class,
                    ObjectionDoor.class,
                    RemovalDoor.class);

    @TestFactory
    Stream<DynamicTest> everyFormAsksForWhatItsDoorReads() {
        return EntryLifecycle.TABLE.rows().stream()
                .filter(row -> row.step() != EntryStep.EXPIRE)
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.from() + " " + row.step(),
                                        () ->
                                                FormLaw.holds(
                                                        EntryForms.form(
                                                                row, LocalDate.of(2026, 11, 24)),
                                                        "/v1/abnormal-filer-entries/{id}",
                                                        DOORS)));
    }
}
