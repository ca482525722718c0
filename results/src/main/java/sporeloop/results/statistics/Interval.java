package sporeloop.results.statistics;

/**
 * An estimate and how far it can be trusted.
 *
 * @param estimate the statistic of the sample
 * @param low lower end of the confidence interval
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {}
