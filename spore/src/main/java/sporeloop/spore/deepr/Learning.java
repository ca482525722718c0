package sporeloop.spore.deepr;

/** How the connections of a layer follow the gradient of the error. */
public sealed interface Learning permits DeepRewiring, GradientDescent {
    /** η, step along the gradient of the mean error of a batch, &gt; 0; biases go by it too. */
    double learningRate();

    /** Moves the layer's connections by its gradient, in step {@code step} = 1, 2, … */
    void update(SparseLayer layer, long step);

    /** Whether weights keep a sign that the place of a connection decides. */
    boolean keepsSigns();
}
