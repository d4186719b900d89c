package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TrustListsTest {
    private static final String FOLDER = "trust/";

    @Test
    void theShippedListsAreThoseThatWereReviewed() throws IOException {
        Properties lists = new Properties();
        try (InputStream about = resource("lists.properties")) {
            lists.load(about);
        }
        for (String name : new String[] {"C2PA-TRUST-LIST.pem", "C2PA-TSA-TRUST-LIST.pem"}) {
            try (InputStream list = resource(name)) {
                byte[] hash = HashAlgorithm.SHA256.of(list.readAllBytes());
                assertThat(HexFormat.of().formatHex(hash)).isEqualTo(lists.getProperty(name));
            }
        }
        assertThat(TrustLists.official().asOf()).isEqualTo(lists.getProperty("reviewed"));
    }

    @Test
    void everyAuthorityOfTheListsIsRead() {
        assertThat(TrustLists.official().signers().size()).isEqualTo(30);
        assertThat(TrustLists.official().timeStampers().size()).isEqualTo(22);
    }

    private static InputStream resource(String name) {
        InputStream found = TrustLists.class.getResourceAsStream(FOLDER + name);
        assertThat(found).as(name).isNotNull();
        return found;
    }
}
