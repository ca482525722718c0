package sporeloop.parameters;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one component of a parameter record means. The component's Java name in kebab-case is its key
 * in a scenario file. Components may be {@code double}, {@code long}, {@code int}, {@code boolean},
 * {@code String}, an enum (written in kebab-case), {@code List<Double>}, another parameter record, a
 * sealed interface of parameter records (chosen by its key {@code kind}), or a {@code Map<String, R>}
 * of named parameter records.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** One clause that says what the parameter does, with its symbol if the papers give it one. */
    String value();

    /** The unit the component holds. */
    Unit unit() default Unit.NONE;

    /** The default as a scenario file would write it ({@code 50 s}); empty: the scenario must give it. */
    String standard() default "";

    /**
     * The values allowed, as an interval in the component's own unit: {@code [0, ∞)}, {@code (0, 1]}.
     * Only for numbers; {@code NaN} is never allowed.
     */
    String range() default "(-∞, ∞)";

    /** Paper or software and equation that the parameter or its default comes from; empty: ours. */
    String source() default "";
}
