package sporeloop.scenarios.training;

import java.util.Map;

/**
 * What a run came to.
 *
 * @param end in what way it ended
 * @param message one sentence for the user; empty unless it failed
 * @param simulatedSeconds simulated time done
 * @param wallSeconds wall time that the loop ran in the last piece, since the start or a resumption
 * @param realTimeFactor simulated time over wall time, both of the last piece
 * @param finalFigures the task's figures over the last ten simulated minutes
 * @param overallFigures the same over the whole run
 * @param oracleFigures the same of the task's own controller
 * @param untrainedFigures the same of the untrained agent
 * @param mainFigure name of the task's main figure
 * @param summary the text of {@code summary.json}
 */
public record TrainingResult(
        RunEnd end,
        String message,
        double simulatedSeconds,
        double wallSeconds,
        double realTimeFactor,
        Map<String, Double> finalFigures,
        Map<String, Double> overallFigures,
        Map<String, Double> oracleFigures,
        Map<String, Double> untrainedFigures,
        String mainFigure,
        String summary) {}
