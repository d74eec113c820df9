using WalkBuddyBot.Conversation.Understanding.Classifying.Files;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>The learnt dangers on disk.</summary>
internal static class DangerFile
{
    private static readonly SealedFile Seal = new("WALKSAFE", Version: 1);

    /// <summary>Writes a model; a reader never sees half of it.</summary>
    public static void Write(string path, DangerModel model) => Seal.Write(path, writer => Put(writer, model));

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">The file is not there, is something else, is of another version, or is damaged.</exception>
    public static DangerModel Read(string path) => Seal.Read(path, Take);

    private static void Put(BinaryWriter writer, DangerModel model)
    {
        writer.Write(model.Dangers.Length);
        foreach (var danger in model.Dangers)
        {
            writer.Write(danger.Group);
            writer.Write((int)danger.Level);
        }

        writer.Put(model.Table.Terms.AsSpan());
        writer.Put(model.Table.Weights.AsSpan());
        writer.PutHalves(model.Lexical.Weights);
        writer.Put<float>(model.Lexical.Bias);
        writer.Put(model.Semantic);
        writer.Put(model.Fusion.AsSpan());
        writer.Write(model.WorthEncoding);
        writer.Write(model.SuspectAt);
        writer.Write(model.SureAt);
    }

    private static DangerModel Take(BinaryReader reader)
    {
        var dangers = new Danger[reader.ReadInt32()];
        for (var at = 0; at < dangers.Length; at++)
        {
            dangers[at] = new(reader.ReadString(), (SafetyLevel)reader.ReadInt32());
        }

        var table = new TermTable([.. reader.Take<ulong>()], [.. reader.Take<float>()]);
        var lexical = new SparseSoftmax(dangers.Length + 1, reader.TakeHalves(), reader.Take<float>());
        var semantic = reader.TakeSemantic();
        return new(
            [.. dangers], table, lexical, semantic, [.. reader.Take<double>()], reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
