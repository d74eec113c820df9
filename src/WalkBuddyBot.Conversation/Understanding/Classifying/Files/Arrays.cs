using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>Lists of numbers in a file: how many, then the numbers as they lie in memory.</summary>
internal static class Arrays
{
    public static void Put<T>(this BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static T[] Take<T>(this BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void PutHalves(this BinaryWriter writer, float[] values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        writer.Put<Half>(halves);
    }

    public static float[] TakeHalves(this BinaryReader reader)
    {
        var halves = reader.Take<Half>();
        var values = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, values);
        return values;
    }

    public static void Put(this BinaryWriter writer, SemanticModel model)
    {
        writer.Write(model.Layers.Length);
        foreach (var layer in model.Layers)
        {
            writer.Write(layer.Inputs);
            writer.Put<float>(layer.Weights);
            writer.Put<float>(layer.Bias);
        }
    }

    public static SemanticModel TakeSemantic(this BinaryReader reader)
    {
        var layers = new DenseLayer[reader.ReadInt32()];
        for (var at = 0; at < layers.Length; at++)
        {
            var inputs = reader.ReadInt32();
            var weights = reader.Take<float>();
            var bias = reader.Take<float>();
            layers[at] = new(inputs, bias.Length, weights, bias);
        }

        return new(layers);
    }
}
