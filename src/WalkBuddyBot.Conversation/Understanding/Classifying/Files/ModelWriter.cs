using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>Puts a model into bytes. <see cref="ModelReader"/> takes it out in the same order.</summary>
internal static class ModelWriter
{
    public static void Write(BinaryWriter writer, ClassifierModel model)
    {
        writer.Write(string.Join(' ', UtteranceLabels.InScope));
        writer.Put<ulong>([.. model.Lists.Entries.Select(entry => entry.Phrase)]);
        writer.Put<ulong>([.. model.Lists.Entries.Select(entry => entry.Label)]);
        writer.Put(model.Parts.Table.Terms.AsSpan());
        writer.Put(model.Parts.Table.Weights.AsSpan());
        writer.PutHalves(model.Parts.Lexical.Weights);
        writer.Put<float>(model.Parts.Lexical.Bias);
        writer.Put<float>(model.Scale.Means);
        writer.Put<float>(model.Scale.Spreads);
        writer.Put(model.Parts.Semantic);
        writer.Write(model.Nearest.Vectors.Dimension);
        writer.Put(model.Nearest.Vectors.Bytes);
        writer.Put(model.Nearest.Vectors.Scales);
        writer.Put<int>(model.Nearest.Classes);
        writer.Put(model.Judge.Fusion.Weights.AsSpan());
        writer.Put(model.Judge.Accept.Means.AsSpan());
        writer.Put(model.Judge.Accept.Spreads.AsSpan());
        writer.Put(model.Judge.Accept.Weights.AsSpan());
        writer.Write(model.Judge.AnswerAt);
        writer.Write(model.Judge.OfferAt);
    }
}
