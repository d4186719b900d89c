/**
 * The command line of monitoring agencies as an agency has it: the runnable jar in a process of its
 * own, a findings file and a folder of attachments.
 */
@NullMarked
package io.mingjian.acceptance.client;

import org.jspecify.annotations.NullMarked;
