/** Classes that break the house rules on purpose, so that each rule is seen to bite. */
package io.mingjian.registry.wrong;
