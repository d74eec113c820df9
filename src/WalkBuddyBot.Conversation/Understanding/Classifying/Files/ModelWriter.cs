using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>Puts a model into bytes. <see cref="ModelReader"/> takes it out in the same order.</summary>
internal static class ModelWriter
{
    public static void Write(BinaryWriter writer, ClassifierModel model)
    {
        writer.Write(string.Join(' ', UtteranceLabels.InScope));
        Write(writer, [.. model.Lists.Entries.Select(entry => entry.Phrase)]);
        Write(writer, [.. model.Lists.Entries.Select(entry => entry.Label)]);
        Write(writer, model.Parts.Table.Terms.AsSpan());
        Write(writer, model.Parts.Table.Weights.AsSpan());
        WriteHalves(writer, model.Parts.Lexical.Weights);
        Write<float>(writer, model.Parts.Lexical.Bias);
        Write<float>(writer, model.Scale.Means);
        Write<float>(writer, model.Scale.Spreads);
        Write(writer, model.Parts.Semantic);
        writer.Write(model.Nearest.Vectors.Dimension);
        Write(writer, model.Nearest.Vectors.Bytes);
        Write(writer, model.Nearest.Vectors.Scales);
        Write<int>(writer, model.Nearest.Classes);
        Write(writer, model.Judge.Fusion.Weights.AsSpan());
        Write(writer, model.Judge.Accept.Means.AsSpan());
        Write(writer, model.Judge.Accept.Spreads.AsSpan());
        Write(writer, model.Judge.Accept.Weights.AsSpan());
        writer.Write(model.Judge.AnswerAt);
        writer.Write(model.Judge.OfferAt);
    }

    private static void Write(BinaryWriter writer, SemanticModel model)
    {
        writer.Write(model.Layers.Length);
        foreach (var layer in model.Layers)
        {
            writer.Write(layer.Inputs);
            Write<float>(writer, layer.Weights);
            Write<float>(writer, layer.Bias);
        }
    }

    private static void WriteHalves(BinaryWriter writer, float[] values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        Write<Half>(writer, halves);
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }
}
