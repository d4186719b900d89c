/** Classes that each break one rule of the architecture, to prove that the rule notices. */
package io.mingjian.detection.wrong;
