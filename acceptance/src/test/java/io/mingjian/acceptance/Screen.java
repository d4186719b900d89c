package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A browser window of an office computer. It writes down every error of the console's pages, so
 * that a blocked script or style is a red test, and lets axe-core look at each page that is shown.
 */
final class Screen implements AutoCloseable {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final String PICTURES_SHOWN =
            "() => [...document.images].every(each => each.complete"
                    + " || each.getBoundingClientRect().top > innerHeight)";

    private static final int PATIENCE_MS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final String console;
    private final Path pictures;
    private final List<String> troubles = new ArrayList<>();

    Screen(OfficeComputer computer, URI gateway, Path pictures) {
        this.console = gateway.toString();
        this.pictures = pictures;
        this.context = computer.session();
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page.onConsoleMessage(this::said);
        page.onPageError(error -> troubles.add("page error: " + error));
    }

    Page page() {
        return page;
    }

    /** Opens a page of the console by its path. */
    Response open(String path) {
        return page.navigate(console + path);
    }

    /** Path and query of what is shown. */
    String address() {
        return page.url().substring(console.length());
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error") && page.url().startsWith(console)) {
            troubles.add(message.text());
        }
    }

    /**
     * The browser reports refusals of the server as errors; one that a test asks for is taken from
     * the list, and must be there.
     */
    void expectStatus(int status) {
        assertThat(troubles.removeIf(each -> tells(each, status)))
                .as("the server answered %d; errors: %s", status, troubles)
                .isTrue();
    }

    /** The browser's words for it, and those of htmx where it does not know the status. */
    private static boolean tells(String trouble, int status) {
        return trouble.contains("status of " + status)
                || trouble.contains("Response Status Error Code " + status);
    }

    /** What the browser complained of since the last look. */
    List<String> troubles() {
        return troubles;
    }

    /** Rules of WCAG 2.2 AA that the page breaks, with the elements that do. */
    List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream().map(Screen::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList();
    }

    /** Keeps a picture of the whole page and fails on everything that is not in order with it. */
    void isInOrder(String name) {
        page.evaluate("scrollTo(0, 0)");
        page.waitForFunction(PICTURES_SHOWN);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(pictures.resolve(name + ".png"))
                        .setFullPage(true));
        assertThat(troubles).as("errors of " + name).isEmpty();
        assertThat(barriers()).as("barriers of " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("sideways scroll of " + name)
                .isEqualTo(0);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
    }

    @Override
    public void close() {
        context.close();
    }
}
