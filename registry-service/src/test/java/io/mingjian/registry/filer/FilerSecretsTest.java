package io.mingjian.registry.filer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.registry.code.IdType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilerSecretsTest {
    private static final UUID ROW = UUID.fromString("019ab3f0-0000-7000-8000-000000000001");

    private final FilerSecrets secrets = withKey((byte) 7);

    @Test
    void aSealedValueOpensInItsPlaceOnly() {
        byte[] sealed = secrets.seal("张三", ROW, "name");
        assertThat(secrets.open(sealed, ROW, "name")).isEqualTo("张三");
        assertThatThrownBy(() -> secrets.open(sealed, ROW, "phone"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.open(sealed, UUID.randomUUID(), "name"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSealedValueDoesNotOpenWithAnotherKey() {
        byte[] sealed = secrets.seal("张三", ROW, "name");
        assertThatThrownBy(() -> withKey((byte) 8).open(sealed, ROW, "name"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] sealed = secrets.seal("张三", ROW, "name");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> secrets.open(changed, ROW, "name"))
                    .as("byte " + i)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theSameValueIsNeverSealedTheSameTwice() {
        assertThat(secrets.seal("张三", ROW, "name")).isNotEqualTo(secrets.seal("张三", ROW, "name"));
    }

    @Test
    void sealedBytesHoldNothingOfTheValue() {
        String raw =
                new String(secrets.seal("13800138000", ROW, "phone"), StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain("138");
    }

    @Test
    void keysMatchUnderEverySpellingAndDifferByKind() {
        assertThat(secrets.callerKey("021-12345678", "王 小明"))
                .isEqualTo(secrets.callerKey("02112345678", "王小明"))
                .isNotEqualTo(secrets.callerKey("02112345678", "王小红"));
        assertThat(secrets.contactKey(ContactKind.PHONE, "1"))
                .isNotEqualTo(secrets.contactKey(ContactKind.ADDRESS, "1"));
        assertThat(secrets.idKey(IdType.PASSPORT, "E12345678"))
                .isNotEqualTo(secrets.idKey(IdType.TAIWAN_PERMIT, "E12345678"));
        assertThat(withKey((byte) 8).callerKey("13800138000", "王小明"))
                .isNotEqualTo(secrets.callerKey("13800138000", "王小明"));
    }

    @Test
    void aKeyOfWrongLengthStopsTheStart() {
        assertThatThrownBy(() -> new FilerSecrets(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("32 bytes");
    }

    private static FilerSecrets withKey(byte seed) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, seed);
        return new FilerSecrets(Base64.getEncoder().encodeToString(key));
    }
}
