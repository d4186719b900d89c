package io.mingjian.registry.intake;

import static io.mingjian.registry.form.RespondentKind.OFFLINE_OPERATOR;
import static io.mingjian.registry.form.RespondentKind.ON_PLATFORM_MERCHANT;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.code.Phone;
import io.mingjian.registry.code.Uscc;
import io.mingjian.registry.form.PublishedAddress;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.form.RespondentKind;
import io.mingjian.registry.intake.FilingRequest.RespondentForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads whom a filing is about (Order 121 Arts 10, 13, 28). */
final class RespondentReader {
    private static final String AT = "/respondent";

    private final Faults faults;
    private final Warnings warnings;
    private final DistrictReader districts;

    RespondentReader(Faults faults, Warnings warnings, DistrictReader districts) {
        this.faults = faults;
        this.warnings = warnings;
        this.districts = districts;
    }

    /** The respondent, or nothing for a faulty form. */
    Optional<Respondent> read(@Nullable RespondentForm given) {
        if (given == null) {
            faults.add(AT, "required", "请填写被投诉举报人信息。", "The respondent is required.");
            return Optional.empty();
        }
        RespondentKind kind = kind(given);
        boolean merchant = kind == ON_PLATFORM_MERCHANT;
        Optional<String> name = faults.required(AT + "/name", given.name(), 120, "经营者名称");
        Optional<String> uscc = uscc(given.uscc());
        Optional<String> platform =
                merchant
                        ? faults.required(AT + "/platform", given.platform(), 60, "平台名称")
                        : faults.optional(AT + "/platform", given.platform(), 60, "平台名称");
        Optional<PublishedAddress> published = published(given.publishedAddress(), merchant);
        boolean mayLackAddress =
                merchant && !published.equals(Optional.of(PublishedAddress.PRESENT));
        Optional<String> address =
                mayLackAddress
                        ? faults.optional(AT + "/address", given.address(), 300, "经营者地址")
                        : faults.required(AT + "/address", given.address(), 300, "经营者地址");
        Optional<String> district = districts.read(AT + "/districtCode", given.districtCode());
        Optional<String> domicile =
                districts.read(AT + "/domicileDistrictCode", given.domicileDistrictCode());
        Optional<String> phone = phone(given.phone());
        Optional<String> shop = faults.optional(AT + "/shop", given.shop(), 120, "店铺名称");
        Optional<String> orderNo = faults.optional(AT + "/orderNo", given.orderNo(), 64, "订单编号");
        return name.map(
                known ->
                        new Respondent(
                                kind,
                                known,
                                uscc.orElse(null),
                                address.orElse(null),
                                district.orElse(null),
                                platform.orElse(null),
                                phone.orElse(null),
                                domicile.orElse(null),
                                published.orElse(null),
                                shop.orElse(null),
                                orderNo.orElse(null)));
    }

    private RespondentKind kind(RespondentForm given) {
        boolean onPlatform = given.platform() != null && !given.platform().isBlank();
        return faults.code(AT + "/kind", RespondentKind.class, given.kind(), "经营者类型")
                .orElse(onPlatform ? ON_PLATFORM_MERCHANT : OFFLINE_OPERATOR);
    }

    private Optional<String> uscc(@Nullable String given) {
        Optional<String> uscc =
                faults.checked(
                        AT + "/uscc",
                        faults.optional(AT + "/uscc", given, 40, "统一社会信用代码").map(Uscc::normalise),
                        Uscc::check,
                        "uscc",
                        "统一社会信用代码有误");
        if (uscc.isPresent() && !Uscc.hasSoundOrganisationCode(uscc.get())) {
            warnings.add(
                    AT + "/uscc",
                    "organisation-code-check",
                    "统一社会信用代码内的主体标识码校验位不符（GB 11714），请核对；不影响登记。");
        }
        return uscc;
    }

    private Optional<String> phone(@Nullable String given) {
        return faults.checked(
                AT + "/phone",
                faults.optional(AT + "/phone", given, 30, "经营者电话").map(Phone::normalise),
                Phone::check,
                "phone",
                "经营者电话须为手机号码或者带区号的固定电话");
    }

    private Optional<PublishedAddress> published(@Nullable String given, boolean merchant) {
        Optional<PublishedAddress> published =
                faults.code(AT + "/publishedAddress", PublishedAddress.class, given, "公示地址情况");
        if (published.isPresent() && !merchant) {
            faults.add(
                    AT + "/publishedAddress",
                    "not-a-merchant",
                    "只有平台内经营者填写公示地址情况。",
                    "Only merchants on a platform publish an address there.");
        }
        return published;
    }
}
