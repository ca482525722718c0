package sporeloop.spore.plasticity;

/**
 * Puts {@link Plasticity} together, one named parameter after another; what is not named keeps the
 * default of the original software. Units are those of the record: milliseconds, steps for the
 * update interval.
 */
public final class PlasticityBuilder {
    private String rule = "spore";
    private String rewiring = "spontaneous";
    private int rewiringInterval = 10;
    private double birthParam = 0;
    private double learningRate = 5e-8;
    private Schedule learningRateSchedule = new Schedule.Constant();
    private double temperature = 0.1;
    private Schedule temperatureSchedule = new Schedule.Constant();
    private double friction = 1e-4;
    private double gradientNoise = 0;
    private double pspTauRise = 2;
    private double pspTauFall = 20;
    private double pspCutoffAmplitude = 1e-4;
    private double integrationTime = 50_000;
    private double episodeLength = 1_000;
    private long weightUpdateInterval = 100;
    private double parameterMappingOffset = 3;
    private double weightScale = 1;
    private double directGradientRate = 0;
    private double gradientScale = 1;
    private double maxParam = 5;
    private double minParam = -2;
    private double maxParamChange = 40;
    private double priorMean = 0;
    private double priorPrecision = 1;
    private boolean simulateRetracted = false;
    private boolean deleteRetracted = false;
    private boolean skipRetracted = true;
    private RewardConditioning reward = new RewardConditioning.Raw();

    /** The defaults. */
    public PlasticityBuilder() {}

    PlasticityBuilder(Plasticity start) {
        rule = start.rule();
        rewiring = start.rewiring();
        rewiringInterval = start.rewiringInterval();
        birthParam = start.birthParam();
        learningRate = start.learningRate();
        learningRateSchedule = start.learningRateSchedule();
        temperature = start.temperature();
        temperatureSchedule = start.temperatureSchedule();
        friction = start.friction();
        gradientNoise = start.gradientNoise();
        pspTauRise = start.pspTauRise();
        pspTauFall = start.pspTauFall();
        pspCutoffAmplitude = start.pspCutoffAmplitude();
        integrationTime = start.integrationTime();
        episodeLength = start.episodeLength();
        weightUpdateInterval = start.weightUpdateInterval();
        parameterMappingOffset = start.parameterMappingOffset();
        weightScale = start.weightScale();
        directGradientRate = start.directGradientRate();
        gradientScale = start.gradientScale();
        maxParam = start.maxParam();
        minParam = start.minParam();
        maxParamChange = start.maxParamChange();
        priorMean = start.priorMean();
        priorPrecision = start.priorPrecision();
        simulateRetracted = start.simulateRetracted();
        deleteRetracted = start.deleteRetracted();
        skipRetracted = start.skipRetracted();
        reward = start.reward();
    }

    /** The parameters, checked. */
    public Plasticity build() {
        return new Plasticity(
                rule,
                rewiring,
                rewiringInterval,
                birthParam,
                learningRate,
                learningRateSchedule,
                temperature,
                temperatureSchedule,
                friction,
                gradientNoise,
                pspTauRise,
                pspTauFall,
                pspCutoffAmplitude,
                integrationTime,
                episodeLength,
                weightUpdateInterval,
                parameterMappingOffset,
                weightScale,
                directGradientRate,
                gradientScale,
                maxParam,
                minParam,
                maxParamChange,
                priorMean,
                priorPrecision,
                simulateRetracted,
                deleteRetracted,
                skipRetracted,
                reward);
    }

    /** See {@link Plasticity#rule}. */
    public PlasticityBuilder rule(String value) {
        rule = value;
        return this;
    }

    /** See {@link Plasticity#rewiring}. */
    public PlasticityBuilder rewiring(String value) {
        rewiring = value;
        return this;
    }

    /** See {@link Plasticity#rewiringInterval}. */
    public PlasticityBuilder rewiringInterval(int value) {
        rewiringInterval = value;
        return this;
    }

    /** See {@link Plasticity#birthParam}. */
    public PlasticityBuilder birthParam(double value) {
        birthParam = value;
        return this;
    }

    /** See {@link Plasticity#learningRate}. */
    public PlasticityBuilder learningRate(double value) {
        learningRate = value;
        return this;
    }

    /** See {@link Plasticity#learningRateSchedule}. */
    public PlasticityBuilder learningRateSchedule(Schedule value) {
        learningRateSchedule = value;
        return this;
    }

    /** See {@link Plasticity#temperature}. */
    public PlasticityBuilder temperature(double value) {
        temperature = value;
        return this;
    }

    /** See {@link Plasticity#temperatureSchedule}. */
    public PlasticityBuilder temperatureSchedule(Schedule value) {
        temperatureSchedule = value;
        return this;
    }

    /** See {@link Plasticity#friction}. */
    public PlasticityBuilder friction(double value) {
        friction = value;
        return this;
    }

    /** See {@link Plasticity#gradientNoise}. */
    public PlasticityBuilder gradientNoise(double value) {
        gradientNoise = value;
        return this;
    }

    /** See {@link Plasticity#pspTauRise}. */
    public PlasticityBuilder pspTauRise(double value) {
        pspTauRise = value;
        return this;
    }

    /** See {@link Plasticity#pspTauFall}. */
    public PlasticityBuilder pspTauFall(double value) {
        pspTauFall = value;
        return this;
    }

    /** See {@link Plasticity#pspCutoffAmplitude}. */
    public PlasticityBuilder pspCutoffAmplitude(double value) {
        pspCutoffAmplitude = value;
        return this;
    }

    /** See {@link Plasticity#integrationTime}. */
    public PlasticityBuilder integrationTime(double value) {
        integrationTime = value;
        return this;
    }

    /** See {@link Plasticity#episodeLength}. */
    public PlasticityBuilder episodeLength(double value) {
        episodeLength = value;
        return this;
    }

    /** See {@link Plasticity#weightUpdateInterval}. */
    public PlasticityBuilder weightUpdateInterval(long value) {
        weightUpdateInterval = value;
        return this;
    }

    /** See {@link Plasticity#parameterMappingOffset}. */
    public PlasticityBuilder parameterMappingOffset(double value) {
        parameterMappingOffset = value;
        return this;
    }

    /** See {@link Plasticity#weightScale}. */
    public PlasticityBuilder weightScale(double value) {
        weightScale = value;
        return this;
    }

    /** See {@link Plasticity#directGradientRate}. */
    public PlasticityBuilder directGradientRate(double value) {
        directGradientRate = value;
        return this;
    }

    /** See {@link Plasticity#gradientScale}. */
    public PlasticityBuilder gradientScale(double value) {
        gradientScale = value;
        return this;
    }

    /** See {@link Plasticity#maxParam}. */
    public PlasticityBuilder maxParam(double value) {
        maxParam = value;
        return this;
    }

    /** See {@link Plasticity#minParam}. */
    public PlasticityBuilder minParam(double value) {
        minParam = value;
        return this;
    }

    /** See {@link Plasticity#maxParamChange}. */
    public PlasticityBuilder maxParamChange(double value) {
        maxParamChange = value;
        return this;
    }

    /** See {@link Plasticity#priorMean}. */
    public PlasticityBuilder priorMean(double value) {
        priorMean = value;
        return this;
    }

    /** See {@link Plasticity#priorPrecision}. */
    public PlasticityBuilder priorPrecision(double value) {
        priorPrecision = value;
        return this;
    }

    /** See {@link Plasticity#simulateRetracted}. */
    public PlasticityBuilder simulateRetracted(boolean value) {
        simulateRetracted = value;
        return this;
    }

    /** See {@link Plasticity#deleteRetracted}. */
    public PlasticityBuilder deleteRetracted(boolean value) {
        deleteRetracted = value;
        return this;
    }

    /** See {@link Plasticity#skipRetracted}. */
    public PlasticityBuilder skipRetracted(boolean value) {
        skipRetracted = value;
        return this;
    }

    /** See {@link Plasticity#reward}. */
    public PlasticityBuilder reward(RewardConditioning value) {
        reward = value;
        return this;
    }
}
