package sporeloop.agents;

import java.util.List;
import java.util.OptionalDouble;
import sporeloop.bridge.Body;
import sporeloop.bridge.Brain;
import sporeloop.bridge.BridgeParameters;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Pilot;
import sporeloop.bridge.Readout;
import sporeloop.bridge.decoders.Filter;
import sporeloop.bridge.decoders.PopulationVector;
import sporeloop.bridge.encoders.PlaceCells;
import sporeloop.environments.Environment;
import sporeloop.environments.reaching.Reaching;
import sporeloop.environments.reaching.ReachingParameters;
import sporeloop.spore.network.Network;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.plasticity.RewardConditioning;
import sporeloop.spore.random.Seeds;

/** The parts of the reaching loop, put together by hand as a researcher's main method would. */
final class ReachingLoop {
    final Body body;
    final Exchange exchange;
    final Brain brain;

    private ReachingLoop(Body body, Exchange exchange, Brain brain) {
        this.body = body;
        this.exchange = exchange;
        this.brain = brain;
    }

    static ReachingLoop learning(int exchangeMs, long seed) {
        Plasticity plasticity =
                Plasticity.standard()
                        .but()
                        .learningRate(5e-8)
                        .temperature(0.1)
                        .gradientScale(3)
                        .episodeLength(200)
                        .reward(new RewardConditioning.BaselineSubtracted(2000, 0.1))
                        .build();
        Network network =
                Network.builder(1, Seeds.derive(seed, "network", 0))
                        .source("input", 256)
                        .population(
                                "motor",
                                Population.of(8)
                                        .withDeadTime(5)
                                        .withReset(false)
                                        .withRate(0, 1, 0.5)
                                        .withInput(-3)
                                        .withHomeostasis(10, 0.003, 3))
                        .project(
                                "input",
                                "motor",
                                p -> p.synapsesPerPair(10).plastic(plasticity).initial(-0.5, 0.5))
                        .readout("motor")
                        .build();
        return around(new SporeAgent(network), exchangeMs, seed);
    }

    static ReachingLoop random(int exchangeMs, long seed) {
        return around(new RandomAgent(256, 8, 10, 1, seed), exchangeMs, seed);
    }

    private static ReachingLoop around(Brain brain, int exchangeMs, long seed) {
        Grid grid = Grid.of(1, exchangeMs, 100, OptionalDouble.empty());
        Environment reaching =
                new Reaching.Provider().create(ReachingParameters.standard(), grid.timing());
        Encoder places =
                new PlaceCells.PlaceCellsProvider()
                        .create(
                                new PlaceCells.Parameters(16, 16, "x", "y", 1.5, 60),
                                reaching.spec(),
                                grid,
                                Seeds.derive(seed, "encoder.input", 0));
        Readout vector =
                new Readout(
                        new PopulationVector.PopulationVectorProvider()
                                .create(
                                        new PopulationVector.Parameters(
                                                "auto", "auto", Filter.EXPONENTIAL, 100, 0.2, 0, 0),
                                        reaching.spec(),
                                        8,
                                        grid,
                                        0),
                        0);
        Exchange exchange =
                new Exchange(
                        grid,
                        new BridgeParameters(1, exchangeMs, 1, 1, 30),
                        reaching.spec(),
                        List.of(places),
                        List.of(vector),
                        Pilot.AGENT);
        long rebuild = Math.round(60_000.0 / exchangeMs);
        return new ReachingLoop(new Body(reaching, rebuild, seed), exchange, brain);
    }

    /** The same body and exchange around another brain. */
    ReachingLoop with(Brain other) {
        return new ReachingLoop(body, exchange, other);
    }

    Loop plain() {
        return new Loop(body, brain, exchange);
    }
}
