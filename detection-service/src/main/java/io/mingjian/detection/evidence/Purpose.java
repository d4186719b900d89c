package io.mingjian.detection.evidence;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;

/** What somebody looks at evidence for, in own words; it goes into the chain of custody. */
final class Purpose {
    private static final int LONGEST = 200;

    private Purpose() {}

    static String of(String stated) {
        String purpose = stated.strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST) {
            throw new Malformed(
                    new FieldError(
                            "/purpose",
                            "length",
                            "用途须为 1 至 200 个字。",
                            "Purpose takes 1 to 200 characters."));
        }
        return purpose;
    }
}
