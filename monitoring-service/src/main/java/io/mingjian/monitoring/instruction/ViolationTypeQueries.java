package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.ViolationTypes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: the kinds of violations that instructions order and findings name. */
@Path("/v1/violation-types")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "监测指令 Instructions")
public class ViolationTypeQueries {
    /** The same table for everybody. */
    @Schema(description = "违法类型分组 / kinds of violations in their groups")
    record ViolationTypesView(List<GroupView> groups) {}

    /** A group; an instruction may order it by its code. */
    record GroupView(String code, String zh, String en, List<TypeView> types) {}

    /** A kind of violation. */
    record TypeView(String code, String zh, String en, String basis, String status) {}

    @GET
    @Operation(operationId = "listViolationTypes", summary = "违法类型代码表 / Kinds of violations")
    public ViolationTypesView all() {
        return new ViolationTypesView(
                ViolationTypes.SHIPPED.groups().stream().map(ViolationTypeQueries::view).toList());
    }

    private static GroupView view(ViolationTypes.Group group) {
        return new GroupView(
                group.code(),
                group.zh(),
                group.en(),
                ViolationTypes.SHIPPED.rowsOf(group.code()).stream()
                        .map(
                                row ->
                                        new TypeView(
                                                row.code(),
                                                row.zh(),
                                                row.en(),
                                                row.basis(),
                                                row.status()))
                        .toList());
    }
}
