package io.mingjian.registry.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That what was done on a filing is, or was, looked at again, because a listing it was done under
 * was taken back.
 *
 * @param result zh-CN; absent while nobody has looked
 */
@Schema(name = "RecheckNote", description = "重新检视提示 / That a filing is looked at again")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecheckNote(UUID id, String cause, LocalDate openedOn, @Nullable String result) {}
