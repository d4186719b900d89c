/**
 * The command {@code ./mingjian verify} and the runnable jar behind it: whether a preservation
 * bundle is as it was sealed, without a service and without the network.
 *
 * <p>Owns no table. Asks {@code bundle} and puts the verdict into words; its JSON and exit codes
 * are described in {@code docs/preservation.md}. The jar holds these two rooms and the libraries
 * that they need, nothing else of the service.
 */
@NullMarked
package io.mingjian.detection.verifier;

import org.jspecify.annotations.NullMarked;
