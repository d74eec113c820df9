using System.Numerics.Tensors;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>Learns a softmax over vectors, some examples at a time, in an order that a fixed seed gives (Adam).</summary>
internal sealed class SemanticTrainer
{
    private readonly SemanticTuning _tuning;

    private readonly Random _random;

    private readonly LayerTrainer[] _layers;

    private readonly float[] _input;

    private readonly float[] _hidden;

    private readonly float[] _hiddenSlope;

    private readonly float[] _output;

    private int _step;

    private SemanticTrainer(int dimension, int classes, SemanticTuning tuning)
    {
        _tuning = tuning;
        _random = new Random(tuning.Seed);
        _layers = tuning.Hidden == 0
            ? [new(dimension, classes, _random)]
            : [new(dimension, tuning.Hidden, _random), new(tuning.Hidden, classes, _random)];
        _input = new float[tuning.Batch * dimension];
        _hidden = new float[tuning.Batch * _layers[0].Width];
        _hiddenSlope = new float[_hidden.Length];
        _output = new float[tuning.Batch * _layers[^1].Width];
    }

    public static SemanticModel Train(
        IReadOnlyList<float[]> vectors, IReadOnlyList<int> classes, IReadOnlyList<float> weights, int count, SemanticTuning tuning) =>
        new SemanticTrainer(vectors[0].Length, count, tuning).Train(vectors, classes, weights);

    private SemanticModel Train(IReadOnlyList<float[]> vectors, IReadOnlyList<int> classes, IReadOnlyList<float> weights)
    {
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var steps = _tuning.Epochs * ((vectors.Count + _tuning.Batch - 1) / _tuning.Batch);
        for (var epoch = 0; epoch < _tuning.Epochs; epoch++)
        {
            _random.Shuffle(order);
            for (var at = 0; at < order.Length; at += _tuning.Batch)
            {
                // The steps grow smaller towards the end, so that the last examples do not count for more than the first.
                var rate = _tuning.Rate * 0.5f * (1 + MathF.Cos(MathF.PI * _step / steps));
                Learn(order.AsSpan(at, Math.Min(_tuning.Batch, order.Length - at)), vectors, classes, weights, rate);
            }
        }

        var learnt = Array.ConvertAll(_layers, layer => layer.Learnt());

        // The scale goes into the weights, so that the model reads vectors as the encoder gives them.
        TensorPrimitives.Multiply(learnt[0].Weights, _tuning.Scale, learnt[0].Weights);
        return new(learnt);
    }

    private void Learn(
        ReadOnlySpan<int> batch, IReadOnlyList<float[]> vectors, IReadOnlyList<int> classes, IReadOnlyList<float> weights, float rate)
    {
        var dimension = _layers[0].Inputs;
        for (var i = 0; i < batch.Length; i++)
        {
            TensorPrimitives.Multiply(vectors[batch[i]], _tuning.Scale, _input.AsSpan(i * dimension, dimension));
        }

        _step++;
        var last = _layers[^1];
        if (_layers.Length == 1)
        {
            last.Forward(_input, dimension, _output, batch.Length);
            ToSlope(batch, classes, weights);
            last.Learn(_input, dimension, _output, batch.Length, _step, rate, _tuning.Decay);
            return;
        }

        var first = _layers[0];
        first.Forward(_input, dimension, _hidden, batch.Length);
        Rectify(batch.Length * first.Width);
        last.Forward(_hidden, first.Width, _output, batch.Length);
        ToSlope(batch, classes, weights);
        last.SlopeOfInput(_output, _hiddenSlope, first.Width, batch.Length);
        for (var i = 0; i < batch.Length * first.Width; i++)
        {
            _hiddenSlope[i] = _hidden[i] > 0 ? _hiddenSlope[i] / (1 - _tuning.Dropout) : 0;
        }

        last.Learn(_hidden, first.Width, _output, batch.Length, _step, rate, _tuning.Decay);
        first.Learn(_input, dimension, _hiddenSlope, batch.Length, _step, rate, _tuning.Decay);
    }

    private void Rectify(int count)
    {
        var grown = 1 / (1 - _tuning.Dropout);
        for (var i = 0; i < count; i++)
        {
            _hidden[i] = _hidden[i] > 0 && _random.NextSingle() >= _tuning.Dropout ? _hidden[i] * grown : 0;
        }
    }

    // Scores become what the loss changes by with each of them.
    private void ToSlope(ReadOnlySpan<int> batch, IReadOnlyList<int> classes, IReadOnlyList<float> weights)
    {
        var last = _layers[^1];
        for (var i = 0; i < batch.Length; i++)
        {
            var row = _output.AsSpan(i * last.Width, last.Width);
            row[last.Outputs..].Clear();
            var scores = row[..last.Outputs];
            Softmax.ToProbabilities(scores);
            TensorPrimitives.Subtract(scores, _tuning.Smoothing / last.Outputs, scores);
            scores[classes[batch[i]]] -= 1 - _tuning.Smoothing;
            TensorPrimitives.Multiply(scores, weights[batch[i]] / batch.Length, scores);
        }
    }
}
