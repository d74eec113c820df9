using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>The terms of a stretch of a message: its words and letters, and the named sets of the safety files that occur in it, alone and two
/// together, so that a new wording of a known thing counts as the thing.</summary>
internal sealed class UnitTerms(Book book)
{
    private static readonly WordLists NoLists = WordLists.From(ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    private readonly (int Set, ulong Name)[] _sets = [.. book.Names.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Value, TermHash.Of('c', pair.Key)))];

    public LexicalTerms Of(Message message, Occurrences found, Span unit) =>
        LexicalTerms.Of(Text(message, unit), NoLists) with { Lists = Concepts(found, unit) };

    /// <summary>The words of a stretch, as the encoder reads them.</summary>
    public static string Text(Message message, Span unit) => string.Join(' ', message.Words.Skip(unit.Start).Take(unit.End - unit.Start));

    private ulong[] Concepts(Occurrences found, Span unit)
    {
        var here = new List<ulong>();
        foreach (var (set, name) in _sets)
        {
            if (found.Any(set) && found.Within(set, unit.Start, unit.End))
            {
                here.Add(name);
            }
        }

        var concepts = new List<ulong>(here);
        for (var first = 0; first < here.Count; first++)
        {
            for (var second = first + 1; second < here.Count; second++)
            {
                concepts.Add(here[first] * 31 ^ here[second]);
            }
        }

        return [.. concepts];
    }
}
