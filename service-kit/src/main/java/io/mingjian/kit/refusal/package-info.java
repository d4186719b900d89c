/**
 * Why a request is refused, and how the answer reads: RFC 9457 problem documents in zh-CN (English
 * on request).
 *
 * <p>A refusal names the rule and what to do next; it never carries personal data. {@link
 * io.mingjian.kit.refusal.ProblemMapper} is the only place that turns one into HTTP.
 */
package io.mingjian.kit.refusal;
