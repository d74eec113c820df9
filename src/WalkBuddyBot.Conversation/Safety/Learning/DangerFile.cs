using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>The learnt dangers on disk: a name, a version, the model, and a sum over all of it.</summary>
internal static class DangerFile
{
    /// <summary>The version of the format that this program writes, and the only one it reads.</summary>
    public const int Version = 1;

    private static ReadOnlySpan<byte> Name => "WALKSAFE"u8;

    /// <summary>Writes a model; a reader never sees half of it.</summary>
    public static void Write(string path, DangerModel model)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Name);
            writer.Write(Version);
            Write(writer, model);
        }

        var bytes = memory.ToArray();
        var half = path + ".new";
        using (var file = File.Create(half))
        {
            file.Write(bytes);
            file.Write(SHA256.HashData(bytes));
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>Reads a model; null when there is none, or not one of this program.</summary>
    public static DangerModel? Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return IsWhole(bytes) ? Read(bytes) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsWhole(byte[] bytes)
    {
        var start = Name.Length + sizeof(int);
        return bytes.Length > start + SHA256.HashSizeInBytes && bytes.AsSpan().StartsWith(Name)
            && BitConverter.ToInt32(bytes, Name.Length) == Version
            && SHA256.HashData(bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes)).AsSpan()
                .SequenceEqual(bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes));
    }

    private static void Write(BinaryWriter writer, DangerModel model)
    {
        writer.Write(model.Dangers.Length);
        foreach (var danger in model.Dangers)
        {
            writer.Write(danger.Group);
            writer.Write((int)danger.Level);
        }

        Write(writer, model.Table.Terms.AsSpan());
        Write(writer, model.Table.Weights.AsSpan());
        var halves = new Half[model.Lexical.Weights.Length];
        TensorPrimitives.ConvertToHalf(model.Lexical.Weights, halves);
        Write<Half>(writer, halves);
        Write<float>(writer, model.Lexical.Bias);
        writer.Write(model.Semantic.Layers.Length);
        foreach (var layer in model.Semantic.Layers)
        {
            writer.Write(layer.Inputs);
            Write<float>(writer, layer.Weights);
            Write<float>(writer, layer.Bias);
        }

        Write(writer, model.Fusion.AsSpan());
        writer.Write(model.WorthEncoding);
        writer.Write(model.SuspectAt);
        writer.Write(model.SureAt);
    }

    private static DangerModel Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, Name.Length + sizeof(int), bytes.Length - Name.Length - sizeof(int)));
        var dangers = new Danger[reader.ReadInt32()];
        for (var at = 0; at < dangers.Length; at++)
        {
            dangers[at] = new(reader.ReadString(), (SafetyLevel)reader.ReadInt32());
        }

        var table = new TermTable([.. Read<ulong>(reader)], [.. Read<float>(reader)]);
        var halves = Read<Half>(reader);
        var weights = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, weights);
        var lexical = new SparseSoftmax(dangers.Length + 1, weights, Read<float>(reader));
        var layers = new DenseLayer[reader.ReadInt32()];
        for (var at = 0; at < layers.Length; at++)
        {
            var inputs = reader.ReadInt32();
            var values = Read<float>(reader);
            var bias = Read<float>(reader);
            layers[at] = new(inputs, bias.Length, values, bias);
        }

        return new(
            [.. dangers], table, lexical, new SemanticModel(layers), [.. Read<double>(reader)], reader.ReadDouble(), reader.ReadDouble(),
            reader.ReadDouble());
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
