package io.mingjian.monitoring.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://Shop.Example.COM:443/a/./b/../c/, https://shop.example.com/a/c",
        "http://shop.example.com:80, http://shop.example.com",
        "http://shop.example.com:8080/, http://shop.example.com:8080",
        "https://s.example/i?b=2&a=1&utm_source=x&spm=a1.b2, https://s.example/i?a=1&b=2",
        "https://s.example/i?utm_source=x, https://s.example/i",
        "https://s.example/i#comments, https://s.example/i",
        "https://s.example/#/shop/7, https://s.example#/shop/7",
        "https://s.example/%e5%95%86, https://s.example/%E5%95%86",
        "https://s.example/商?名=店, https://s.example/%E5%95%86?%E5%90%8D=%E5%BA%97",
        "https://商店.中国/x, https://xn--czrs0t.xn--fiqs8s/x",
    })
    void writesTheSamePageInOneWay(String written, String normal) {
        assertThat(PageUrl.of(written).orElseThrow()).hasToString(normal);
    }

    @Test
    void theNormalFormIsItsOwnNormalForm() {
        String normal = PageUrl.of("https://商店.中国/a%20b/?z=1&a=店#/r").orElseThrow().toString();
        assertThat(PageUrl.of(normal).map(Object::toString)).isEqualTo(Optional.of(normal));
    }

    @Test
    void theSchemeDoesNotMakeAnotherPage() {
        assertThat(PageUrl.of("http://s.example/a").orElseThrow().withoutScheme())
                .isEqualTo(PageUrl.of("https://s.example/a/").orElseThrow().withoutScheme());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " https://s.example/a",
                "s.example/a",
                "/a",
                "ftp://s.example/a",
                "javascript:alert(1)",
                "https://",
                "https:///a",
                "https://user:pw@s.example/a",
                "https://localhost/a",
                "https://s.example/a b",
                "https://s.example:port/a",
                "https://[::1/a",
                "data:text/html,x",
            })
    void refusesWhatIsNoWebAddress(String written) {
        assertThat(PageUrl.of(written)).isEmpty();
    }

    @Test
    void refusesAddressesLongerThanBrowsersTake() {
        assertThat(PageUrl.of("https://s.example/" + "a".repeat(2031))).isEmpty();
        assertThat(PageUrl.of("https://s.example/" + "a".repeat(2030))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com./a, https://shop.example.com/a",
        "https://ｓｈｏｐ.example。com/a, https://shop.example.com/a",
        "https://47.100.0.1/a, https://47.100.0.1/a",
        "https://0x2f640001/a, https://47.100.0.1/a",
        "https://47.6553601:8443/a, https://47.100.0.1:8443/a",
        "https://[2606:4700::1111]/a, https://[2606:4700:0:0:0:0:0:1111]/a",
        "https://[2606:4700::1111]:443/a, https://[2606:4700:0:0:0:0:0:1111]/a",
    })
    void writesTheSameHostInOneWay(String written, String normal) {
        assertThat(PageUrl.of(written).orElseThrow()).hasToString(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://127.0.0.1./",
                "http://0/",
                "http://10.0.0.7/",
                "http://172.16.3.4:8080/admin",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://100.100.100.200/latest/meta-data",
                "http://169.254.169.254/latest/meta-data",
                "http://0xa9fea9fe/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://localhost/",
                "http://LOCALHOST:8080/",
                "http://a.localhost/",
                "http://printer.local/",
                "http://metadata.google.internal/",
                "http://svc.cluster.local/",
                "http://127.0.0.1.nip.io/",
                "http://router.lan/",
            })
    void refusesPrivatePlacesInEverySpelling(String written) {
        assertThat(PageUrl.read(written).fault()).isEqualTo(PageUrl.Fault.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pw@s.example/a",
                "https://user@s.example/a",
                "https://@s.example/",
                "https://s.example@127.0.0.1/",
            })
    void refusesCredentials(String written) {
        assertThat(PageUrl.read(written).fault()).isEqualTo(PageUrl.Fault.CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s.example:0/a",
                "https://s.example:65536/a",
                "https://s.example:99999999999/a",
                "https://256.256.256.256/",
                "https://1.2.3.4.5/",
                "https://08.1.1.1/",
                "https://[1:2:3]/",
                "https://[::1::2]/",
                "https://[fe80::1%25eth0]/",
                "https://%31%32%37.0.0.1/",
                "https://-s.example/",
                "https://s..example/",
                "https:\\\\s.example/a",
            })
    void refusesWhatNoBrowserOpens(String written) {
        assertThat(PageUrl.read(written).fault()).isEqualTo(PageUrl.Fault.FORM);
    }

    @Test
    void tellsANumberFromAName() {
        assertThat(PageUrl.of("https://47.100.0.1/").orElseThrow().isAddress()).isTrue();
        assertThat(PageUrl.of("https://s.example/").orElseThrow().isAddress()).isFalse();
    }

    /** Whatever comes in, reading answers and does not throw. */
    @Test
    void neverThrows() {
        long seed = 20_261_130L;
        Random random = new Random(seed);
        String alphabet = "htps:/.[]@#?%0x1f商。 \\-_:255,;=&\u0000\u202e";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("https://");
            for (int at = random.nextInt(24); at > 0; at--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PageUrl.Reading reading = PageUrl.read(text.toString());
            assertThat(reading.page() == null)
                    .as("seed %d: %s", seed, text)
                    .isNotEqualTo(reading.fault() == null);
        }
    }
}
