package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentCredentialsTest extends AnalyzerContract {
    private static final CredentialSmith SMITH = new CredentialSmith();
    private static final byte[] SIGNED = SMITH.signed(plainJpeg());
    private static final ContentCredentials TRUSTING =
            new ContentCredentials(
                    new TrustLists(
                            SMITH.authority.list(),
                            SMITH.authority.list(),
                            LocalDate.parse("2026-06-01")));

    @Override
    protected Analyzer analyzer() {
        return TRUSTING;
    }

    @Override
    protected byte[] positive() {
        return SIGNED.clone();
    }

    @Override
    protected String positiveCode() {
        return "CREDENTIALS_TRUSTED_GENERATED";
    }

    @Override
    protected byte[] negative() {
        return plainJpeg();
    }

    @Test
    void theSignersWordIsAttributedAndItsLimitsAreTold() {
        Found found = found(positive(), positiveCode());
        assertThat(found.strength()).isEqualTo(SignalStrength.VERY_STRONG);
        assertThat(found.zhSummary()).contains("签名方声明", "人工智能生成");
        assertThat(found.zhDoesNotProve()).contains("不说明提交人知悉");
        assertThat(found.facts())
                .containsEntry("state", "TRUSTED")
                .containsEntry("trustListsAsOf", "2026-06-01")
                .containsEntry("failures", List.of());
    }

    @Test
    void aCameraSpeaksForAnOrdinaryPhotograph() {
        CredentialSmith camera = new CredentialSmith();
        camera.authority = SMITH.authority;
        camera.digitalSourceType = "digitalCapture";
        assertThat(found(camera.signed(plainJpeg()), "CREDENTIALS_TRUSTED_CAMERA").strength())
                .isEqualTo(SignalStrength.COUNTER_SIGN);
    }

    @Test
    void aChangeAfterSigningIsToldWithoutAPurpose() {
        byte[] file = positive();
        file[file.length - 20] ^= 1;
        Found found = found(file, "CREDENTIALS_TAMPERED_GENERATED");
        assertThat(found.zhDoesNotProve()).contains("重新保存");
        assertThat(found.facts().get("failures").toString())
                .contains("assertion.dataHash.mismatch");
    }

    @Test
    void withTheShippedListsTheTestSignerIsUnknown() {
        assertThat(new ContentCredentials().analyze(opened(positive())))
                .singleElement()
                .isInstanceOfSatisfying(
                        Found.class,
                        f -> assertThat(f.code()).isEqualTo("CREDENTIALS_UNTRUSTED_GENERATED"));
    }

    @Test
    void aDamagedStoreIsInconclusive() {
        byte[] file = positive();
        int firstManifest = 52;
        file[firstManifest] = (byte) 0x7F;
        assertThat(analyze(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        CouldNotRead.class, f -> assertThat(f.code()).isEqualTo("DAMAGED"));
    }

    @Test
    void everyStandingHasAStatementForEveryContent() {
        Map<CredentialState, String> starts =
                Map.of(
                        CredentialState.TRUSTED, "CREDENTIALS_TRUSTED",
                        CredentialState.VALID_UNTRUSTED, "CREDENTIALS_UNTRUSTED",
                        CredentialState.EXPIRED_UNTIMED, "CREDENTIALS_UNTRUSTED",
                        CredentialState.TAMPERED, "CREDENTIALS_TAMPERED",
                        CredentialState.BROKEN, "CREDENTIALS_BROKEN");
        starts.forEach(
                (state, start) -> {
                    for (Content content : Content.values()) {
                        Found found = Statement.of(state, content).found(TRUSTING.id(), Map.of());
                        assertThat(found.code()).startsWith(start);
                    }
                });
    }
}
