using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

/// <summary>Learns a softmax over sparse rows, one example after another, in an order that a fixed seed gives (AdaGrad).</summary>
internal static class SparseSoftmaxTrainer
{
    private const float Tiny = 1e-6f;

    public static SparseSoftmax Train(
        IReadOnlyList<SparseRow> rows, IReadOnlyList<int> classes, IReadOnlyList<float> weights, int columns, int count,
        SparseTuning tuning)
    {
        var random = new Random(tuning.Seed);
        var model = new SparseSoftmax(count, new float[columns * count], new float[count]);
        var squares = new float[columns * count];
        var biasSquares = new float[count];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var epoch = 0; epoch < tuning.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var error = model.LogProbabilities(rows[i]);
                TensorPrimitives.Exp(error, error);
                error[classes[i]] -= 1;
                TensorPrimitives.Multiply(error, weights[i], error);
                for (var j = 0; j < rows[i].Columns.Length; j++)
                {
                    // Leaving terms out now and then keeps any one of them from carrying a label alone.
                    if (random.NextSingle() < tuning.Dropout)
                    {
                        continue;
                    }

                    var at = rows[i].Columns[j] * count;
                    Step(
                        error, rows[i].Values[j], model.Weights.AsSpan(at, count), squares.AsSpan(at, count), tuning.Rate,
                        tuning.Decay);
                }

                Step(error, 1, model.Bias, biasSquares, tuning.Rate * 0.1f, 0);
            }
        }

        return Halved(model);
    }

    // As the model file keeps them, so that what was measured is what runs.
    private static SparseSoftmax Halved(SparseSoftmax model)
    {
        var halves = new Half[model.Weights.Length];
        TensorPrimitives.ConvertToHalf(model.Weights, halves);
        TensorPrimitives.ConvertToSingle(halves, model.Weights);
        return model;
    }

    // In one pass: there are far too many short rows for a pass each.
    private static void Step(
        float[] error, float value, Span<float> weights, Span<float> squares, float rate, float decay)
    {
        var at = 0;
        for (; at + Vector256<float>.Count <= error.Length; at += Vector256<float>.Count)
        {
            var weight = Vector256.Create(weights[at..]);
            var step = (Vector256.Create(error.AsSpan(at)) * value) + (weight * decay);
            var square = Vector256.Create(squares[at..]) + (step * step);
            square.CopyTo(squares[at..]);
            (weight - (step / Vector256.Sqrt(square + Vector256.Create(Tiny)) * rate)).CopyTo(weights[at..]);
        }

        for (; at < error.Length; at++)
        {
            var step = (error[at] * value) + (weights[at] * decay);
            squares[at] += step * step;
            weights[at] -= step / MathF.Sqrt(squares[at] + Tiny) * rate;
        }
    }
}
