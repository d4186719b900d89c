/** Classes that break the rules of the architecture on purpose, to prove that the rules bite. */
package io.mingjian.gateway.wrong;
