package sporeloop.scenarios.sweep;

/** Every point of the grid. */
public record Grid() implements Strategy {
    @Override
    public Search search(Space space, Durations durations) {
        return Search.of(space.grid().stream().map(Candidate::whole).toList());
    }
}
