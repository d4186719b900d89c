package io.mingjian.detection.content;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {
    /** FIPS 180-4 and GB/T 32905 both print the digest of "abc". */
    @Test
    void bothHashesGiveTheValuesOfTheirStandardsWhateverThePieces() {
        byte[] text = "abc".getBytes(US_ASCII);
        Digests digests = new Digests();
        digests.update(text, 0, 1);
        digests.update(text, 1, 2);
        assertThat(digests.fingerprint())
                .isEqualTo(
                        new Fingerprint(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                                3));
    }
}
