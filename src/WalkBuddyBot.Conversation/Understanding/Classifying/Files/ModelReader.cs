using System.Collections.Immutable;
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

        var lists = WordLists.From(reader.Take<ulong>().Zip(reader.Take<ulong>()));
        var table = new TermTable([.. reader.Take<ulong>()], [.. reader.Take<float>()]);
        var lexical = new SparseSoftmax(ClassTable.Count, reader.TakeHalves(), reader.Take<float>());
        var scale = new VectorScale(reader.Take<float>(), reader.Take<float>());
        var parts = new Parts(table, lexical, reader.TakeSemantic());
        var vectors = new SmallVectors(reader.ReadInt32(), reader.Take<sbyte>(), reader.Take<float>());
        var nearest = new NearestModel(vectors, reader.Take<int>());
        var fusion = new Fusion(Immutable(reader));
        var accept = new AcceptModel(Immutable(reader), Immutable(reader), Immutable(reader));
        return new(lists, scale, parts, nearest, new Judge(fusion, accept, reader.ReadDouble(), reader.ReadDouble()));
    }

    private static ImmutableArray<double> Immutable(BinaryReader reader) => [.. reader.Take<double>()];
}
