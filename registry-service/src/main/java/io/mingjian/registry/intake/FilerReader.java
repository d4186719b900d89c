package io.mingjian.registry.intake;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.filer.PlatformAccount;
import io.mingjian.registry.intake.FilingRequest.AccountForm;
import io.mingjian.registry.intake.FilingRequest.FilerForm;
import io.mingjian.registry.intake.PersonReader.Needs;
import io.mingjian.registry.intake.PersonReader.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads who files: a real identity for complaints, one or none for reports (Order 121 Arts 10, 28).
 */
final class FilerReader {
    private final Faults faults;

    FilerReader(Faults faults) {
        this.faults = faults;
    }

    /** The identity, or nothing for an anonymous report and for a faulty form. */
    Optional<GivenIdentity> read(Optional<SubmissionKind> kind, @Nullable FilerForm given) {
        if (given != null && Boolean.TRUE.equals(given.anonymous())) {
            refuseImpossibleAnonymity(kind, given);
            return Optional.empty();
        }
        if (given == null) {
            faults.add(
                    "/filer",
                    "required",
                    "请填写投诉举报人信息；仅举报可以匿名。",
                    "The filer is required; only reports may be anonymous.");
            return Optional.empty();
        }
        boolean complaint = kind.map(SubmissionKind::asksForMediation).orElse(false);
        return new PersonReader(faults)
                .read("/filer", person(given), complaint ? Needs.COMPLAINANT : Needs.FILER)
                .map(identity -> identity.with(account(given.platformAccount())));
    }

    private @Nullable PlatformAccount account(@Nullable AccountForm given) {
        if (given == null) {
            return null;
        }
        String at = "/filer/platformAccount";
        Optional<String> platform = faults.required(at + "/platform", given.platform(), 60, "平台名称");
        Optional<String> account = faults.required(at + "/account", given.account(), 100, "平台账号");
        return platform.isPresent() && account.isPresent()
                ? new PlatformAccount(platform.get(), account.get())
                : null;
    }

    private static Person person(FilerForm given) {
        return new Person(
                given.name(),
                given.idType(),
                given.idNumber(),
                given.phone(),
                given.address(),
                given.email());
    }

    private void refuseImpossibleAnonymity(Optional<SubmissionKind> kind, FilerForm given) {
        if (kind.map(SubmissionKind::asksForMediation).orElse(false)) {
            faults.add(
                    "/filer/anonymous",
                    "anonymity-not-open",
                    "投诉须提供真实身份信息，不能匿名（第121号令第十条）；只有举报可以匿名。",
                    "A complaint needs the complainant's real identity (Order 121 Art 10).");
        }
        if (given.name() != null
                || given.phone() != null
                || given.idNumber() != null
                || given.address() != null
                || given.email() != null
                || given.platformAccount() != null) {
            faults.add(
                    "/filer",
                    "anonymous-with-identity",
                    "匿名举报不得同时填写姓名、电话、证件号码、地址、邮箱或者平台账号。",
                    "An anonymous report must not carry an identity.");
        }
    }
}
