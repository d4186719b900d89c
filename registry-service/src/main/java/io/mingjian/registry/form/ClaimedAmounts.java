package io.mingjian.registry.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed in money, yuan with two decimals; only refund and damages are claims for money.
 */
@Schema(name = "ClaimedAmounts", description = "以金钱提出的投诉请求数额（元） / Amounts claimed")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedAmounts(@Nullable BigDecimal refund, @Nullable BigDecimal damages) {}
