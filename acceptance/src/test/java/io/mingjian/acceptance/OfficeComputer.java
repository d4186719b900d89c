package io.mingjian.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One running browser. Whoever sits down gets a session without cookies or history of those before;
 * the browser itself stays, because its start takes longer than most tests.
 */
final class OfficeComputer implements AutoCloseable {
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Playwright playwright;
    private final Browser browser;

    OfficeComputer(Path chromium) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(ARGUMENTS)
                                        .setTimeout(LONGEST_START.toMillis()));
    }

    /** Where Debian's package puts the browser, or what {@code CHROMIUM} names. */
    static Optional<Path> chromium() {
        return Stream.of(
                        System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    BrowserContext session() {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(WIDTH, HEIGHT));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
