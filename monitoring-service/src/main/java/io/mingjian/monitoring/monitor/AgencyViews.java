package io.mingjian.monitoring.monitor;

import io.mingjian.monitoring.finding.PlatformType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class AgencyViews {
    private AgencyViews() {}

    /** An agency that the city begins to work with. */
    @Schema(description = "登记监测机构 / an agency that the city begins to work with")
    record RegistrationRequest(
            @NotNull
                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}", message = "应为机构编号")
                    @Schema(description = "机构编号，与登录凭证中的机构一致 / organisation id")
                    String organisation,
            @NotBlank @Size(max = 200) String name,
            @Nullable String uscc) {}

    /** A signed contract. */
    @Schema(description = "监测服务合同 / a contract with an agency")
    record ContractRequest(
            @NotBlank @Size(max = 64) String number,
            @NotBlank @Size(max = 200) @Schema(description = "任务性质 / nature of the work")
                    String nature,
            @NotEmpty @Size(max = 20) @Schema(description = "监测方式 / how the work is done")
                    List<@NotBlank @Size(max = 200) String> means,
            @NotNull @Valid Time time,
            @NotNull @Valid Scope scope,
            @NotNull LocalDate signedOn,
            @NotBlank @Size(max = 100) @Schema(description = "合同文件编号 / number of the document")
                    String documentNo) {
        ContractScope toScope() {
            return new ContractScope(scope.platformTypes(), scope.platforms(), scope.categories());
        }
    }

    /** First and last day. */
    record Time(@NotNull LocalDate from, @NotNull LocalDate to) {}

    /** What may be watched; an empty list sets no bound. */
    @Schema(description = "合同范围；列表为空表示不限 / what may be watched; an empty list sets no bound")
    record Scope(
            @NotNull @Size(max = 10) List<@NotNull PlatformType> platformTypes,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> platforms,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> categories) {}

    /** The early end of a contract. */
    record EndingRequest(
            @NotNull @Schema(description = "合同最后一日 / its last day") LocalDate endsOn,
            @NotBlank @Size(max = 2000) String reasons) {}

    /** Somebody who works there. */
    record StaffRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", message = "应为工号")
                    String staffNo,
            @NotBlank @Size(max = 100) String name,
            @NotNull StaffRole role,
            @Nullable @Schema(description = "培训合格日期 / day of the training") LocalDate trainedOn,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    /** Somebody leaves. */
    record LeavingRequest(@NotNull LocalDate lastDay) {}

    /** Whether findings are reviewed by sample. */
    record TrustRequest(boolean trusted, @NotBlank @Size(max = 2000) String reasons) {}

    /** An agency's page. */
    @Schema(description = "监测机构 / a monitoring agency")
    record AgencyView(
            String organisation,
            String name,
            @Nullable String uscc,
            @Schema(description = "当日合同状态 / whether a contract is in force today")
                    ContractStanding contract,
            @Schema(description = "仅市局可见 / for the city alone") @Nullable Trust trust,
            List<ContractView> contracts,
            List<StaffView> staff,
            OffsetDateTime registeredAt,
            OffsetDateTime updatedAt) {}

    /** The city's trust; an agency that knew would know which of its findings nobody looks at. */
    record Trust(
            boolean trusted,
            @Nullable String reasons,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy) {}

    /** A contract as it is on file. */
    record ContractView(
            UUID id,
            String number,
            String nature,
            List<String> means,
            Time time,
            Scope scope,
            LocalDate signedOn,
            String documentNo,
            @Nullable LocalDate endedOn,
            @Nullable String endReasons,
            boolean inForce) {
        static ContractView of(Contract contract, LocalDate today) {
            ContractScope scope = contract.scope();
            return new ContractView(
                    contract.id(),
                    contract.number(),
                    contract.nature(),
                    contract.means(),
                    new Time(contract.validFrom(), contract.validTo()),
                    new Scope(scope.platformTypes(), scope.platforms(), scope.categories()),
                    contract.signedOn(),
                    contract.documentNo(),
                    contract.endedOn().orElse(null),
                    contract.endReasons().orElse(null),
                    contract.toTerm().isInForceOn(today));
        }
    }

    /** Somebody who works there, or did. */
    record StaffView(
            String staffNo,
            String name,
            StaffRole role,
            @Nullable LocalDate trainedOn,
            LocalDate from,
            @Nullable LocalDate to,
            boolean present) {
        static StaffView of(StaffMember member, LocalDate today) {
            return new StaffView(
                    member.staffNo(),
                    member.name(),
                    member.role(),
                    member.trainedOn().orElse(null),
                    member.from(),
                    member.to().orElse(null),
                    member.worksOn(today));
        }
    }
}
