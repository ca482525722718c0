package sporeloop.scenarios.cluster;

import sporeloop.scenarios.sweep.Trial;

/**
 * A trial to be run.
 *
 * @param sweep number of the sweep, for the record
 * @param attempt counted from 1
 */
record Job(Trial trial, String sweep, int attempt) implements Message {}
