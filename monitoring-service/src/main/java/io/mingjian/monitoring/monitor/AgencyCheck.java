package io.mingjian.monitoring.monitor;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.DayBounds;
import io.mingjian.monitoring.finding.CreditCode;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.monitor.AgencyViews.ContractRequest;
import io.mingjian.monitoring.monitor.AgencyViews.EndingRequest;
import io.mingjian.monitoring.monitor.AgencyViews.LeavingRequest;
import io.mingjian.monitoring.monitor.AgencyViews.RegistrationRequest;
import io.mingjian.monitoring.monitor.AgencyViews.StaffRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fields of an agency's page must be to each other; all faults at once. */
final class AgencyCheck {
    private final List<FieldError> errors = new ArrayList<>();

    private AgencyCheck() {}

    static void require(RegistrationRequest request) {
        AgencyCheck check = new AgencyCheck();
        if (request.uscc() != null && !CreditCode.isValid(request.uscc())) {
            check.add(
                    "/uscc", "check-digit", "统一社会信用代码应为 18 位且校验位正确（GB 32100）", "Not a valid code.");
        }
        check.end();
    }

    static void require(ContractRequest request, List<Contract> known, LocalDate today) {
        AgencyCheck check = new AgencyCheck();
        check.day("/time/from", request.time().from());
        check.day("/time/to", request.time().to());
        check.day("/signedOn", request.signedOn());
        if (request.time().to().isBefore(request.time().from())) {
            check.add("/time/to", "before-start", "合同届满日不能早于生效日", "It ends before it begins.");
        }
        if (request.signedOn().isAfter(today)) {
            check.add("/signedOn", "in-future", "签订日期不能晚于今天", "It is not signed yet.");
        }
        for (int at = 0; at < request.scope().categories().size(); at++) {
            if (!ViolationTypes.SHIPPED.knows(request.scope().categories().get(at))) {
                check.add(
                        "/scope/categories/" + at,
                        "unknown-code",
                        "违法类型代码不在代码表中",
                        "Not a known kind of violation.");
            }
        }
        if (known.stream().anyMatch(contract -> contract.collidesWith(request))) {
            check.add(
                    "/time",
                    "overlap",
                    "同一合同编号的期限不能重叠；续签请自前一合同届满次日起算",
                    "A contract of this number runs on some of these days already.");
        }
        check.end();
    }

    static void require(StaffRequest request, List<StaffMember> known) {
        AgencyCheck check = new AgencyCheck();
        check.day("/from", request.from());
        check.day("/to", request.to());
        check.day("/trainedOn", request.trainedOn());
        if (known.stream().anyMatch(member -> member.staffNo().equals(request.staffNo()))) {
            check.add("/staffNo", "in-use", "该工号已登记，工号不得重复使用", "The number is somebody's already.");
        }
        if (request.to() != null && request.to().isBefore(request.from())) {
            check.add("/to", "before-start", "离任日期不能早于上岗日期", "The last day lies before the first.");
        }
        if (request.to() != null
                && request.trainedOn() != null
                && Objects.requireNonNull(request.trainedOn()).isAfter(request.to())) {
            check.add("/trainedOn", "after-end", "培训日期不能晚于离任日期", "Trained after the last day.");
        }
        check.end();
    }

    static void require(EndingRequest request) {
        AgencyCheck check = new AgencyCheck();
        check.day("/endsOn", request.endsOn());
        check.end();
    }

    static void require(LeavingRequest request) {
        AgencyCheck check = new AgencyCheck();
        check.day("/lastDay", request.lastDay());
        check.end();
    }

    private void day(String pointer, @Nullable LocalDate day) {
        if (!DayBounds.hold(day)) {
            errors.add(DayBounds.fault(pointer));
        }
    }

    private void add(String pointer, String code, String zh, String en) {
        errors.add(new FieldError(pointer, code, zh, en));
    }

    private void end() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
