/**
 * The chart is linted, rendered with every documented values file and held against the policy; what
 * we ship has known licences.
 */
package io.mingjian.k8s;
