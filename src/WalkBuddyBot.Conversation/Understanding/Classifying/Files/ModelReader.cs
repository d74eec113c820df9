using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;
using WalkBuddyBot.Conversation.Understanding.Classifying.Learning;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>Takes a model out of bytes, whose sum has been checked.</summary>
internal static class ModelReader
{
    /// <summary>The model; null when it knows other labels than this program.</summary>
    public static ClassifierModel? Read(BinaryReader reader)
    {
        if (reader.ReadString() != string.Join(' ', UtteranceLabels.InScope))
        {
            return null;
        }

        var lists = WordLists.From(Read<ulong>(reader).Zip(Read<ulong>(reader)));
        var table = new TermTable([.. Read<ulong>(reader)], [.. Read<float>(reader)]);
        var lexical = new SparseSoftmax(ClassTable.Count, ReadHalves(reader), Read<float>(reader));
        var scale = new VectorScale(Read<float>(reader), Read<float>(reader));
        var parts = new Parts(table, lexical, Semantic(reader));
        var vectors = new SmallVectors(reader.ReadInt32(), Read<sbyte>(reader), Read<float>(reader));
        var nearest = new NearestModel(vectors, Read<int>(reader));
        var fusion = new Fusion(Immutable(reader));
        var accept = new AcceptModel(Immutable(reader), Immutable(reader), Immutable(reader));
        return new(lists, scale, parts, nearest, new Judge(fusion, accept, reader.ReadDouble(), reader.ReadDouble()));
    }

    private static SemanticModel Semantic(BinaryReader reader)
    {
        var layers = new DenseLayer[reader.ReadInt32()];
        for (var i = 0; i < layers.Length; i++)
        {
            var inputs = reader.ReadInt32();
            var weights = Read<float>(reader);
            var bias = Read<float>(reader);
            layers[i] = new(inputs, bias.Length, weights, bias);
        }

        return new(layers);
    }

    private static ImmutableArray<double> Immutable(BinaryReader reader) => [.. Read<double>(reader)];

    private static float[] ReadHalves(BinaryReader reader)
    {
        var halves = Read<Half>(reader);
        var values = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, values);
        return values;
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
