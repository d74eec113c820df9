using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>The named tensors that model.json lists, read from the files it names (the format of TensorFlow.js: one run of bytes cut into shards).</summary>
internal sealed class Weights
{
    private readonly Dictionary<string, Tensor> _tensors;
    private readonly byte[] _bytes;

    private Weights(Dictionary<string, Tensor> tensors, byte[] bytes)
    {
        _tensors = tensors;
        _bytes = bytes;
    }

    /// <summary>Reads all of them at once.</summary>
    public static Weights Load(string folder)
    {
        var manifest = Path.Combine(folder, "model.json");
        try
        {
            using var json = JsonDocument.Parse(EncoderFile.Read(manifest));
            var group = json.RootElement.GetProperty("weightsManifest")[0];
            var tensors = new Dictionary<string, Tensor>();
            var total = 0;
            foreach (var entry in group.GetProperty("weights").EnumerateArray())
            {
                var size = entry.GetProperty("shape").EnumerateArray().Aggregate(1, (product, side) => checked(product * side.GetInt32()));
                tensors.Add(entry.GetProperty("name").GetString()!, new Tensor(total, size));
                total = checked(total + (size * sizeof(float)));
            }

            return new Weights(tensors, Shards.Read(folder, [.. group.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!)], total));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException
            or OverflowException or FormatException or ArgumentException)
        {
            throw new EncoderException(manifest, "is not a list of weights", wrong);
        }
    }

    /// <summary>The numbers of one tensor, of which there must be <paramref name="size"/>.</summary>
    public float[] Take(string name, int size)
    {
        if (!_tensors.TryGetValue(name, out var tensor) || tensor.Size != size)
        {
            throw new EncoderException("model.json", $"has no weights {name} of {size} numbers");
        }

        var bytes = _bytes.AsSpan(tensor.Start, size * sizeof(float));
        var numbers = new float[size];
        if (BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return numbers;
        }

        for (var index = 0; index < size; index++)
        {
            numbers[index] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(index * sizeof(float))..]);
        }

        return numbers;
    }

    private readonly record struct Tensor(int Start, int Size);
}
