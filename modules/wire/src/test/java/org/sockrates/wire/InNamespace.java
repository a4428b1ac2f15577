package org.sockrates.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that needs a wire. It is skipped where this machine cannot have one, with the reason; where {@code CI} is set it is
 * not skipped, and fails there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InNamespace.Condition.class)
@interface InNamespace {
    /** Looks at the process the tests run in: see {@code src/test/namespace/bin/java}. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Namespace.inside() || System.getenv("CI") != null) {
                return ConditionEvaluationResult.enabled("a wire is to be had, or must be");
            }
            return ConditionEvaluationResult.disabled(
                    WireAbility.look().missing().orElse("the tests were started outside a namespace"));
        }
    }
}
