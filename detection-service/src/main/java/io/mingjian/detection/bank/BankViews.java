package io.mingjian.detection.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.detection.bank.Bank.State;
import io.mingjian.detection.bank.Bank.Wish;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the doors of this room take and answer. */
final class BankViews {
    private BankViews() {}

    /**
     * A piece of evidence that is to stand in a bank.
     *
     * @param note for the keeper alone
     * @param source where the picture is public; needed for stock pictures
     * @param restsOn what it rests on that the picture was generated; needed for that bank
     * @param grounds the same in own words
     */
    record EntryRequest(
            @NotNull(message = "请选择图库。") Bank bank,
            @NotNull(message = "请给出证据编号，或者改以表单上传图片。") UUID evidenceId,
            @Nullable String note,
            @Nullable String source,
            @Nullable RestsOn restsOn,
            @Nullable String grounds) {

        BankRules.Wanted wanted() {
            return new BankRules.Wanted(
                    bank,
                    orEmpty(note),
                    orEmpty(source),
                    Optional.ofNullable(restsOn),
                    orEmpty(grounds));
        }
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * Why something is decided.
     *
     * @param reasons in own words; they stay in the entry's history
     */
    record DecisionRequest(
            @NotBlank(message = "请说明理由。") @Size(max = 500, message = "理由不超过 500 个字。")
                    String reasons) {}

    /**
     * An entry as its reader may see it.
     *
     * @param wished a decision that waits for a second person; absent if none does
     * @param evidenceId where its picture is evidence that the reader may see
     * @param note absent for everybody but its keeper; so are source and grounds of a merchant's
     * @param hasPicture whether there is a copy to look at
     * @param matches pieces of evidence that show it, whoever holds them; for the city alone, as
     *     the number would tell a merchant what others have handed in
     * @param searched whether all earlier evidence has been searched for it
     * @param evidence some of the evidence that shows it and that the reader may see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID id,
            Bank bank,
            String bankName,
            State state,
            String stateName,
            @Nullable Wish wished,
            @Nullable String wishedName,
            String organisation,
            @Nullable UUID evidenceId,
            String sha256,
            @Nullable String note,
            @Nullable String source,
            @Nullable RestsOn restsOn,
            @Nullable String restsOnName,
            @Nullable String grounds,
            boolean hasPicture,
            @Nullable Integer matches,
            boolean searched,
            @Nullable List<UUID> evidence,
            @Nullable List<ActView> history,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            int version) {

        static EntryView of(BankEntry entry, Caller reader, int matches, @Nullable Detail detail) {
            boolean keeps = entry.isKeptBy(reader);
            return new EntryView(
                    entry.id(),
                    entry.bank(),
                    entry.bank().zhName(),
                    entry.state(),
                    entry.state().zhName(),
                    entry.wished().orElse(null),
                    entry.wished().map(Wish::zhName).orElse(null),
                    entry.organisation(),
                    detail == null ? null : detail.evidenceId(),
                    entry.sha256(),
                    keeps ? entry.note() : null,
                    keeps ? entry.source() : null,
                    entry.restsOn().orElse(null),
                    entry.restsOn().map(RestsOn::zhName).orElse(null),
                    keeps ? entry.grounds() : null,
                    entry.evidenceId().isEmpty(),
                    reader.isCity() ? matches : null,
                    entry.searchedAt().isPresent(),
                    detail == null ? null : detail.evidence(),
                    detail == null ? null : detail.history(),
                    outside(entry.createdAt()),
                    outside(entry.updatedAt()),
                    entry.version());
        }
    }

    /** What is shown of one entry and left out in lists. */
    record Detail(@Nullable UUID evidenceId, List<UUID> evidence, List<ActView> history) {}

    /** One line of the history. */
    record ActView(
            EntryAct.Kind act, String by, String organisation, String reasons, OffsetDateTime at) {
        static ActView of(EntryAct act) {
            return new ActView(
                    act.kind(), act.byName(), act.organisation(), act.reasons(), outside(act.at()));
        }
    }

    static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
