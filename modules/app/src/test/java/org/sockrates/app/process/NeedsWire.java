package org.sockrates.app.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sockrates.wire.WireAbility;

/**
 * A test that starts the program on the wire. It is skipped, with the reason, where this machine cannot have one; where
 * {@code CI} is set it is not skipped, and fails there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsWire.Condition.class)
public @interface NeedsWire {
    /** Looks at this machine. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> missing =
                    System.getenv("CI") == null ? WireAbility.look().missing() : Optional.empty();
            return missing.map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("a wire is to be had, or must be"));
        }
    }
}
