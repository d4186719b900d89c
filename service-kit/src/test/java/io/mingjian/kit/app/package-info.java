/** A tiny service that exercises the plumbing: notes that can be written, changed and heard of. */
package io.mingjian.kit.app;
