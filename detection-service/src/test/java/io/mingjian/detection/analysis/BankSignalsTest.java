package io.mingjian.detection.analysis;

import static io.mingjian.contracts.IndicationBand.DECLARED_OR_REUSED;
import static io.mingjian.contracts.IndicationBand.NO_SIGN;
import static io.mingjian.contracts.IndicationBand.SOME_SIGNS;
import static io.mingjian.contracts.IndicationBand.STRONG_SIGNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.bank.Bank;
import io.mingjian.detection.bank.BankFind;
import io.mingjian.detection.bank.BankFinds;
import io.mingjian.detection.bank.Likeness;
import io.mingjian.detection.bank.Within;
import io.mingjian.detection.finding.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BankSignalsTest {
    private static BankFind find(Bank bank, Likeness likeness, boolean later) {
        return new BankFind(
                UUID.randomUUID(), bank, likeness, 4, 0.9, Optional.empty(), later, true);
    }

    private static BankFinds all(BankFind... finds) {
        return new BankFinds(Arrays.asList(finds), Set.of());
    }

    private static Indication indication(BankFind... finds) {
        PanelReport empty = new PanelReport(List.of(), List.of(), LabelVerdict.NONE_FOUND);
        return Fusion.fuse(empty.with(BankSignals.of(all(finds))), Reuse.NONE);
    }

    @Test
    void eachBankHasItsBand() {
        assertThat(indication(find(Bank.KNOWN_AI, Likeness.SAME_PICTURE, false)).band())
                .isEqualTo(DECLARED_OR_REUSED);
        assertThat(indication(find(Bank.STOCK, Likeness.CROPPED, false)).band())
                .isEqualTo(STRONG_SIGNS);
        assertThat(indication(find(Bank.MERCHANT_PHOTOS, Likeness.SAME_PICTURE, false)).band())
                .isEqualTo(NO_SIGN);
        assertThat(indication(find(Bank.MERCHANT_PHOTOS, Likeness.SAME_BACKGROUND, false)).band())
                .isEqualTo(SOME_SIGNS);
        assertThat(indication(find(Bank.COMMON, Likeness.SAME_PICTURE, false)).band())
                .isEqualTo(NO_SIGN);
    }

    @Test
    void ofAFilmTheSecondIsTold() {
        BankFind find =
                new BankFind(
                        UUID.randomUUID(),
                        Bank.KNOWN_AI,
                        Likeness.SAME_PICTURE,
                        4,
                        0.9,
                        Optional.of(new Within(7.5, null)),
                        false,
                        true);
        assertThat(BankSignals.of(all(find)))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.supports()).endsWith("，见视频约第 7.5 秒处。");
                            assertThat(line.facts()).containsEntry("second", 7.5);
                        });
    }

    /** Otherwise whoever uses one picture often enough would silence it. */
    @Test
    void aPictureThatTheMachineStoppedStillAsksForALook() {
        BankFind waiting =
                new BankFind(
                        UUID.randomUUID(),
                        Bank.COMMON,
                        Likeness.SAME_PICTURE,
                        4,
                        0.9,
                        Optional.empty(),
                        false,
                        false);
        assertThat(indication(waiting).band()).isEqualTo(SOME_SIGNS);
    }

    /** Otherwise a merchant could put a consumer's picture into its bank and point at it. */
    @Test
    void whatAMerchantPutInAfterwardsWeighsNothing() {
        Indication indication = indication(find(Bank.MERCHANT_PHOTOS, Likeness.SAME_PICTURE, true));
        assertThat(indication.band()).isEqualTo(NO_SIGN);
        assertThat(indication.lines())
                .extracting(Indication.Line::code)
                .containsExactly("MERCHANT_PICTURE_LATER");
    }

    /** It got the picture in a dispute at a platform and registers it before the buyer files. */
    @Test
    void aBuyersPhotographThatAMerchantRegisteredFirstStaysAtNoSign() {
        Indication indication =
                indication(find(Bank.MERCHANT_PHOTOS, Likeness.SAME_PICTURE, false));
        assertThat(indication.band()).isEqualTo(NO_SIGN);
        Indication.Line line = indication.lines().get(0);
        assertThat(line.weight()).isEqualTo(1);
        assertThat(line.supports()).contains("登记为自有的照片（未经核实）").doesNotContain("自有照片");
        assertThat(line.doesNotProve()).contains("也可能是此前从消费者处收到的照片").doesNotContain("追问");
        assertThat(FusionRules.current().row("MERCHANT_PICTURE_COPY").innocent())
                .contains("也可能是此前从消费者处收到的照片");
        assertThat(indication.askNext()).noneMatch(ask -> ask.contains("人工智能"));
    }

    @Test
    void copyAndBackgroundAreToldApartAndEachSaysWhatItDoesNotProve() {
        List<Signal> signals =
                BankSignals.of(
                        all(
                                find(Bank.MERCHANT_PHOTOS, Likeness.CROPPED, false),
                                find(Bank.MERCHANT_PHOTOS, Likeness.SAME_BACKGROUND, false),
                                find(Bank.STOCK, Likeness.SAME_PICTURE, false),
                                find(Bank.STOCK, Likeness.CROPPED, false),
                                find(Bank.KNOWN_AI, Likeness.SAME_PICTURE, true)));
        assertThat(signals)
                .extracting(Signal::code)
                .containsExactly(
                        "KNOWN_AI_PICTURE",
                        "STOCK_PICTURE",
                        "MERCHANT_PICTURE_COPY",
                        "MERCHANT_BACKGROUND");
        assertThat(signals).allSatisfy(each -> assertThat(each.doesNotProve()).isNotBlank());
        assertThat(signals.get(1).facts()).containsEntry("entries", 2);
        assertThat(signals.get(2).doesNotProve()).contains("正当");
    }

    @Test
    void whereABankHoldsMoreThanWereLookedAtNoNumberIsToldAsTheWhole() {
        List<BankFind> finds =
                List.of(
                        find(Bank.KNOWN_AI, Likeness.SAME_PICTURE, false),
                        find(Bank.STOCK, Likeness.SAME_PICTURE, false),
                        find(Bank.MERCHANT_PHOTOS, Likeness.SAME_BACKGROUND, false));
        List<Signal> signals =
                BankSignals.of(new BankFinds(finds, Set.of(Bank.STOCK, Bank.MERCHANT_PHOTOS)));
        assertThat(signals.get(0).supports()).contains("图库中 1 幅");
        assertThat(signals.get(0).facts()).doesNotContainKey("atLeast");
        assertThat(signals.get(1).supports()).contains("该图片与至少 1 幅公开的素材");
        assertThat(signals.get(1).facts())
                .containsEntry("entries", 1)
                .containsEntry("atLeast", true);
        assertThat(signals.get(2).facts()).containsEntry("atLeast", true);
    }

    @Test
    void nothingInTheBanksIsNoLine() {
        assertThat(BankSignals.of(BankFinds.NONE)).isEmpty();
    }
}
