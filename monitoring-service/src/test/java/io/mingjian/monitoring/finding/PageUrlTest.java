package io.mingjian.monitoring.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
}
