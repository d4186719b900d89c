package io.mingjian.kit.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Idempotency;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What imports need of the rest of the service. */
@Singleton
public final class ImportTools {
    final Work work;
    final Audit audit;
    final Idempotency idempotency;
    final Cursors cursors;
    final Clock clock;
    final ObjectMapper json;
    final MeterRegistry meters;

    ImportTools(
            Work work,
            Audit audit,
            Idempotency idempotency,
            Cursors cursors,
            Clock clock,
            ObjectMapper json,
            MeterRegistry meters) {
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.clock = clock;
        this.json = json;
        this.meters = meters;
    }
}
