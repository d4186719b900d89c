package io.mingjian.detection.verifier;

import io.mingjian.detection.bundle.BundleVerifier;
import io.mingjian.detection.bundle.Certificates;
import io.mingjian.detection.bundle.KnownHeads;
import io.mingjian.detection.bundle.NotInForm;
import io.mingjian.detection.bundle.Trust;
import io.mingjian.detection.bundle.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Checks one bundle. The exit status says the outcome; see {@link #USAGE}. */
final class VerifyCommand {
    static final int INTACT = 0;
    static final int NOT_INTACT = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int UNVOUCHED = 3;
    static final int UNPUBLISHED = 4;

    private static final int LONGEST_FILE = 64 << 20;
    private static final Set<String> TAKE_FILES = Set.of("--trust", "--trust-tsa", "--heads");
    private static final String USAGE =
            """
            Usage: mingjian verify [--json] [--trust CERTIFICATES.pem]… [--trust-tsa CERTIFICATES.pem]…
                                   [--heads HEADS.json]… BUNDLE
            Checks a preservation bundle byte by byte, without a service and without the network.
              --json       one JSON document instead of text (docs/preservation.md)
              --trust      certificates of signers or their issuers, got by another way than the bundle
              --trust-tsa  the same of time stamp authorities; they vouch for no signer
              --heads      published heads, saved from GET /api/detection/v1/audit-heads; every head of
                           the bundle has to be among those of all files given
            Exit status: 0 intact and the signer is trusted, 1 not intact or not of a trusted signer,
            2 not understood, 3 intact, but no trusted certificate was given,
            4 intact, but a head is not among those given.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Check check;

    VerifyCommand(PrintStream out, PrintStream err) {
        this(out, err, BundleVerifier::verify);
    }

    /** What is asked about a bundle. */
    interface Check {
        Verdict of(Path bundle, Trust trust, KnownHeads published) throws IOException;
    }

    VerifyCommand(PrintStream out, PrintStream err, Check check) {
        this.out = out;
        this.err = err;
        this.check = check;
    }

    int run(String... arguments) {
        try {
            return understood(new ArrayDeque<>(List.of(arguments)));
        } catch (IOException e) {
            err.println("mingjian: cannot be read: " + e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (InvalidPathException e) {
            return refuse("not a path: " + e.getInput());
        } catch (NotInForm e) {
            err.println("mingjian: " + e.what());
            return NOT_UNDERSTOOD;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int understood(Deque<String> arguments) throws IOException, NotInForm {
        boolean json = false;
        List<X509Certificate> signers = new ArrayList<>();
        List<X509Certificate> authorities = new ArrayList<>();
        KnownHeads heads = KnownHeads.none();
        List<Path> bundles = new ArrayList<>();
        while (!arguments.isEmpty()) {
            String argument = arguments.pop();
            if (argument.equals("--help") || argument.equals("-h")) {
                out.print(USAGE);
                return INTACT;
            } else if (argument.equals("--json")) {
                json = true;
            } else if (TAKE_FILES.contains(argument) && arguments.isEmpty()) {
                return refuse(argument + " takes a file");
            } else if (argument.equals("--trust")) {
                signers.addAll(Certificates.read(read(arguments.pop())));
            } else if (argument.equals("--trust-tsa")) {
                authorities.addAll(Certificates.read(read(arguments.pop())));
            } else if (argument.equals("--heads")) {
                heads = heads.and(read(arguments.pop()));
            } else if (argument.startsWith("-")) {
                return refuse("unknown option " + argument);
            } else {
                bundles.add(Path.of(argument));
            }
        }
        if (bundles.size() != 1 || !Files.isRegularFile(bundles.get(0))) {
            return refuse("name one bundle");
        }
        return verify(bundles.get(0), new Trust(signers, authorities), heads, json);
    }

    private int verify(Path bundle, Trust trust, KnownHeads heads, boolean json)
            throws IOException {
        Verdict verdict = verdict(bundle, trust, heads);
        out.write(json ? new JsonReport(verdict).bytes() : new TextReport(bundle, verdict).bytes());
        return switch (verdict.state()) {
            case INTACT -> INTACT;
            case UNVOUCHED -> UNVOUCHED;
            case UNPUBLISHED -> UNPUBLISHED;
            case NOT_INTACT -> NOT_INTACT;
        };
    }

    /** A bundle is a stranger's file: whatever it does to the check, there is a report. */
    private Verdict verdict(Path bundle, Trust trust, KnownHeads heads) throws IOException {
        try {
            return check.of(bundle, trust, heads);
        } catch (RuntimeException e) {
            return Verdict.failed(e);
        }
    }

    private int refuse(String why) {
        err.println("mingjian: " + why);
        err.print(USAGE);
        return NOT_UNDERSTOOD;
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            return file.readNBytes(LONGEST_FILE);
        }
    }
}
