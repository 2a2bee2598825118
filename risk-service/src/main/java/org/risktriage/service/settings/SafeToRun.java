package org.risktriage.service.settings;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A configuration with which the service may start: see {@link SafeToRunCheck}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SafeToRunCheck.class)
public @interface SafeToRun {
    /**
     * Never shown: the check says what is wrong.
     *
     * @return a message
     */
    String message() default "is not safe to run";

    /**
     * Not used.
     *
     * @return no groups
     */
    Class<?>[] groups() default {};

    /**
     * Not used.
     *
     * @return no payload
     */
    Class<? extends Payload>[] payload() default {};
}
