using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

/// <summary>A layer while it learns: its weights, the slope of the loss, and what Adam remembers.</summary>
internal sealed class LayerTrainer
{
    private const float First = 0.9f;

    private const float Second = 0.999f;

    private readonly Parameters _weights;

    private readonly Parameters _bias;

    public LayerTrainer(int inputs, int outputs, Random random)
    {
        Inputs = inputs;
        Outputs = outputs;
        Width = (outputs + 7) / 8 * 8;
        _weights = new(inputs * Width);
        _bias = new(Width);
        var spread = MathF.Sqrt(2f / (inputs + outputs));
        for (var i = 0; i < inputs; i++)
        {
            for (var j = 0; j < outputs; j++)
            {
                _weights.Values[(i * Width) + j] = ((2 * random.NextSingle()) - 1) * spread;
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Outputs, filled up to a multiple of 8 with zeros.</summary>
    public int Width { get; }

    /// <summary>Rows of outputs from rows of inputs that are <paramref name="inputWidth"/> apart.</summary>
    public void Forward(ReadOnlySpan<float> input, int inputWidth, Span<float> output, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            _bias.Values.CopyTo(output.Slice(row * Width, Width));
        }

        Matrix.AddProduct(input, inputWidth, 1, _weights.Values, output, rows, Inputs, Width);
    }

    /// <summary>The slopes of the inputs from those of the outputs.</summary>
    public void SlopeOfInput(ReadOnlySpan<float> slope, Span<float> input, int inputWidth, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < Inputs; i++)
            {
                input[(row * inputWidth) + i] = TensorPrimitives.Dot(
                    slope.Slice(row * Width, Width), _weights.Values.AsSpan(i * Width, Width));
            }
        }
    }

    /// <summary>One step down the slope.</summary>
    public void Learn(ReadOnlySpan<float> input, int inputWidth, ReadOnlySpan<float> slope, int rows, int step, float rate, float decay)
    {
        Array.Clear(_weights.Slope);
        Array.Clear(_bias.Slope);
        Matrix.AddProduct(input, 1, inputWidth, slope, _weights.Slope, Inputs, rows, Width);
        for (var row = 0; row < rows; row++)
        {
            TensorPrimitives.Add(_bias.Slope, slope.Slice(row * Width, Width), _bias.Slope);
        }

        var scaled = rate * MathF.Sqrt(1 - MathF.Pow(Second, step)) / (1 - MathF.Pow(First, step));
        _weights.Step(scaled, rate * decay);
        _bias.Step(scaled, 0);
    }

    public DenseLayer Learnt()
    {
        var weights = new float[Inputs * Outputs];
        for (var i = 0; i < Inputs; i++)
        {
            _weights.Values.AsSpan(i * Width, Outputs).CopyTo(weights.AsSpan(i * Outputs));
        }

        return new(Inputs, Outputs, weights, _bias.Values[..Outputs]);
    }

    // A multiple of 8.
    private sealed class Parameters(int count)
    {
        private readonly float[] _mean = new float[count];

        private readonly float[] _square = new float[count];

        public float[] Values { get; } = new float[count];

        public float[] Slope { get; } = new float[count];

        public void Step(float rate, float decay)
        {
            // In one pass: the numbers are too many to lie near the core, and to bring them costs more than to reckon with them.
            var tiny = Vector256.Create(1e-7f);
            for (nuint at = 0; at < (nuint)count; at += (nuint)Vector256<float>.Count)
            {
                var slope = Vector256.LoadUnsafe(ref Slope[0], at);
                var mean = (Vector256.LoadUnsafe(ref _mean[0], at) * First) + (slope * (1 - First));
                var square = (Vector256.LoadUnsafe(ref _square[0], at) * Second) + (slope * slope * (1 - Second));
                var values = Vector256.LoadUnsafe(ref Values[0], at) * (1 - decay);
                mean.StoreUnsafe(ref _mean[0], at);
                square.StoreUnsafe(ref _square[0], at);
                (values - (mean / (Vector256.Sqrt(square) + tiny) * rate)).StoreUnsafe(ref Values[0], at);
            }
        }
    }
}
