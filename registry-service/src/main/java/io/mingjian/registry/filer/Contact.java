package io.mingjian.registry.filer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingjian.registry.code.Phone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a filer gave that others may have given too; a row of {@code filer_contact}. */
record Contact(
        ContactKind kind,
        String hash,
        UUID filer,
        String masked,
        @JsonProperty("first_on") LocalDate firstOn,
        @JsonProperty("last_on") LocalDate lastOn) {

    /** Everybody takes rows in the same order, so nobody waits in a ring. */
    private static final Comparator<Contact> ORDER =
            Comparator.comparing(Contact::kind)
                    .thenComparing(Contact::hash)
                    .thenComparing(Contact::filer);

    static List<Contact> of(GivenIdentity given, UUID filer, LocalDate day, FilerSecrets secrets) {
        List<Contact> all = new ArrayList<>();
        add(
                all,
                ContactKind.NAME,
                Spelling.plain(given.name()),
                Masking.name(given.name()),
                filer,
                day,
                secrets);
        add(
                all,
                ContactKind.PHONE,
                Phone.canonical(given.phone()),
                Masking.phone(given.phone()),
                filer,
                day,
                secrets);
        String address = given.address();
        if (address != null) {
            Spelling.address(address)
                    .ifPresent(
                            spelt ->
                                    add(
                                            all,
                                            ContactKind.ADDRESS,
                                            spelt,
                                            Masking.address(address),
                                            filer,
                                            day,
                                            secrets));
        }
        PlatformAccount account = given.platformAccount();
        if (account != null) {
            add(
                    all,
                    ContactKind.ACCOUNT,
                    Spelling.plain(account.platform()) + "|" + account.account().strip(),
                    Masking.account(account),
                    filer,
                    day,
                    secrets);
        }
        return all;
    }

    /** Each once, over all its days. */
    static List<Contact> once(Collection<Contact> all) {
        Map<List<Object>, Contact> found = new LinkedHashMap<>();
        for (Contact each : all) {
            found.merge(List.of(each.kind, each.hash, each.filer), each, Contact::over);
        }
        return found.values().stream().sorted(ORDER).toList();
    }

    private Contact over(Contact other) {
        return new Contact(
                kind,
                hash,
                filer,
                masked,
                firstOn.isBefore(other.firstOn) ? firstOn : other.firstOn,
                lastOn.isAfter(other.lastOn) ? lastOn : other.lastOn);
    }

    private static void add(
            List<Contact> all,
            ContactKind kind,
            String spelt,
            String masked,
            UUID filer,
            LocalDate day,
            FilerSecrets secrets) {
        all.add(
                new Contact(
                        kind,
                        Base64.getEncoder().encodeToString(secrets.contactKey(kind, spelt)),
                        filer,
                        masked,
                        day,
                        day));
    }
}
