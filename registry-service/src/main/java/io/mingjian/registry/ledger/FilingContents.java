package io.mingjian.registry.ledger;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.form.Goods;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A procedure tells what its filings say; one bean for each kind of filing. */
public interface FilingContents {
    FilingKind kind();

    /** What these filings say; those of nobody known are left out. */
    Uni<List<Said>> of(Caller machine, Collection<UUID> filingIds);

    /**
     * What a filing and those that are handled with it say; all are upheld if it is. Those of
     * nobody known are left out.
     */
    Uni<List<Said>> handledWith(Caller machine, UUID filingId);

    /** The same of one filing that the caller may see; absent if there is none such. */
    Uni<Optional<Said>> seenBy(Caller caller, UUID filingId);

    /** Some filings of known filers, received since a day, that the ledger does not have. */
    Uni<List<UUID>> uncounted(Caller machine, LocalDate since, int limit);

    /**
     * What is counted of a filing.
     *
     * @param holder the bureau that has it now
     * @param operator name of the operator
     * @param shop name of its shop, which a text may use instead
     * @param text what the filer wrote
     * @param goods absent where the form names none
     * @param setAside why the form asks not to count it
     * @param together whether several complain together (Order 121 Art 12)
     * @param upheld whether a case was filed, and not closed for want of a violation
     */
    record Said(
            UUID filingId,
            UUID submissionId,
            UUID filerId,
            LocalDate receivedOn,
            String holder,
            String operator,
            @Nullable String uscc,
            @Nullable String shop,
            String text,
            @Nullable Goods goods,
            @Nullable SetAside setAside,
            boolean together,
            boolean upheld) {}
}
