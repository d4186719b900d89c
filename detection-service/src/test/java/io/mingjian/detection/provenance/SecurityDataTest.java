package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.provenance.SecurityData.Check;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures of labels, made here with a key made here. */
class SecurityDataTest {
    private static final String SIGNED =
            "\"Label\":\"1\",\"ContentProducer\":\"" + LabelText.CODE + "\",\"ProduceID\":\"p-1\"";
    private static final AsymmetricCipherKeyPair PAIR = pair();

    /** How writers put a key down. */
    enum KeyForm {
        STRUCTURE,
        POINT,
        COMPRESSED,
        ZERO_AND_HALF,
        HALF
    }

    private static AsymmetricCipherKeyPair pair() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(
                new ECKeyGenerationParameters(
                        new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1")),
                        new SecureRandom()));
        return generator.generateKeyPair();
    }

    private static String key(KeyForm form) throws Exception {
        ECPublicKeyParameters key = (ECPublicKeyParameters) PAIR.getPublic();
        byte[] whole = key.getQ().getEncoded(false);
        byte[] bytes =
                switch (form) {
                    case STRUCTURE ->
                            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key)
                                    .getEncoded();
                    case POINT -> whole;
                    case COMPRESSED -> key.getQ().getEncoded(true);
                    case ZERO_AND_HALF -> half(whole, 33);
                    case HALF -> half(whole, 32);
                };
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] half(byte[] whole, int length) {
        byte[] half = new byte[length];
        System.arraycopy(whole, 1, half, length - 32, 32);
        return half;
    }

    private static String signature(String message) throws CryptoException {
        SM2Signer signer = new SM2Signer();
        signer.init(true, PAIR.getPrivate());
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        return HexFormat.of().formatHex(signer.generateSignature());
    }

    private static GbLabel label(String spelling, String algorithm, String signature, String key) {
        String data =
                """
                {"SecurityData":{"Type":"TC260PG","Version":1,"%s":[
                {"Type":"DS","AlgID":"%s","TBSData":{"Type":"Md"},"KeyID":0,"Signature":"%s"},
                {"Type":"PubKey","AlgID":"1.2.156.10197.1.301","KeyValue":"%s"}]}}"""
                        .formatted(spelling, algorithm, signature, key);
        String escaped = data.replace("\n", "").replace("\"", "\\\"");
        String json =
                LabelText.label("1")
                        .replace("\"ReservedCode1\":\"\"", "\"ReservedCode1\":\"" + escaped + "\"");
        return GbLabel.of(Json.object(json).orElseThrow());
    }

    private static Check check(GbLabel label) {
        assertThat(SecurityData.in(label)).hasSize(1);
        return SecurityData.in(label).get(0).check();
    }

    @ParameterizedTest
    @EnumSource(KeyForm.class)
    void aSignatureOverTheThreeFieldsFitsInEveryFormOfTheKey(KeyForm form) throws Exception {
        GbLabel label = label("PubSD", SecurityData.SM3_WITH_SM2, signature(SIGNED), key(form));
        assertThat(check(label)).isEqualTo(Check.FITS);
    }

    @Test
    void theOtherSpellingIsReadToo() throws Exception {
        assertThat(
                        check(
                                label(
                                        "PubSd",
                                        SecurityData.SM3_WITH_SM2,
                                        signature(SIGNED),
                                        key(KeyForm.POINT))))
                .isEqualTo(Check.FITS);
    }

    @Test
    void aPlainSignatureFitsToo() throws Exception {
        byte[] der = HexFormat.of().parseHex(signature(SIGNED));
        BigInteger[] parts =
                org.bouncycastle.crypto.signers.StandardDSAEncoding.INSTANCE.decode(
                        GMNamedCurves.getByName("sm2p256v1").getN(), der);
        String plain = "%064x%064x".formatted(parts[0], parts[1]);
        assertThat(check(label("PubSD", SecurityData.SM3_WITH_SM2, plain, key(KeyForm.POINT))))
                .isEqualTo(Check.FITS);
    }

    @Test
    void whatDoesNotFitIsUnverifiableAndNeverCalledWrong() throws Exception {
        String other = signature(SIGNED.replace("\"1\"", "\"2\""));
        String key = key(KeyForm.POINT);
        String sm2 = SecurityData.SM3_WITH_SM2;
        assertThat(check(label("PubSD", sm2, other, key))).isEqualTo(Check.UNVERIFIABLE);
        assertThat(check(label("PubSD", "1.2.840.113549.1.1.11", signature(SIGNED), key)))
                .isEqualTo(Check.UNVERIFIABLE);
        assertThat(check(label("PubSD", sm2, "zz", key))).isEqualTo(Check.UNVERIFIABLE);
        assertThat(check(label("PubSD", sm2, signature(SIGNED), "04" + "ff".repeat(64))))
                .isEqualTo(Check.UNVERIFIABLE);
        assertThat(check(label("PubSD", sm2, "30", "30".repeat(91)))).isEqualTo(Check.UNVERIFIABLE);
    }

    @Test
    void aVendorsOwnStringIsNoProtectionData() {
        GbLabel label =
                GbLabel.of(
                        Json.object(
                                        LabelText.label("1")
                                                .replace(
                                                        "\"ReservedCode1\":\"\"",
                                                        "\"ReservedCode1\":\"L-12ab\""))
                                .orElseThrow());
        assertThat(SecurityData.in(label)).isEmpty();
    }
}
